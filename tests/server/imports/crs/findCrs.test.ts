import { expect, test } from "vitest";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import { eastNorthM } from "../../../../planning/geo/transverseMercator.ts";
import type { Numbers } from "../../../../server/imports/crs/crsReadings.ts";
import { type CrsAsk, findCrs } from "../../../../server/imports/crs/findCrs.ts";
import type { LocalGrid } from "../../../../server/imports/crs/LocalGrid.ts";

/** Shanghai with its islands, both sides of 121.5° E. */
const CITY = [120.85, 30.68, 122.12, 31.87] as const;
const PLACES: readonly LonLat[] = Array.from({ length: 12 }, (_, i) => [
	121.2 + 0.05 * i,
	31.1 + 0.03 * i,
]);

function find(numbers: readonly Numbers[], ask: Partial<CrsAsk> = {}) {
	const sample = { features: numbers.map((position) => [position]), noun: "areas" as const };
	const nothing = { asked: null, isSwapped: null, declared: null, cityBox: CITY, localGrids: [] };
	return findCrs(sample, { ...nothing, ...ask });
}

const gauss = (centralLon: number, falseEastingM: number) =>
	PLACES.map((place): Numbers => {
		const [eastM, northM] = eastNorthM(centralLon, place);
		return [eastM + falseEastingM, northM];
	});
const backwards = (numbers: readonly Numbers[]) => numbers.map(([x, y]): Numbers => [y, x]);
const utm51 = () =>
	PLACES.map((place): Numbers => {
		const [eastM, northM] = eastNorthM(123, place);
		return [500_000 + 0.9996 * eastM, 0.9996 * northM];
	});
const webMercator = () =>
	PLACES.map(
		([lon, lat]): Numbers => [
			(lon * Math.PI * 6_378_137) / 180,
			6_378_137 * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)),
		],
	);

test("the numbers and the city's box tell the system", () => {
	const expected: [readonly Numbers[], string, boolean][] = [
		[PLACES, "EPSG:4326", false],
		[backwards(PLACES), "EPSG:4326", true],
		[gauss(120, 500_000), "EPSG:4549", false],
		[gauss(120, 40_500_000), "EPSG:4528", false],
		[gauss(123, 41_500_000), "EPSG:4529", false],
		[gauss(123, 21_500_000), "EPSG:4499", false],
		[backwards(gauss(120, 500_000)), "EPSG:4549", true],
		[backwards(gauss(120, 40_500_000)), "EPSG:4528", true],
		[webMercator(), "EPSG:3857", false],
	];
	for (const [numbers, used, isSwapped] of expected)
		expect(find(numbers)).toMatchObject({
			used,
			isSwapped,
			basis: "numbers",
			isSure: true,
			inCity: { inside: 12, of: 12 },
		});
});

test("the evidence is said in numbers", () => {
	const { words } = find(gauss(120, 500_000));
	expect(words.zh).toMatch(
		/X 6\d\.\d–\d+\.\d 万，Y 34\d\.\d–\d+\.\d 万。按 EPSG:4549.*12\/12 个面/,
	);
	expect(words.en).toContain("12/12 areas");
});

test("the meridian of 123° E could be UTM as well: a person confirms", () => {
	const found = find(gauss(123, 500_000));
	expect(found).toMatchObject({ used: "EPSG:4550", isSure: false });
	expect(found.alternatives).toEqual(["EPSG:32651"]);
	expect(find(utm51(), { declared: "EPSG:32651" })).toMatchObject({
		used: "EPSG:32651",
		isSure: true,
	});
});

test("without a city degrees are assumed, zones are read, and a bare easting is asked about", () => {
	const alone = { cityBox: null };
	expect(find(PLACES, alone)).toMatchObject({ used: "EPSG:4326", basis: "assumed", inCity: null });
	expect(find(backwards(PLACES), alone)).toMatchObject({ used: "EPSG:4326", isSwapped: true });
	expect(find(gauss(120, 40_500_000), alone)).toMatchObject({ used: "EPSG:4528", isSure: true });
	const bare = find(gauss(120, 500_000), alone);
	expect(bare).toMatchObject({ used: null, basis: "unknown", isSure: false });
	expect(bare.alternatives).toEqual(expect.arrayContaining(["EPSG:4549", "EPSG:4550"]));
});

test("what is asked wins over what is declared, that over the numbers", () => {
	const numbers = gauss(120, 500_000);
	expect(find(numbers, { asked: "4550", declared: "EPSG:4549" })).toMatchObject({
		used: "EPSG:4550",
		basis: "asked",
	});
	expect(find(numbers, { declared: "EPSG:4549" })).toMatchObject({
		used: "EPSG:4549",
		basis: "declared",
		isSure: true,
		inCity: { inside: 12, of: 12 },
	});
	expect(() => find(numbers, { asked: "EPSG:2437" })).toThrow(
		expect.objectContaining({ code: "crs.datum-needs-parameters" }),
	);
});

test("a declaration that puts nothing into the city is doubted when another reading puts all there", () => {
	const found = find(gauss(120, 40_500_000), { declared: "EPSG:4549" });
	expect(found).toMatchObject({ declared: "EPSG:4549", used: "EPSG:4528", isSure: false });
	expect(found.alternatives).toContain("EPSG:4549");
	expect(found.words.zh).toContain("文件声明是 EPSG:4549");
	expect(found.words.zh).toContain("没有一个面落在本市范围");
	expect(find([[10, 50]], { declared: "EPSG:4326" })).toMatchObject({
		used: "EPSG:4326",
		basis: "declared",
		isSure: false,
	});
});

test("a declared system with latitude first is turned round", () => {
	expect(find(backwards(PLACES), { declared: "EPSG:4490" })).toMatchObject({
		used: "EPSG:4490",
		isSwapped: true,
		isSure: true,
	});
});

test("an old datum is named, not computed", () => {
	const found = find(gauss(120, 500_000), { declared: "EPSG:2437" });
	expect(found).toMatchObject({
		used: "EPSG:2437",
		basis: "declared",
		isSure: false,
		inCity: null,
	});
	expect(found.words.zh).toContain("北京 54");
});

test("a local grid that is set up and puts the file into the city is found", () => {
	const [east0, north0] = eastNorthM(120, PLACES[0] ?? [0, 0]);
	const grid: LocalGrid = {
		name: "上海",
		baseCrs: "EPSG:4549",
		dxM: 500_000 + east0,
		dyM: north0,
		rotationDeg: 0,
		scale: 1,
	};
	const numbers = gauss(120, 0).map(([x, y]): Numbers => [x - east0, y - north0]);
	expect(find(numbers, { localGrids: [grid] })).toMatchObject({ used: "local:上海" });
	expect(find(numbers)).toMatchObject({ used: null, basis: "unknown" });
});

test("a few empty positions do not hide the rest", () => {
	const numbers = [...gauss(120, 500_000), ...gauss(120, 500_000), [0, 0] as const];
	expect(find(numbers)).toMatchObject({ used: "EPSG:4549", inCity: { inside: 24, of: 25 } });
});

test("no coordinates are said to be none", () => {
	const found = find([]);
	expect(found).toMatchObject({ used: null, basis: "unknown" });
	expect(found.words.zh).toContain("没有找到坐标");
});
