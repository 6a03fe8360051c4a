import iconv from "iconv-lite";
import { expect, test } from "vitest";
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import { openSource } from "../../../server/imports/formats.ts";
import { geodata, geodataTest } from "./geodata.ts";
import { temporaryFiles } from "./temporaryFiles.ts";

const write = temporaryFiles();

async function read(path: string, encoding?: string) {
	const source = await openSource(path, { encoding });
	const features: SourceFeature[] = [];
	for await (const feature of source.features) features.push(feature);
	const { format, columns, declaredCrs } = source;
	return { format, encoding: source.encoding.used, columns, declaredCrs, features };
}

const point = (lon: number, properties: object = {}) => ({
	type: "Feature",
	properties,
	geometry: { type: "Point", coordinates: [lon, 31] },
});
const text = (value: unknown) => JSON.stringify(value);

test("a feature collection gives its features in order, whatever stands around them", async () => {
	const collection = {
		name: 'a "quoted" ] } name',
		type: "FeatureCollection",
		features: [point(1, { note: 'brace } bracket ] quote " backslash \\' }), point(2)],
		bbox: [1, 2, 3, 4],
	};
	for (const space of [undefined, 2]) {
		const { format, features } = await read(
			write("a.geojson", JSON.stringify(collection, null, space)),
		);
		expect(format).toBe("geojson");
		expect(features).toEqual(
			collection.features.map(({ properties, geometry }, i) => ({
				place: { feature: i + 1 },
				properties,
				geometry,
			})),
		);
	}
});

test("one feature, and a feature per line, are files too", async () => {
	expect((await read(write("one.json", text(point(5))))).features).toHaveLength(1);
	const lines = write("many.ndjson", [point(1), point(2), point(3)].map(text).join("\n"));
	expect((await read(lines)).features.map(({ place }) => place)).toEqual(
		[1, 2, 3].map((feature) => ({ feature })),
	);
	const sequence = write(
		"many.geojsons",
		[point(1), point(2)].map((f) => `\u001e${text(f)}\n`).join(""),
	);
	expect((await read(sequence)).features).toHaveLength(2);
	const empty = write("none.geojson", text({ type: "FeatureCollection", features: [] }));
	expect((await read(empty)).features).toEqual([]);
});

test("a large file arrives whole across the chunks it is read in", async () => {
	const features = Array.from({ length: 20_000 }, (_, i) =>
		point(i / 1000, { i, name: "第".repeat(i % 40) }),
	);
	const path = write("large.geojson", text({ type: "FeatureCollection", features }));
	const found = (await read(path)).features;
	expect(found.map(({ properties }) => properties)).toEqual(
		features.map(({ properties }) => properties),
	);
});

test("the declared CRS is known, before or behind the features; an id beside the properties is one of them", async () => {
	const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4549" } };
	const behind = write(
		"crs.geojson",
		text({ type: "FeatureCollection", features: [{ ...point(1), id: 7 }], crs }),
	);
	const { declaredCrs, features } = await read(behind);
	expect(declaredCrs).toBe("EPSG:4549");
	expect(features[0].properties).toEqual({ id: 7 });
});

test("GeoJSON cut off or broken is refused with the place", async () => {
	const whole = text({ type: "FeatureCollection", features: [point(1), point(2)] });
	for (let length = 1; length < whole.length; length++)
		await expect(read(write("cut.geojson", whole.slice(0, length)))).rejects.toMatchObject({
			code: "geojson.truncated",
			message: expect.stringMatching(/character \d+/),
		});
	await expect(
		read(write("broken.geojson", whole.replace('"type":"Point"', '"type":Point'))),
	).rejects.toMatchObject({
		code: "geojson.malformed",
	});
	await expect(
		read(write("other.geojson", '{"type":"Topology","objects":{}}')),
	).rejects.toMatchObject({
		code: "geojson.malformed",
	});
});

test("a CSV with a byte order mark, quotes, line breaks in cells and empty last lines", async () => {
	const path = write(
		"a.csv",
		'\ufeffid,名称,lon\r\n1,"一, ""二""\n三",121.5\r\n\r\n,,\r\n2,四,\r\n',
	);
	expect(await read(path)).toEqual({
		format: "csv",
		encoding: "utf-8",
		columns: ["id", "名称", "lon"],
		declaredCrs: null,
		features: [
			{
				place: { row: 1 },
				properties: { id: "1", 名称: '一, "二"\n三', lon: "121.5" },
				geometry: null,
			},
			{ place: { row: 2 }, properties: { id: "2", 名称: "四", lon: "" }, geometry: null },
		],
	});
});

test("tabs and semicolons are found by the header", async () => {
	expect(await read(write("a.tsv", "id\tname\n1\ta,b\n"))).toMatchObject({
		format: "tsv",
		columns: ["id", "name"],
	});
	expect(await read(write("b.csv", "id;name\n1;a,b\n"))).toMatchObject({ columns: ["id", "name"] });
});

test("GB18030 reads as UTF-8 does, with or without being told; an encoding that is none is refused", async () => {
	const table = "名称,lon\n龙泉园路居委会𠮷,121\n";
	const gbk = write("gb.csv", iconv.encode(table, "gb18030"));
	const { features } = await read(write("u.csv", table));
	expect((await read(gbk, "gb18030")).features).toEqual(features);
	expect(await read(gbk)).toMatchObject({ encoding: "gb18030", features });
	await expect(read(gbk, "klingon")).rejects.toMatchObject({ code: "encoding.unknown" });
});

test("UTF-8 with a damaged byte is refused with its place, not read as something else", async () => {
	const rows = Array.from({ length: 40 }, (_, i) => `第${i}居委会,121\n`).join("");
	const bytes = Buffer.from(`名称,lon\n${rows}`);
	bytes[bytes.length - 10] = 0xff;
	await expect(read(write("damaged.csv", bytes))).rejects.toMatchObject({
		code: "encoding.invalid",
		message: expect.stringMatching(/byte \d+/),
	});
});

test("UTF-16 is known by its mark", async () => {
	const path = write("u16.csv", iconv.encode("名称,lon\n一,1\n", "utf-16le", { addBOM: true }));
	expect(await read(path)).toMatchObject({ encoding: "utf-16le", columns: ["名称", "lon"] });
});

test("a row with too many or too few cells is an issue with its row", async () => {
	const { features } = await read(write("cells.csv", "id,name\n1,a\n2,b,c\n3\n"));
	expect(features.map(({ issues }) => issues?.map(({ code, at }) => [code, at]))).toEqual([
		undefined,
		[["row.cell-count", { row: 2 }]],
		[["row.cell-count", { row: 3 }]],
	]);
});

test("broken tables and unknown files are refused with a code", async () => {
	await expect(read(write("quote.csv", 'id,name\n1,"never closed\n2,b\n'))).rejects.toMatchObject({
		code: "csv.malformed",
	});
	await expect(read(write("twice.csv", "id,id\n1,2\n"))).rejects.toMatchObject({
		code: "csv.duplicate-column",
	});
	await expect(
		read(write("a.zip", Buffer.from("PK\u0003\u0004\u0000\u0000"))),
	).rejects.toMatchObject({
		code: "archive.malformed",
	});
	await expect(read(write("a.gpx", "<gpx></gpx>"))).rejects.toMatchObject({
		code: "format.unsupported",
		message: expect.stringContaining(".gpkg"),
	});
});

geodataTest(
	"the hexagons of Porto Alegre hold 812,935 people; healthcare is empty in 5 rows",
	async () => {
		const { features } = await read(geodata("population-dev/poa_hexgrid.csv"));
		const people = features.reduce(
			(sum, { properties }) => sum + Number(properties["population"]),
			0,
		);
		expect([features.length, people]).toEqual([1_227, 812_935]);
		expect(features.filter(({ properties }) => properties["healthcare"] === "")).toHaveLength(5);
	},
);

geodataTest("113 of Shanghai's street-level units", async () => {
	const { features } = await read(geodata("shanghai-boundaries/shanghai_streets_osm.geojson"));
	expect(features).toHaveLength(113);
});
