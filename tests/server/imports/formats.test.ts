import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { gzipSync } from "node:zlib";
import ExcelJs from "exceljs";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { layersOf, openSource } from "../../../server/imports/formats.ts";
import { mainFileOf } from "../../../server/imports/mainFileOf.ts";
import {
	csvOf,
	flatGeobufOf,
	geoJsonOf,
	geoPackageOf,
	kmlOf,
	kmzOf,
	xlsxOf,
} from "../../scenes/formatFiles.ts";
import { dbfFile, ringOf, shapefile, squares } from "../../scenes/shapefile.ts";
import { zipFile } from "../../scenes/zipFile.ts";
import { issueCodes, readSource, writeMembers } from "./readSource.ts";
import { temporaryFiles } from "./temporaryFiles.ts";

const write = temporaryFiles();
const FIVE = squares(5);
const PRJ = 'PROJCS["CGCS2000_3_Degree_GK_CM_120E"]';
const unpackedFolders = () =>
	readdirSync(tmpdir()).filter((name) => name.startsWith("jiequan-import-"));

test("a shapefile gives shapes and attributes of the same row, with its .prj, whatever the case of the names", async () => {
	const { shp, shx, dbf } = shapefile(FIVE, { languageByte: 0x4d });
	const path = writeMembers(write, "Sq", { SHP: shp, DBF: dbf, shx, Prj: PRJ });
	const { features, declaredCrs, encoding } = await readSource(path);
	expect(declaredCrs).toBe(PRJ);
	expect(encoding).toMatchObject({ used: "gb18030", declared: "gb18030", basis: "declared" });
	expect(features).toEqual(
		FIVE.map(({ code, name, corner }, i) => ({
			place: { feature: i + 1 },
			properties: { 代码: code, 名称: name, 户数: 100 + i },
			geometry: { type: "Polygon", coordinates: [ringOf(corner ?? [0, 0])] },
		})),
	);
	expect((await layersOf(path, {})).layers).toEqual([
		{ name: "Sq", featureCount: 5, geometry: "Polygon" },
	]);
});

test("a shape that is missing, a row that was deleted, and heights are each told", async () => {
	const [first, second, third] = squares(3);
	const list = [first, { ...second, corner: null }, { ...third, isDeleted: true }];
	const path = writeMembers(write, "odd", shapefile(list, { shapeType: 15 }));
	const { features } = await readSource(path);
	expect(features.map(({ place, geometry }) => [place, geometry?.type])).toEqual([
		[{ feature: 1 }, "Polygon"],
		[{ feature: 2 }, undefined],
	]);
	expect(issueCodes(features)).toEqual(["geometry.z-dropped"]);
});

test("without a .dbf the features have no attributes, and that is an issue; a .dbf alone is a table", async () => {
	const { shp, dbf } = shapefile(FIVE);
	const { features } = await readSource(writeMembers(write, "bare", { shp }));
	expect(features.map(({ properties }) => properties)).toEqual(FIVE.map(() => ({})));
	expect(issueCodes(features)).toEqual(["shapefile.no-dbf"]);
	const table = await readSource(write("table.dbf", dbf));
	expect(table).toMatchObject({ format: "dbf", columns: ["代码", "名称", "户数"] });
	expect(table.features[4]).toMatchObject({ place: { row: 5 }, geometry: null });
});

test("rows without shape and shapes without row are kept, each with an issue", async () => {
	const { shp, shx } = shapefile(squares(3));
	const { dbf } = shapefile(FIVE);
	const more = await readSource(writeMembers(write, "more", { shp, shx, dbf }));
	expect(more.features.map(({ geometry }) => geometry === null)).toEqual([
		false,
		false,
		false,
		true,
		true,
	]);
	expect(issueCodes(more.features)).toEqual(["shapefile.shape-missing"]);
	const few = shapefile(squares(2)).dbf;
	const less = await readSource(writeMembers(write, "less", { shp, shx, dbf: few }));
	expect(less.features).toHaveLength(3);
	expect(issueCodes(less.features)).toEqual(["shapefile.row-missing"]);
});

test("one damaged shape is one feature without shape; the others stay", async () => {
	const { shp, shx, dbf } = shapefile(FIVE);
	shp.writeInt32LE(1_000_000, 100 + 2 * (8 + 128) + 8 + 40); // points of the third
	const { features } = await readSource(writeMembers(write, "damaged", { shp, shx, dbf }));
	expect(features.map(({ geometry }) => geometry === null)).toEqual([
		false,
		false,
		true,
		false,
		false,
	]);
	expect(issueCodes(features)).toEqual(["geometry.unreadable"]);
});

test("a .shp shorter than its header says, and surfaces in space, are refused", async () => {
	const { shp } = shapefile(FIVE);
	await expect(readSource(write("cut.shp", shp.subarray(0, shp.length - 8)))).rejects.toMatchObject(
		{
			code: "shapefile.truncated",
		},
	);
	shp.writeInt32LE(31, 32);
	await expect(readSource(write("patch.shp", shp))).rejects.toMatchObject({
		code: "shapefile.multipatch",
	});
});

test("100,000 polygons in GBK stream", async () => {
	const path = writeMembers(write, "many", shapefile(squares(100_000)));
	const source = await openSource(path, {});
	let count = 0;
	let last = "";
	let mostMb = 0;
	const before = process.memoryUsage.rss();
	for await (const { properties } of source.features) {
		last = String(properties["名称"]);
		if (++count % 10_000 === 0)
			mostMb = Math.max(mostMb, (process.memoryUsage.rss() - before) / 1e6);
	}
	expect([count, last]).toEqual([100_000, "龙泉园路第99999居委会"]);
	expect(mostMb).toBeLessThan(200);
});

test("a GeoPackage gives its layers and tables, with the CRS of each", async () => {
	const path = write(
		"a.gpkg",
		await geoPackageOf([...FIVE, { code: "6", name: "无", corner: null }]),
	);
	expect(await layersOf(path, {})).toEqual({
		format: "gpkg",
		layers: [
			{ name: "squares", featureCount: 6, geometry: "Polygon" },
			{ name: "notes", featureCount: 1, geometry: "Table" },
		],
	});
	const { features, declaredCrs } = await readSource(path, { layer: "squares" });
	expect(declaredCrs).toBe("EPSG:4549");
	expect(features[0]).toMatchObject({
		properties: { code: FIVE[0].code, name: FIVE[0].name },
		geometry: { type: "Polygon", coordinates: [ringOf([121, 31])] },
	});
	expect(features[5].geometry).toBeNull();
	const notes = await readSource(path, { layer: "notes" });
	expect(notes).toMatchObject({ declaredCrs: null, columns: ["id", "note"] });
	await expect(readSource(path)).rejects.toMatchObject({ code: "layer.not-chosen" });
	await expect(readSource(path, { layer: "没有" })).rejects.toMatchObject({
		code: "layer.unknown",
	});
});

test("FlatGeobuf gives features and the CRS of its header", async () => {
	const { features, declaredCrs } = await readSource(write("a.fgb", flatGeobufOf(FIVE)));
	expect(declaredCrs).toBe("EPSG:4549");
	expect(features).toEqual(
		geoJsonOf(FIVE).features.map(({ properties, geometry }, i) => ({
			place: { feature: i + 1 },
			properties,
			geometry,
		})),
	);
});

test("KML and KMZ give placemarks in degrees; folders can be read one by one or together", async () => {
	for (const path of [write("a.kml", kmlOf(FIVE)), write("a.kmz", kmzOf(FIVE))]) {
		const { features, declaredCrs } = await readSource(path);
		expect(declaredCrs).toBe("EPSG:4326");
		expect(features.map(({ properties }) => [properties["code"], properties["name"]])).toEqual(
			FIVE.map(({ code, name }) => [code, name]),
		);
		expect(features[0].geometry).toEqual({ type: "Polygon", coordinates: [ringOf([121, 31])] });
	}
	const path = write("folders.kml", kmlOf(FIVE, ["甲", "乙"]));
	expect(
		(await layersOf(path, {})).layers.map(({ name, featureCount }) => [name, featureCount]),
	).toEqual([
		["*", 5],
		["甲", 3],
		["乙", 2],
	]);
	expect((await readSource(path, { layer: "乙" })).features).toHaveLength(2);
	const all = (await readSource(path)).features;
	expect(all.map(({ properties }) => properties["folder"])).toEqual(["甲", "甲", "甲", "乙", "乙"]);
});

test("a KML with a document type is refused before it is parsed", async () => {
	const entity = '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
	const path = write(
		"evil.kml",
		kmlOf(FIVE).replace("<kml ", `${entity}<kml `).replace("龙泉", "&x;"),
	);
	await expect(readSource(path)).rejects.toMatchObject({ code: "kml.doctype-refused" });
});

test("a workbook gives texts: 12 digits whole, dates as ISO, formulas by their stored result, titles passed over", async () => {
	const workbook = new ExcelJs.Workbook();
	const sheet = workbook.addWorksheet("小区");
	sheet.addRow(["黄浦区小区一览表"]);
	sheet.addRow([]);
	sheet.addRow(["代码", "名称", "建成", "户数", "备注"]);
	sheet.addRow([
		310_101_002_001,
		"一",
		new Date(Date.UTC(1998, 4, 7)),
		{ formula: "1+1", result: 2 },
	]);
	sheet.addRow([]);
	sheet.addRow(["", { richText: [{ text: "富" }, { text: "文本", font: { bold: true } }] }]);
	sheet.getCell("A6").value = 7;
	sheet.getCell("A6").numFmt = "000000";
	workbook.addWorksheet("空");
	const path = write("a.xlsx", Buffer.from(await workbook.xlsx.writeBuffer()));
	expect((await layersOf(path, {})).layers.map(({ name }) => name)).toEqual(["小区"]);
	const { features, columns } = await readSource(path);
	expect(columns).toEqual(["代码", "名称", "建成", "户数", "备注"]);
	expect(features.map(({ place, properties }) => [place, Object.values(properties)])).toEqual([
		[{ row: 1 }, ["310101002001", "一", "1998-05-07", "2", ""]],
		[{ row: 2 }, ["000007", "富文本", "", "", ""]],
	]);
	expect(issueCodes(features)).toEqual(["cell.formula-value", "xlsx.title-skipped"]);
});

test("an archive gives the layers of all files in it, and leaves nothing unpacked behind", async () => {
	const before = unpackedFolders();
	const { shp, shx, dbf } = shapefile(FIVE);
	const path = write(
		"many.zip",
		zipFile([
			{ name: "资料/区界.shp", content: shp },
			{ name: "资料/区界.shx", content: shx },
			{ name: "资料/区界.DBF", content: dbf },
			{ name: "资料/区界.prj", content: PRJ },
			{ name: "__MACOSX/资料/._区界.shp", content: "mac" },
			{ name: "readme.txt", content: "说明" },
			{ name: "点.geojson", content: JSON.stringify(geoJsonOf(FIVE)) },
			{ name: "库.gpkg", content: await geoPackageOf(FIVE) },
		]),
	);
	const { format, layers } = await layersOf(path, {});
	expect(format).toBe("zip");
	expect(layers.map(({ name }) => name)).toEqual(["资料/区界", "点", "库/squares", "库/notes"]);
	for (const [layer, expected] of [
		["资料/区界", "shapefile"],
		["点", "geojson"],
		["库/squares", "gpkg"],
	])
		expect(await readSource(path, { layer })).toMatchObject({
			format: expected,
			layer,
			features: { length: 5 },
		});
	expect((await readSource(path, { layer: "资料/区界" })).declaredCrs).toBe(PRJ);
	const closed = await openSource(path, { layer: "点" });
	await closed.close?.();
	expect(unpackedFolders()).toEqual(before);
});

test("names in an archive that a Chinese packer wrote in GBK are read", async () => {
	const { shp, shx, dbf } = shapefile(FIVE);
	const name = (extension: string) => iconv.encode(`上海市黄浦区街道.${extension}`, "gbk");
	const members = Object.entries({ shp, shx, dbf });
	const path = write(
		"gbk.zip",
		zipFile(members.map(([extension, content]) => ({ name: name(extension), content, flags: 0 }))),
	);
	expect(await layersOf(path, {})).toEqual({
		format: "shapefile",
		layers: [{ name: "上海市黄浦区街道", featureCount: 5, geometry: "Polygon" }],
	});
	expect((await readSource(path)).features).toHaveLength(5);
});

test("gzip is unpacked", async () => {
	const geojson = gzipSync(JSON.stringify(geoJsonOf(FIVE)));
	expect((await readSource(write("a.geojson.gz", geojson))).features).toHaveLength(5);
	expect((await readSource(write("a.csv.gz", gzipSync(csvOf(FIVE))))).format).toBe("csv");
});

test("a lying extension is found out by the content", async () => {
	const { shp } = shapefile(FIVE);
	const liars: readonly [name: string, content: string | Uint8Array, format: string][] = [
		["a.csv", JSON.stringify(geoJsonOf(FIVE)), "geojson"],
		["a.geojson", csvOf(FIVE), "csv"],
		["a.json", kmlOf(FIVE), "kml"],
		["a.xlsx", csvOf(FIVE), "csv"],
		["a.xls", await xlsxOf(FIVE), "xlsx"],
		["a.zip", await geoPackageOf(FIVE), "gpkg"],
		["a.gpkg", flatGeobufOf(FIVE), "fgb"],
		["a.txt", shp, "shapefile"],
		["a.dat", zipFile([{ name: "x.csv", content: csvOf(FIVE) }]), "csv"],
	];
	for (const [name, content, format] of liars)
		expect([name, (await layersOf(write(name, content), {})).format]).toEqual([name, format]);
});

test("what cannot be read is refused with words on what to do", async () => {
	const strangers: readonly [
		name: string,
		content: string | Uint8Array,
		code: string,
		word: string,
	][] = [
		["a.osm", '<?xml version="1.0"?>\n<osm version="0.6"></osm>', "format.osm", "路网"],
		["a.xls", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "format.xls", ".xlsx"],
		["a.prj", PRJ, "format.unsupported", ".shp"],
		["web page.xlsx", "<html><body><table></table></body></html>", "format.web-page", ".xlsx"],
		["a.png", Buffer.from("89504e470d0a1a0a0000", "hex"), "format.unsupported", ".gpkg"],
		["a.pdf", "%PDF-1.7\n%", "format.unsupported", ".gpkg"],
	];
	for (const [name, content, code, word] of strangers)
		await expect(openSource(write(name, content), {})).rejects.toMatchObject({
			code,
			words: { zh: expect.stringContaining(word) },
		});
});

test("of files handed in together the one to open is found, or they are refused", () => {
	expect(mainFileOf(["/u/a.dbf", "/u/A.SHP", "/u/a.shx", "/u/a.shp.xml", "/u/a.prj"])).toBe(
		"/u/A.SHP",
	);
	expect(mainFileOf(["/u/a.geojson", "/u/a.prj"])).toBe("/u/a.geojson");
	expect(mainFileOf(["/u/a.dbf", "/u/a.cpg"])).toBe("/u/a.dbf");
	const refusedWith = (paths: string[]) => {
		try {
			return mainFileOf(paths);
		} catch (error) {
			return (error as { code: string }).code;
		}
	};
	expect(refusedWith(["/u/a.shp", "/u/b.dbf"])).toBe("files.not-together");
	expect(refusedWith(["/u/a.csv", "/u/b.csv"])).toBe("files.not-together");
	expect(refusedWith(["/u/a.dbf", "/u/a.shx"])).toBe("shapefile.no-shp");
	expect(refusedWith(["/u/a.shx", "/u/a.prj"])).toBe("shapefile.no-shp");
});

test("a table without rows still has its columns", async () => {
	expect(await readSource(write("empty.dbf", dbfFile([], {})))).toMatchObject({
		columns: ["代码", "名称", "户数"],
		features: [],
	});
});
