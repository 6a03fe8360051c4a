// Workbooks to fill in: a sheet with nothing but the head, a sheet that explains its columns, a sheet of allowed values.
import ExcelJS from "exceljs";
import type { UploadKind } from "../../planning/wire/understanding.ts";
import { TEMPLATES, type Template, type TemplateField, type Words } from "./templateFields.ts";

type Language = keyof Words;

/** Rows that offer a choice of values. */
const CHOICE_ROWS = 10_000;
const TEXT_FORMAT = "@";

const SHEETS = {
	explanation: { zh: "说明", en: "Explanation" },
	values: { zh: "取值", en: "Values" },
} as const;

const EXPLANATION_HEAD: readonly { readonly words: Words; readonly width: number }[] = [
	{ words: { zh: "列", en: "Column" }, width: 20 },
	{ words: { zh: "必填", en: "Required" }, width: 10 },
	{ words: { zh: "含义", en: "Meaning" }, width: 60 },
	{ words: { zh: "单位", en: "Unit" }, width: 16 },
	{ words: { zh: "示例", en: "Example" }, width: 26 },
];
const VALUES_HEAD: readonly { readonly words: Words; readonly width: number }[] = [
	{ words: { zh: "列", en: "Column" }, width: 20 },
	{ words: { zh: "取值", en: "Value" }, width: 18 },
	{ words: { zh: "含义", en: "Meaning" }, width: 40 },
];

/** The workbook of one kind of layer; the first sheet is the one to fill in. */
export async function templateWorkbook(kind: UploadKind, language: Language): Promise<Buffer> {
	const template = TEMPLATES[kind];
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet(template.title[language], {
		views: [{ state: "frozen", ySplit: 1 }],
	});
	sheet.columns = template.fields.map((field) => ({
		header: field.header[language],
		width: Math.max(14, field.header[language].length + 4),
		style: field.isText === true ? { numFmt: TEXT_FORMAT } : {},
	}));
	sheet.getRow(1).font = { bold: true };
	addExplanation(workbook, template, language);
	const choices = addValues(workbook, template, language);
	template.fields.forEach((field, column) => {
		const formula = choices.get(field);
		if (formula !== undefined) offerChoice(sheet, column, { formula, language });
	});
	return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addExplanation(workbook: ExcelJS.Workbook, template: Template, language: Language): void {
	const sheet = headed(workbook, SHEETS.explanation[language], {
		head: EXPLANATION_HEAD,
		language,
	});
	for (const field of template.fields)
		sheet.addRow([
			field.header[language],
			field.isRequired === true ? { zh: "必填", en: "yes" }[language] : "",
			field.meaning[language],
			field.unit?.[language] ?? "",
			exampleOf(field, language),
		]);
	sheet.addRow([]);
	for (const note of template.notes) sheet.addRow(["", "", note[language]]);
	sheet.getColumn(3).alignment = { wrapText: true, vertical: "top" };
}

/** A sheet of all allowed values; gives for each field with such the formula of its range there. */
function addValues(
	workbook: ExcelJS.Workbook,
	{ fields }: Template,
	language: Language,
): ReadonlyMap<TemplateField, string> {
	const ranges = new Map<TemplateField, string>();
	const chosen = fields.filter(({ allowed }) => allowed !== undefined);
	if (chosen.length === 0) return ranges;
	const name = SHEETS.values[language];
	const sheet = headed(workbook, name, { head: VALUES_HEAD, language });
	for (const field of chosen) {
		const first = sheet.rowCount + 1;
		for (const { value, meaning } of field.allowed ?? [])
			sheet.addRow([field.header[language], value[language], meaning[language]]);
		ranges.set(field, `${name}!$B$${first}:$B$${sheet.rowCount}`);
	}
	return ranges;
}

function headed(
	workbook: ExcelJS.Workbook,
	name: string,
	{ head, language }: { head: typeof VALUES_HEAD; language: Language },
): ExcelJS.Worksheet {
	const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
	sheet.columns = head.map(({ words, width }) => ({
		header: words[language],
		width,
		style: { numFmt: TEXT_FORMAT },
	}));
	sheet.getRow(1).font = { bold: true };
	return sheet;
}

/** What to write there: of a choice, in the language of the workbook. */
export function exampleOf(
	{ allowed, example }: TemplateField,
	language: Language,
): string | number {
	return allowed?.find(({ value }) => value.en === example)?.value[language] ?? example;
}

function offerChoice(
	sheet: ExcelJS.Worksheet,
	column: number,
	{ formula, language }: { formula: string; language: Language },
): void {
	const { letter } = sheet.getColumn(column + 1);
	// The list of a sheet's validations is missing in the library's types; cell by cell would write empty rows.
	const { dataValidations } = sheet as unknown as {
		dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void };
	};
	dataValidations.add(`${letter}2:${letter}${CHOICE_ROWS}`, {
		type: "list",
		allowBlank: true,
		formulae: [formula],
		showErrorMessage: true,
		error: {
			zh: "从列表中选一个，或留空。",
			en: "Choose from the list, or leave the cell empty.",
		}[language],
	});
}
