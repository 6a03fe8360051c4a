// KML as a stream: one feature after another, whatever the size of the file.
import { expect, test } from "vitest";
import { layersOf, openSource } from "../../../server/imports/formats.ts";
import { readSource } from "./readSource.ts";
import { temporaryFiles } from "./temporaryFiles.ts";

const write = temporaryFiles();
const KML = 'xmlns="http://www.opengis.net/kml/2.2"';
const point = (name: string, inside = "") =>
	`<Placemark><name>${name}</name>${inside}<Point><coordinates>121.5,31.2</coordinates></Point></Placemark>`;
const documentOf = (inside: string) => `<kml ${KML}><Document>${inside}</Document></kml>`;

test("a folder may be named after what is in it, and folders in folders have a path", async () => {
	const path = write(
		"folders.kml",
		documentOf(
			`${point("零")}<Folder>${point("一")}<name>甲</name><Folder><name>乙 &amp; 丙</name>${point("二")}</Folder>${point("三")}</Folder><Folder>${point("四")}</Folder>`,
		),
	);
	const { features } = await readSource(path);
	expect(features.map(({ properties }) => [properties["name"], properties["folder"]])).toEqual([
		["零", undefined],
		["一", "甲"],
		["二", "甲/乙 & 丙"],
		["三", "甲"],
		["四", "?"],
	]);
	expect(
		(await layersOf(path, {})).layers.map(({ name, featureCount }) => [name, featureCount]),
	).toEqual([
		["*", 5],
		["甲", 2],
		["甲/乙 & 丙", 1],
		["?", 1],
	]);
	expect((await readSource(path, { layer: "甲" })).features).toMatchObject([
		{ place: { feature: 1 }, properties: { name: "一" } },
		{ place: { feature: 2 }, properties: { name: "三" } },
	]);
});

test("schemas and styles that features share reach them wherever they stand", async () => {
	const data =
		'<styleUrl>#m</styleUrl><ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="户数">12</SimpleData></SchemaData><Data name="备注"><value>&lt;b&gt;</value></Data></ExtendedData>';
	const shared =
		'<Style id="a"><LineStyle><width>3</width></LineStyle></Style><StyleMap id="m"><Pair><key>normal</key><styleUrl>#a</styleUrl></Pair></StyleMap><Schema id="s" name="s"><SimpleField name="户数" type="int"/></Schema>';
	for (const [name, inside] of [
		["before.kml", shared + point("一", data)],
		["after.kml", point("一", data) + shared],
	]) {
		const { features } = await readSource(write(name, documentOf(inside)));
		expect(features).toMatchObject([
			{
				properties: { name: "一", 户数: 12, 备注: "<b>", "stroke-width": 3 },
				geometry: { type: "Point", coordinates: [121.5, 31.2] },
			},
		]);
	}
});

test("elements may have a prefix, and use others that nobody declared", async () => {
	const prefixed = documentOf(point("一")).replace(/<(\/?)/g, "<$1kml:");
	const path = write("prefix.kml", prefixed.replace("xmlns=", "xmlns:kml="));
	expect((await readSource(path)).features).toMatchObject([
		{ properties: { name: "一" }, geometry: { type: "Point" } },
	]);
	const track = `<Placemark><name>迹</name><ExtendedData><own:n>1</own:n></ExtendedData><gx:Track><when>2020-01-01</when><when>2020-01-02</when><gx:coord>121 31 0</gx:coord><gx:coord>122 31 0</gx:coord></gx:Track></Placemark>`;
	const { features } = await readSource(write("gx.kml", documentOf(track)));
	expect(features).toMatchObject([
		{ properties: { name: "迹" }, geometry: { type: "LineString" } },
	]);
});

test("a document type is refused wherever it stands; in a description it is text", async () => {
	const whole = documentOf(point("一"));
	for (const type of ['<!DOCTYPE kml SYSTEM "x.dtd">', "<!DOCTYPE kml [<!ENTITY a 'b'>]>"])
		await expect(readSource(write("type.kml", type + whole))).rejects.toMatchObject({
			code: "kml.doctype-refused",
		});
	const html = "<description><![CDATA[<!DOCTYPE html><p>ENTITY]]></description>";
	const { features } = await readSource(write("html.kml", documentOf(point("一", html))));
	expect(features).toMatchObject([
		{ properties: { description: { value: "<!DOCTYPE html><p>ENTITY" } } },
	]);
});

test("what is cut off, another document and an entity that nobody declared are refused", async () => {
	const whole = documentOf(point("一"));
	const broken = [whole.slice(0, -6), `${whole}<kml/>`, "<gpx></gpx>", documentOf(point("&x;"))];
	for (const text of broken)
		await expect(openSource(write("broken.kml", text), {})).rejects.toMatchObject({
			code: "kml.malformed",
		});
});

test("20 MB of polygons stream, in memory for the last of them", async () => {
	const ring = Array.from({ length: 400 }, (_, i) => `121.${i}12345678,31.${i}12345678,0`).join(
		" ",
	);
	const polygon = `<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
	const count = Math.round(20_000_000 / polygon.length);
	const path = write("large.kml", documentOf(polygon.repeat(count)));
	const source = await openSource(path, {});
	const before = process.memoryUsage.rss();
	let mostMb = 0;
	let read = 0;
	for await (const _ of source.features)
		if (++read % 100 === 0) mostMb = Math.max(mostMb, (process.memoryUsage.rss() - before) / 1e6);
	expect(read).toBe(count);
	expect(mostMb).toBeLessThan(200);
}, 60_000);
