import iconv from "iconv-lite";
import { expect, test } from "vitest";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { FIELD_COLUMNS } from "../../../planning/layers/fields.ts";
import type { ExportTable } from "../../../server/exports/ExportTable.ts";
import { exportTableOf } from "../../../server/exports/exportTableOf.ts";
import { dbfFile } from "../../../server/exports/shapefile/dbfFile.ts";
import { type DbfEncoding, fitted } from "../../../server/exports/shapefile/dbfText.ts";
import { fieldNotes } from "../../../server/exports/shapefile/fieldNotes.ts";
import { measureShapefile } from "../../../server/exports/shapefile/measureShapefile.ts";
import { shortNames } from "../../../server/exports/shapefile/shortNames.ts";
import { shpFile, shxFile } from "../../../server/exports/shapefile/shpFile.ts";

const table = (part: Partial<ExportTable>): ExportTable => ({
	name: "things",
	title: "东西",
	shape: "none",
	columns: [{ name: "name", type: "text" }],
	rows: [],
	...part,
});

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
	const all: Buffer[] = [];
	for await (const piece of pieces) all.push(piece);
	return Buffer.concat(all);
}

test.each<DbfEncoding>(["utf-8", "gb18030"])(
	"a text is never cut inside a character (%s)",
	(encoding) => {
		for (const character of ["很", "𠮷", "é", "👨‍👩‍👧", "x"])
			for (let lead = 0; lead < 8; lead++) {
				const text = "-".repeat(lead) + character.repeat(300);
				const bytes = fitted(text, encoding);
				const kept = iconv.decode(bytes, encoding);
				expect(bytes.length).toBeLessThanOrEqual(254);
				expect(text.startsWith(kept)).toBe(true);
				expect((kept.length - lead) % character.length).toBe(0);
			}
	},
);

test("as much of a text is kept as fits", () => {
	expect(fitted("很".repeat(200), "gb18030")).toHaveLength(254);
	expect(fitted("很".repeat(200), "utf-8")).toHaveLength(252);
	expect(fitted("a".repeat(254), "utf-8")).toHaveLength(254);
});

test("a list is cut between its entries", () => {
	const doors = Array.from({ length: 20 }, (_, i) => `120.1234567 30.12345${10 + i}`);
	const kept = fitted(doors.join("; "), "utf-8", "; ").toString();
	const entries = kept.split("; ");
	expect(entries).toEqual(doors.slice(0, entries.length));
	expect(entries.length).toBe(Math.floor((254 + 2) / (doors[0].length + 2)));
});

test("field names have at most 10 bytes and all differ", () => {
	const names = shortNames([
		"一二三四五",
		"一二三六七",
		"abcdefghijkl",
		"ABCDEFGHIJmn",
		"abcdefghij",
	]);
	expect(names).toEqual(["一二三", "一二_2", "abcdefghij", "ABCDEFGH_2", "abcdefgh_3"]);
	for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(10);
});

test.each(["divisions", "facilities", "residences", "exceptions", "land"] as const)(
	"a short field name is one that the importer finds by itself (%s)",
	(kind) => {
		const { columns } = exportTableOf(kind, "", []);
		const names = columns.map(({ name }) => name);
		const fields = Object.values(FIELD_COLUMNS).map((aliases): readonly string[] => aliases);
		for (const [i, short] of shortNames(names).entries()) {
			expect(Buffer.byteLength(short)).toBeLessThanOrEqual(10);
			expect(fields.some((aliases) => aliases.includes(names[i]) && aliases.includes(short))).toBe(
				true,
			);
		}
	},
);

test("the code page is named in the header, and numbers stand at the right", async () => {
	const columns = [
		{ name: "name", type: "text" },
		{ name: "count", type: "integer" },
		{ name: "share", type: "number" },
	] as const;
	const rows = [{ values: ["街道", -7, 0.125] }, { values: [null, null, null] }];
	const things = table({ columns, rows });
	const dbf = await bytesOf(dbfFile(things, await measureShapefile(things, "gb18030")));
	expect(dbf[29]).toBe(0x4d);
	expect(dbf.readUInt32LE(4)).toBe(2);
	const [headerBytes, recordBytes] = [dbf.readUInt16LE(8), dbf.readUInt16LE(10)];
	expect(headerBytes).toBe(32 + 3 * 32 + 1);
	expect(dbf.length).toBe(headerBytes + 2 * recordBytes + 1);
	const record = dbf.subarray(headerBytes, headerBytes + recordBytes);
	expect(iconv.decode(record, "gb18030")).toBe(` 街道${"-7".padStart(9)}${"0.125".padStart(12)}`);
	expect(dbf.subarray(headerBytes + recordBytes, -1).toString()).toBe(" ".repeat(recordBytes));
	expect(dbf.at(-1)).toBe(0x1a);
});

/** Twice the signed area; negative runs clockwise. */
function turn(ring: readonly LonLat[]): number {
	return Math.sign(
		ring.slice(1).reduce((sum, [lon, lat], i) => sum + ring[i][0] * lat - lon * ring[i][1], 0),
	);
}

test("outer rings run clockwise and holes the other way, whatever way they came, all parts in one record", async () => {
	const square = (lon: number, size: number): LonLat[] => [
		[lon, 30],
		[lon + size, 30],
		[lon + size, 30 + size],
		[lon, 30 + size],
		[lon, 30],
	];
	const rows = [
		{ values: ["一"], polygons: [[square(120, 4), square(121, 1)], [square(130, 1).reverse()]] },
		{ values: ["二"], polygons: [] },
	];
	const things = table({ shape: "polygons", rows });
	const measures = await measureShapefile(things, "utf-8");
	const shp = await bytesOf(shpFile(things, measures));
	const shx = await bytesOf(shxFile(things, measures));
	expect(shp.readInt32BE(24) * 2).toBe(shp.length);
	expect(shx.readInt32BE(24) * 2).toBe(shx.length);
	expect([36, 44, 52, 60].map((at) => shp.readDoubleLE(at))).toEqual([120, 30, 131, 34]);
	expect([44, 48].map((at) => shp.readInt32LE(100 + at))).toEqual([3, 15]);
	const firstPoint = 100 + 52 + 3 * 4;
	const turns = [0, 5, 10].map((begins) =>
		turn(
			Array.from({ length: 5 }, (_, i) => {
				const at = firstPoint + 16 * (begins + i);
				return [shp.readDoubleLE(at), shp.readDoubleLE(at + 8)] as const;
			}),
		),
	);
	expect(turns).toEqual([-1, 1, -1]);
	const second = shx.readInt32BE(108) * 2; // where the index says the second record begins
	expect(shp.readInt32BE(second)).toBe(2);
	expect(shp.readInt32LE(second + 8)).toBe(0); // a null shape
	expect(second + 12).toBe(shp.length);
});

test("what was shortened is told beside the file", async () => {
	const rows = [{ values: ["长".repeat(300)] }, { values: ["短"] }];
	const things = table({ columns: [{ name: "declared_residents_note", type: "text" }], rows });
	const notes = fieldNotes(things, await measureShapefile(things, "utf-8"));
	expect(notes).toContain("declared_r\tdeclared_residents_note");
	expect(notes).toMatch(/declared_r\t1\r\n$/);
});

test("a layer over 2 GB is refused before the first byte", async () => {
	const columns = Array.from({ length: 12 }, (_, i) => ({ name: `c${i}`, type: "text" as const }));
	const values = columns.map(() => "x".repeat(254));
	const rows = {
		*[Symbol.iterator]() {
			for (let i = 0; i < 710_000; i++) yield { values: i === 0 ? values : [] };
		},
	};
	await expect(measureShapefile(table({ columns, rows }), "utf-8")).rejects.toMatchObject({
		code: "export.too-large",
	});
});
