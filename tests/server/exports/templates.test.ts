import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { ColumnPicker } from "../../../planning/layers/ColumnPicker.ts";
import { exceptionReader } from "../../../planning/layers/exceptions.ts";
import { facilityReader } from "../../../planning/layers/facilities.ts";
import { LayerCheck } from "../../../planning/layers/LayerCheck.ts";
import type { RecordReader } from "../../../planning/layers/RecordReader.ts";
import { residenceReader } from "../../../planning/layers/residences.ts";
import { CATEGORIES } from "../../../planning/standards/catalogue.ts";
import type { UploadKind } from "../../../planning/wire/understanding.ts";
import { TEMPLATES } from "../../../server/exports/templateFields.ts";
import { exampleOf, templateWorkbook } from "../../../server/exports/templates.ts";
import { openSource } from "../../../server/imports/formats.ts";
import { NO_OPTIONS } from "../../planning/layers/rows.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";
import { checked, featuresOf } from "./readBack.ts";

const writeFile = temporaryFiles();
const KINDS = Object.keys(TEMPLATES) as UploadKind[];
const LANGUAGES = ["zh", "en"] as const;
const ALL = KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

async function workbookOf(kind: UploadKind, language: "zh" | "en"): Promise<ExcelJS.Workbook> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.read(Readable.from([await templateWorkbook(kind, language)]));
	return workbook;
}

/** The workbook with the example in its first row, as a person would hand it in. */
async function filledIn(kind: UploadKind, language: "zh" | "en"): Promise<string> {
	const workbook = await workbookOf(kind, language);
	const [sheet] = workbook.worksheets;
	const examples = TEMPLATES[kind].fields.map((field) => exampleOf(field, language));
	for (const [i, example] of examples.entries()) sheet.getCell(2, i + 1).value = example;
	return writeFile(`${kind}-${language}.xlsx`, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

test.each(ALL)(
	"the importer finds every column of the template %s (%s) by itself",
	(kind, language) => {
		const fields = TEMPLATES[kind].fields.filter(({ field }) => field !== null);
		const headers = fields.map(({ header }) => header[language]);
		const picker = new ColumnPicker({}, headers);
		const row = Object.fromEntries(headers.map((header) => [header, ""]));
		for (const { field, header } of fields)
			if (field !== null) expect(picker.columnOf(row, field)).toBe(header[language]);
	},
);

test.each(ALL)(
	"the template %s (%s), filled with its example, is read back as it was filled",
	async (kind, language) => {
		const source = await openSource(await filledIn(kind, language), {
			layer: TEMPLATES[kind].title[language],
		});
		const [feature, ...more] = await featuresOf(source);
		expect(more).toEqual([]);
		const { fields } = TEMPLATES[kind];
		for (const field of fields)
			expect(String(feature.properties[field.header[language]] ?? "")).toBe(
				String(exampleOf(field, language)),
			);
	},
);

const POINTS: readonly (readonly [UploadKind, RecordReader<object>])[] = [
	["facilities", facilityReader as RecordReader<object>],
	["residences", residenceReader as RecordReader<object>],
	["exceptions", exceptionReader as RecordReader<object>],
];

test.each(
	POINTS.flatMap(([kind, reader]) =>
		LANGUAGES.map((language) => [kind, language, reader] as const),
	),
)(
	"the example of the template %s (%s) is accepted without anything to object to",
	async (kind, language, reader) => {
		const layer = TEMPLATES[kind].title[language];
		const source = await openSource(await filledIn(kind, language), { layer });
		const { records, found } = await checked(
			source,
			new LayerCheck(reader, NO_OPTIONS, source.columns),
		);
		expect(found).toEqual([]);
		expect(records).toHaveLength(1);
	},
);

test("the sheet to fill in has a head and nothing else", async () => {
	for (const kind of KINDS) {
		const [sheet] = (await workbookOf(kind, "zh")).worksheets;
		expect(sheet.rowCount).toBe(1);
	}
});

test("columns of codes are text, so that 12 digits and leading zeros survive", async () => {
	const [sheet] = (await workbookOf("divisions", "zh")).worksheets;
	expect(sheet.getColumn(1).numFmt).toBe("@");
});

test("categories are chosen from a list of all of the standard, with their names", async () => {
	const workbook = await workbookOf("facilities", "zh");
	const values = workbook.getWorksheet("取值");
	const listed = values?.getColumn(2).values.slice(2) ?? [];
	expect(listed).toEqual(CATEGORIES.map(({ code }) => code));
	expect(values?.getCell("C2").value).toBe(CATEGORIES[0].nameZh);
	const rule = workbook.worksheets[0].getCell("B2").dataValidation;
	expect(rule).toMatchObject({ type: "list", formulae: [`取值!$B$2:$B$${CATEGORIES.length + 1}`] });
});

test("what is required in the explanation is what the importer requires", () => {
	const required = (kind: UploadKind) =>
		TEMPLATES[kind].fields.filter(({ isRequired }) => isRequired).map(({ field }) => field);
	for (const [kind, reader] of POINTS)
		for (const field of reader.required) expect(required(kind)).toContain(field);
});
