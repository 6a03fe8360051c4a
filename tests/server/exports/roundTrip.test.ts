// What was exported is imported again as it was: every kind of layer through every format and our own readers.
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import type {
	ContiguityException,
	FacilityRecord,
	LandRecord,
	ResidenceRecord,
	UnitRecord,
} from "../../../planning/city/records.ts";
import type { LonLat, MultiPolygonRings } from "../../../planning/geo/LonLat.ts";
import { unitReader } from "../../../planning/layers/divisions.ts";
import { exceptionReader } from "../../../planning/layers/exceptions.ts";
import { facilityReader } from "../../../planning/layers/facilities.ts";
import { LayerCheck } from "../../../planning/layers/LayerCheck.ts";
import { landReader } from "../../../planning/layers/land.ts";
import type { CheckOptions, RecordReader } from "../../../planning/layers/RecordReader.ts";
import { residenceReader } from "../../../planning/layers/residences.ts";
import { CATEGORIES } from "../../../planning/standards/catalogue.ts";
import type { ExportFormat } from "../../../planning/wire/layers.ts";
import { EXAMPLE_UNITS } from "../../../server/exports/examples/exampleCity.ts";
import { type ExportedKind, exportTableOf } from "../../../server/exports/exportTableOf.ts";
import { orientRings } from "../../../server/exports/orientRings.ts";
import { writeExport } from "../../../server/exports/writeExport.ts";
import { openSource } from "../../../server/imports/formats.ts";
import { NO_OPTIONS } from "../../planning/layers/rows.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";
import { checked, FORMATS, reopened } from "./readBack.ts";

const writeFile = temporaryFiles();
const RUNS = { numRuns: 12 };

/** Names as people write them, and worse: markup, commas, quotes, line ends, formulas, signs beyond 16 bits. */
const word = fc.constantFrom(
	...[
		"石渡街道",
		"<b>粗</b>",
		"<script>alert(1)</script>",
		",",
		'"',
		"''",
		"'",
		"\n",
		"😀",
		"👨‍👩‍👧",
		"𠮷野家",
		"ＡＢＣ",
	],
	...[
		"=1+1",
		"=cmd|' /C calc'!A0",
		"+86",
		"-5",
		"@SUM(A1)",
		"＝１",
		"é",
		"ß",
		"·",
		"&amp;",
		";",
		"\\",
		"1e5",
		"007",
		"NULL",
	],
);
const name = fc
	.array(word, { minLength: 1, maxLength: 6 })
	.map((words) => words.join("").trim())
	.filter((text) => text !== "");
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const count = fc.oneof(fc.nat(9), fc.nat(2_147_483_647));
const area = fc
	.oneof(fc.nat(90_000), fc.double({ min: 0, max: 1e6, noNaN: true }))
	.map((n) => Number(n.toFixed(9)) || 0);
const unitCode = fc
	.integer({ min: 1, max: 999_999 })
	.map((n) => `990101${String(n).padStart(6, "0")}`);
/** Ten decimals are a hundredth of a millimetre. */
const degrees = (min: number, max: number) =>
	fc.double({ min, max, noNaN: true }).map((n) => Number(n.toFixed(10)) || 0.5);
const lonLat: fc.Arbitrary<LonLat> = fc.tuple(degrees(-180, 180), degrees(-90, 90));

/** Unique ids, so that no record is a twin of another. */
const list = <R>(record: fc.Arbitrary<R>, idOf: (record: R) => string) =>
	fc.uniqueArray(record, { minLength: 1, maxLength: 6, selector: idOf });

/** A part with a hole, and perhaps another beside it; outlines run either way, as in the files of people. */
const polygons: fc.Arbitrary<MultiPolygonRings> = fc
	.record({
		lon: degrees(1, 170),
		lat: degrees(1, 80),
		isClockwise: fc.boolean(),
		hasHole: fc.boolean(),
		parts: fc.constantFrom(1, 2),
	})
	.map(({ lon, lat, isClockwise, hasHole, parts }) => {
		const ring = (from: number, size: number): LonLat[] =>
			[
				[0, 0],
				[size, 0.1],
				[size, size],
				[0.1, size],
				[0, 0],
			].map(([x, y]) => [lon + from + x, lat + from + y]);
		const all = Array.from({ length: parts }, (_, i) => [
			ring(3 * i, 2),
			...(hasHole ? [ring(3 * i + 0.5, 0.5)] : []),
		]);
		return orientRings(all, isClockwise ? "clockwise" : "counter-clockwise");
	});

const facilities = list<FacilityRecord>(
	fc.record({
		...{ id: name, category: fc.constantFrom(...CATEGORIES.map(({ code }) => code)), name, lonLat },
		...{
			floorAreaM2: orNull(area),
			serviceAreaM2: orNull(area),
			officeAreaM2: orNull(area),
			capacity: orNull(count),
		},
		...{ operatorCode: orNull(unitCode), premisesId: orNull(name), address: orNull(name) },
		entrances: fc.array(lonLat, { maxLength: 3 }),
	}),
	({ category, id }) => `${category} ${id}`,
);
const residences = list<ResidenceRecord>(
	fc.record({
		...{ id: name, lonLat, residents: count, households: orNull(count), elders: orNull(count) },
		...{ children: orNull(count), declaredUnitCode: orNull(unitCode) },
	}),
	({ id }) => id,
);
const units = list<UnitRecord>(
	fc.record({
		...{ kind: fc.constant("committee" as const), code: unitCode, name, parentCode: unitCode },
		...{
			streetKind: fc.constant(null),
			zone: orNull(fc.constantFrom("urban", "new-town", "market-town", "village")),
		},
		...{
			declaredResidents: orNull(count),
			declaredHouseholds: orNull(count),
			seat: orNull(lonLat),
			polygons,
		},
	}),
	({ code }) => code,
);
const land = list<LandRecord>(
	fc.record({ id: name, use: name, name: orNull(name), polygons }),
	({ id }) => id,
);
const exceptions = list<ContiguityException>(
	fc
		.oneof(
			fc.record({
				kind: fc.constantFrom("bridge", "ferry"),
				cells: fc.tuple(unitCode, unitCode),
				reason: name,
			}),
			fc.record({ kind: fc.constant("exclave" as const), cells: fc.tuple(unitCode), reason: name }),
		)
		.filter(({ cells: [from, to] }) => from !== to),
	({ kind, cells }) => [kind, ...[...cells].sort()].join(" "),
);

async function roundTrip<R extends object>(
	kind: ExportedKind,
	format: ExportFormat,
	{
		records,
		reader,
		options,
	}: { records: readonly R[]; reader: RecordReader<R>; options: Partial<CheckOptions> },
) {
	const source = await reopened(format, exportTableOf(kind, "", records as never), writeFile);
	const check = new LayerCheck(reader, { ...NO_OPTIONS, ...options }, source.columns);
	return checked(source, check);
}

/** Formats have their own direction of rings; the shape is the same. */
function inOneDirection<R extends object>(record: R): R {
	return "polygons" in record
		? {
				...record,
				polygons: orientRings(record.polygons as MultiPolygonRings, "counter-clockwise"),
			}
		: record;
}

/** Texts longer than a DBF cell are shortened there, see shapefile.test.ts. */
function fitsDbf(record: object): boolean {
	return Object.values(record).every(
		(value) => typeof value !== "string" || Buffer.byteLength(value) <= 250,
	);
}

const LAYERS = {
	facilities: {
		records: facilities,
		reader: facilityReader,
		options: { columns: { category: "category" } },
	},
	residences: { records: residences, reader: residenceReader, options: {} },
	divisions: { records: units, reader: unitReader, options: { level: "committee" } },
	land: { records: land, reader: landReader, options: {} },
	exceptions: { records: exceptions, reader: exceptionReader, options: {} },
} as const;

/** Shapes in a table are for looking at: a table has no shapes for the importer. */
const IMPORTABLE = FORMATS.flatMap((format) =>
	(Object.keys(LAYERS) as (keyof typeof LAYERS)[])
		.filter(
			(kind) =>
				(format !== "csv" && format !== "xlsx") || (kind !== "divisions" && kind !== "land"),
		)
		.map((kind) => [format, kind] as const),
);

test.each(IMPORTABLE)("%s: %s come back as they were", async (format, kind) => {
	const { records, reader, options } = LAYERS[kind];
	await fc.assert(
		fc.asyncProperty(records as fc.Arbitrary<object[]>, async (given) => {
			fc.pre(!format.startsWith("shapefile") || given.every(fitsDbf));
			const back = await roundTrip(kind, format, {
				...{ records: given, options },
				reader: reader as unknown as RecordReader<object>,
			});
			expect(back.found.filter((issue) => issue.startsWith("blocking"))).toEqual([]);
			expect(back.records.map(inOneDirection)).toEqual(given.map(inOneDirection));
		}),
		RUNS,
	);
});

test("a shapefile in GB18030 is recognised as such without being told", async () => {
	const committees = EXAMPLE_UNITS.filter(({ kind }) => kind === "committee");
	const { body } = await writeExport(
		"shapefile-gb18030",
		exportTableOf("divisions", "committee", committees),
	);
	const source = await openSource(writeFile("unasked.zip", await buffer(body)), {});
	expect(source.encoding).toMatchObject({ declared: "gb18030", used: "gb18030", isSure: true });
	expect(source.declaredCrs).toContain("WGS");
	const check = new LayerCheck(unitReader, { ...NO_OPTIONS, level: "committee" }, source.columns);
	const { records, found } = await checked(source, check);
	expect(found).toEqual([]);
	expect(records.map(inOneDirection)).toEqual(committees);
});
