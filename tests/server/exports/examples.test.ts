// The example files of geodata/templates are what is made from the plan, fit one another, and import without trouble.
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { areaM2 } from "../../../planning/city/geodesicArea.ts";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import { unitReader } from "../../../planning/layers/divisions.ts";
import { exceptionReader } from "../../../planning/layers/exceptions.ts";
import { facilityReader } from "../../../planning/layers/facilities.ts";
import { LayerCheck } from "../../../planning/layers/LayerCheck.ts";
import { landReader } from "../../../planning/layers/land.ts";
import type { CheckOptions, RecordReader } from "../../../planning/layers/RecordReader.ts";
import { residenceReader } from "../../../planning/layers/residences.ts";
import {
	EXAMPLE_EXCEPTIONS,
	EXAMPLE_FACILITIES,
	EXAMPLE_LAND,
	EXAMPLE_RESIDENCES,
	EXAMPLE_UNITS,
} from "../../../server/exports/examples/exampleCity.ts";
import { exampleFiles } from "../../../server/exports/examples/exampleFiles.ts";
import { openSource } from "../../../server/imports/formats.ts";
import { NO_OPTIONS } from "../../planning/layers/rows.ts";
import { checked, featuresOf } from "./readBack.ts";

const FOLDER = resolve(import.meta.dirname, "../../../geodata/templates");
let made: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
	made = await exampleFiles();
});

test("the files are those that are made, byte by byte but for the workbooks", async () => {
	const names = (await readdir(FOLDER)).filter((name) => name !== "README.md");
	expect(names.sort()).toEqual([...made.keys()].sort());
	for (const name of names)
		if (!name.endsWith(".xlsx"))
			expect((await readFile(`${FOLDER}/${name}`)).equals(made.get(name) ?? Buffer.of())).toBe(
				true,
			);
});

test.each(["facilities", "residences"])(
	"the workbook of %s holds the same as its CSV",
	async (kind) => {
		const [fromCsv, fromXlsx] = await Promise.all(
			["csv", "xlsx"].map(async (extension) => {
				const features = await featuresOf(await openSource(`${FOLDER}/${kind}.${extension}`, {}));
				return features.map(({ properties }) => properties);
			}),
		);
		expect(fromXlsx).toEqual(fromCsv);
	},
);

interface Example {
	readonly file: string;
	readonly reader: RecordReader<object>;
	readonly options: Partial<CheckOptions>;
	readonly records: readonly object[];
}
const CELLS = new Set(
	EXAMPLE_UNITS.filter(({ kind }) => kind === "committee").map(({ code }) => code),
);
const EXAMPLES: readonly Example[] = [
	...UNIT_KINDS.map((level) => ({
		file: `divisions-${level}.geojson`,
		reader: unitReader as RecordReader<object>,
		options: { level },
		records: EXAMPLE_UNITS.filter(({ kind }) => kind === level),
	})),
	...["csv", "xlsx"].flatMap((extension) => [
		{
			file: `facilities.${extension}`,
			reader: facilityReader as RecordReader<object>,
			options: {},
			records: EXAMPLE_FACILITIES,
		},
		{
			file: `residences.${extension}`,
			reader: residenceReader as RecordReader<object>,
			options: {},
			records: EXAMPLE_RESIDENCES,
		},
	]),
	{
		file: "exceptions.csv",
		reader: exceptionReader as RecordReader<object>,
		options: { cellCodes: CELLS },
		records: EXAMPLE_EXCEPTIONS,
	},
	{
		file: "land.geojson",
		reader: landReader as RecordReader<object>,
		options: {},
		records: EXAMPLE_LAND,
	},
];

test.each(EXAMPLES)(
	"$file imports without anything to object to, as it was written",
	async ({ file, reader, options, records }) => {
		const source = await openSource(`${FOLDER}/${file}`, {});
		const check = new LayerCheck(reader, { ...NO_OPTIONS, ...options }, source.columns);
		const result = await checked(source, check);
		// An empty cell is said to be missing, for information.
		expect(result.found.filter((issue) => !issue.startsWith("info number.empty"))).toEqual([]);
		expect(result.records).toEqual(records);
		expect(result.readCount).toBe(records.length);
	},
);

test("counts of residences sum up to what their committees declare, and these to the units above", () => {
	const sumOf = (code: string) =>
		EXAMPLE_RESIDENCES.filter(({ declaredUnitCode }) => declaredUnitCode === code).reduce(
			(sum, { residents }) => sum + residents,
			0,
		);
	for (const unit of EXAMPLE_UNITS) {
		const children = EXAMPLE_UNITS.filter(
			({ parentCode, kind }) =>
				parentCode === unit.code && (kind === "street" || kind === "committee"),
		);
		const sum = children.reduce(
			(total, { declaredResidents }) => total + (declaredResidents ?? 0),
			0,
		);
		if (unit.kind === "committee") expect(unit.declaredResidents).toBe(sumOf(unit.code));
		else if (children.length > 0) expect(unit.declaredResidents).toBe(sum);
	}
});

test("units tile the unit above", () => {
	const areaOf = (kind: string, parent?: string) =>
		EXAMPLE_UNITS.filter(
			(unit) => unit.kind === kind && (parent === undefined || unit.parentCode === parent),
		).reduce((sum, { polygons }) => sum + areaM2(polygons), 0);
	for (const level of ["street", "committee", "circle"])
		expect(areaOf(level)).toBeCloseTo(areaOf("district"), 3);
	for (const { kind, code, polygons } of EXAMPLE_UNITS)
		if (kind === "street") expect(areaOf("committee", code)).toBeCloseTo(areaM2(polygons), 3);
});
