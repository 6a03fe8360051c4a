// A file is understood without anybody saying anything; "yes" to it brings every position to its truth.
import { copyFileSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { distanceM } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type { RegistrationItem } from "../../../planning/layers/registration.ts";
import type { Understanding } from "../../../planning/wire/understanding.ts";
import { toBd09, toGcj02 } from "../../../server/imports/crs/mapOffsets.ts";
import { toLonLatOf } from "../../../server/imports/crs/toLonLatOf.ts";
import { openSource } from "../../../server/imports/formats.ts";
import {
	type KnownCity,
	settingsOf,
	type UnderstandAsk,
	understandFile,
} from "../../../server/imports/understand.ts";
import { positionsOf } from "../../../server/imports/understandSample.ts";
import { geodata, geodataTest } from "./geodata.ts";
import { temporaryFiles } from "./temporaryFiles.ts";

const write = temporaryFiles();
const DERIVED = "messy-dev/derived_from_shanghai_streets";
const NOTHING: UnderstandAsk = {
	layer: null,
	encoding: null,
	crs: null,
	isSwapped: null,
	kind: null,
};
const NOWHERE: KnownCity = {
	cityBox: null,
	references: async () => [],
	localGrids: [],
	savedMapping: async () => null,
};

interface Street {
	readonly code: string;
	readonly name: string;
	readonly ring: readonly LonLat[];
}

function truth(): Street[] {
	const { features } = JSON.parse(
		readFileSync(geodata(`${DERIVED}/truth_huangpu_wgs84.geojson`), "utf8"),
	);
	return features.map(({ properties, geometry }: Record<string, Record<string, unknown>>) => ({
		code: properties?.["行政代码"],
		name: properties?.["街道名称"],
		ring: positionsOf({ type: String(geometry?.["type"]), coordinates: geometry?.["coordinates"] }),
	}));
}

/** 黄浦's streets are in force, and the schools of the city. */
function huangpu(): KnownCity {
	const streets = truth();
	const positions = streets.flatMap(({ ring }) => ring);
	const range = (part: 0 | 1) => positions.map((place) => place[part]);
	const units = streets.map(
		({ code, name, ring }): RegistrationItem => ({
			code,
			name,
			at: ring[0] ?? [0, 0],
			line: ring,
		}),
	);
	return {
		...NOWHERE,
		cityBox: [
			Math.min(...range(0)),
			Math.min(...range(1)),
			Math.max(...range(0)),
			Math.max(...range(1)),
		],
		references: async (kind) => (kind === "facilities" ? schools() : units),
	};
}

function schools(): RegistrationItem[] {
	const rows: Record<string, string>[] = parse(
		readFileSync(geodata("shanghai-poi/shanghai_school.csv")),
		{ columns: true, bom: true },
	);
	return rows.map(({ name, lon, lat }) => ({
		code: null,
		name: name ?? null,
		at: [Number(lon), Number(lat)],
	}));
}

/** The positions of each feature as "yes" reads them. */
async function read(path: string, understanding: Understanding) {
	const settings = settingsOf(understanding);
	if (settings?.crs == null) throw new Error("There is nothing to say yes to.");
	const toLonLat = toLonLatOf(settings.crs, { isSwapped: settings.isSwapped, localGrids: [] });
	const { layer, encoding } = settings;
	const source = await openSource(path, {
		layer: layer ?? undefined,
		encoding: encoding ?? undefined,
	});
	const features: { properties: Readonly<Record<string, unknown>>; places: LonLat[] }[] = [];
	for await (const { properties, geometry } of source.features)
		features.push({ properties, places: positionsOf(geometry).map(([x, y]) => toLonLat(x, y)) });
	return { features, settings };
}

/** The largest distance of a vertex from the truth's nearest, by street name; rings may start elsewhere. */
async function worstM(path: string, understanding: Understanding): Promise<number> {
	const { features, settings } = await read(path, understanding);
	const byName = new Map(truth().map((street) => [street.name, street.ring]));
	expect(features).toHaveLength(byName.size);
	let worst = 0;
	for (const { properties, places } of features) {
		const ring = byName.get(String(properties[settings.columns["name"] ?? ""])) ?? [];
		expect(places).toHaveLength(ring.length);
		for (const place of places)
			worst = Math.max(worst, Math.min(...ring.map((vertex) => distanceM(vertex, place))));
	}
	return worst;
}

geodataTest(
	"the GBK shapefile in EPSG:4549 comes out within 0.1 m, by its .prj and without it",
	async () => {
		const shp = geodata(`${DERIVED}/huangpu_epsg4549_gbk/黄浦街道.shp`);
		const found = await understandFile(shp, NOTHING, huangpu());
		expect(found).toMatchObject({
			kind: "divisions",
			level: "street",
			crs: { used: "EPSG:4549", basis: "declared", isSure: true, inCity: { inside: 10, of: 10 } },
			offset: null,
			geometries: { Polygon: 10 },
			sampled: 10,
			isWhole: true,
		});
		expect(found.encoding.used).toMatch(/^gb(?:18030|k)$/);
		expect(settingsOf(found)?.columns).toEqual({ name: "街道名称", code: "行政代码" });
		expect(await worstM(shp, found)).toBeLessThan(0.1);

		const bare = write("bare.shp", readFileSync(shp));
		for (const end of [".dbf", ".shx"])
			copyFileSync(shp.replace(/\.shp$/, end), bare.replace(/\.shp$/, end));
		const alone = await understandFile(bare, NOTHING, huangpu());
		expect(alone.crs).toMatchObject({
			declared: null,
			used: "EPSG:4549",
			basis: "numbers",
			isSure: true,
		});
		expect(alone.crs.words.zh).toContain("10/10 个面");
		expect(await worstM(bare, alone)).toBeLessThan(0.1);
	},
);

geodataTest("the UTF-8 shapefile in EPSG:4490 comes out within 0.1 m", async () => {
	const shp = geodata(`${DERIVED}/huangpu_epsg4490_utf8/黄浦街道.shp`);
	const found = await understandFile(shp, NOTHING, huangpu());
	expect(found).toMatchObject({
		kind: "divisions",
		level: "street",
		encoding: { used: "utf-8" },
		crs: { used: "EPSG:4490", isSure: true },
		offset: null,
	});
	expect(settingsOf(found)?.columns["code"]).toMatch(/^行政代/);
	expect(await worstM(shp, found)).toBeLessThan(0.1);
});

geodataTest(
	"the GCJ-02 GeoJSON is found by code, by name and by borders, and comes out within 0.1 m",
	async () => {
		const path = geodata(`${DERIVED}/huangpu_GCJ02.geojson`);
		const text = readFileSync(path, "utf8");
		const codeless = write("codeless.geojson", text.replaceAll(/"行政代码": "\d+"/g, '"序": 1'));
		const nameless = write(
			"nameless.geojson",
			text
				.replaceAll(/"行政代码": "\d+"/g, '"序": 1')
				.replaceAll(/"街道名称": "[^"]+"/g, '"号": 1'),
		);
		for (const [file, matchedBy] of [
			[path, "code"],
			[codeless, "name"],
			[nameless, "edges"],
		] as const) {
			const ask = { ...NOTHING, kind: "divisions" as const };
			const found = await understandFile(file, ask, huangpu());
			expect(found.offset).toMatchObject({ system: "gcj02", matchedBy });
			expect(found.offset?.residualM).toBeLessThan(0.1);
			expect(found.crs).toMatchObject({
				used: "gcj02",
				basis: "registration",
				isSure: false,
				inCity: { inside: 10, of: 10 },
				alternatives: ["EPSG:4326"],
			});
			expect(found.bbox?.[0]).toBeCloseTo(
				Math.min(...truth().flatMap(({ ring }) => ring.map(([lon]) => lon))),
				6,
			);
		}
		expect(await worstM(path, await understandFile(path, NOTHING, huangpu()))).toBeLessThan(0.1);
	},
);

geodataTest("the GB18030 table of schools is found to be GCJ-02 by their names", async () => {
	const path = geodata(`${DERIVED}/schools_huangpu_GCJ02_gb18030.csv`);
	const found = await understandFile(path, NOTHING, huangpu());
	expect(found).toMatchObject({
		kind: "facilities",
		encoding: { used: "gb18030" },
		crs: { used: "gcj02", basis: "registration" },
		offset: { system: "gcj02", matchedBy: "name" },
	});
	expect(found.offset?.pairs).toBeGreaterThan(150);
	expect(settingsOf(found)?.columns).toEqual({
		name: "设施名称",
		address: "地址",
		lon: "经度",
		lat: "纬度",
	});
	const { features, settings } = await read(path, found);
	const toLonLat = toLonLatOf(settings.crs ?? "", {
		isSwapped: settings.isSwapped,
		localGrids: [],
	});
	const places = new Map<string, LonLat[]>();
	for (const { name, at } of schools())
		places.set(name ?? "", [...(places.get(name ?? "") ?? []), at]);
	for (const { properties } of features) {
		const at = toLonLat(Number(properties["经度"]), Number(properties["纬度"]));
		const known = places.get(String(properties["设施名称"])) ?? [];
		expect(Math.min(...known.map((place) => distanceM(place, at)))).toBeLessThan(0.1);
	}
});

geodataTest("BD-09 is found and removed to better than 0.1 m", async () => {
	const path = write("bd09.geojson", JSON.stringify(collection(truth(), toBd09)));
	const found = await understandFile(path, NOTHING, huangpu());
	expect(found).toMatchObject({ crs: { used: "bd09" }, offset: { system: "bd09", pairs: 10 } });
	expect(await worstM(path, found)).toBeLessThan(0.1);
});

geodataTest("a file half in GCJ-02 is not put right; the person is told", async () => {
	const [even, odd] = [0, 1].map((rest) => truth().filter((_, i) => i % 2 === rest));
	const file = {
		type: "FeatureCollection",
		features: [
			...collection(even ?? [], toGcj02).features,
			...collection(odd ?? [], (place) => place).features,
		],
	};
	const found = await understandFile(
		write("mixed.geojson", JSON.stringify(file)),
		NOTHING,
		huangpu(),
	);
	expect(found).toMatchObject({ offset: null, crs: { used: "EPSG:4326", isSure: false } });
	expect(found.crs.words.zh).toContain("5 处符合 GCJ-02 偏移，5 处没有偏移");
});

geodataTest("what agrees already is left alone; what a person asks for is done", async () => {
	const right = geodata(`${DERIVED}/truth_huangpu_wgs84.geojson`);
	expect(await understandFile(right, NOTHING, huangpu())).toMatchObject({
		offset: null,
		crs: { used: "EPSG:4326", basis: "numbers", isSure: true },
	});
	const path = geodata(`${DERIVED}/huangpu_GCJ02.geojson`);
	const asked = await understandFile(path, { ...NOTHING, crs: "WGS84" }, huangpu());
	expect(asked).toMatchObject({ offset: null, crs: { used: "EPSG:4326", basis: "asked" } });
});

geodataTest("tables with latitude first, and with counts of people", async () => {
	const found = await understandFile(
		geodata("shanghai-poi/shanghai_school.csv"),
		NOTHING,
		huangpu(),
	);
	expect(found).toMatchObject({
		kind: "facilities",
		crs: { used: "EPSG:4326" },
		isWhole: false,
		sampled: 5_000,
	});
	const hexagons = await understandFile(
		geodata("population-dev/poa_hexgrid.csv"),
		NOTHING,
		NOWHERE,
	);
	expect(hexagons).toMatchObject({
		kind: "residences",
		crs: { used: "EPSG:4326", basis: "assumed" },
	});
	expect(basename(hexagons.format)).toBe("csv");
});

geodataTest("OpenStreetMap is streets and leaves nothing open", async () => {
	const found = await understandFile(geodata("osm-dev/poa_osm.pbf"), NOTHING, NOWHERE);
	expect(found).toMatchObject({ kind: "streets", crs: { used: "EPSG:4326", isSure: true } });
	expect(settingsOf(found)).toMatchObject({ kind: "streets", crs: "EPSG:4326" });
});

test("latitude first is seen unless a person chose the system and its order", async () => {
	const path = write("backwards.csv", "name,lon,lat\n甲,31.2,121.4\n乙,31.3,121.5\n");
	for (const isSwapped of [null, false])
		expect((await understandFile(path, { ...NOTHING, isSwapped }, NOWHERE)).crs).toMatchObject({
			used: "EPSG:4326",
			isSwapped: true,
		});
	const asked = { ...NOTHING, crs: "EPSG:4326", isSwapped: false };
	expect((await understandFile(path, asked, NOWHERE)).crs.isSwapped).toBe(false);
});

test("what identifies persons is not shown", async () => {
	const path = write(
		"persons.csv",
		"姓名,电话,备注,lon,lat\n张三,13800000000,11010519491231002X,121.4,31.2\n",
	);
	const found = await understandFile(path, NOTHING, NOWHERE);
	expect(JSON.stringify(found.columns)).not.toMatch(/张三|138000|110105/);
});

test("yes means nothing while the kind, the level or the CRS is open", async () => {
	const path = write("open.csv", "name,a\nx,1\n");
	const found = await understandFile(path, NOTHING, NOWHERE);
	expect(found).toMatchObject({ kind: null, crs: { used: null }, bbox: null });
	expect(settingsOf(found)).toBeNull();
	expect(settingsOf({ ...found, kind: "exceptions" })).toMatchObject({ crs: null });
	expect(settingsOf({ ...found, kind: "facilities" })).toBeNull();
});

function collection(streets: readonly Street[], by: (place: LonLat) => LonLat) {
	return {
		type: "FeatureCollection",
		features: streets.map(({ code, name, ring }) => ({
			type: "Feature",
			properties: { 街道名称: name, 行政代码: code },
			geometry: { type: "Polygon", coordinates: [ring.map(by)] },
		})),
	};
}
