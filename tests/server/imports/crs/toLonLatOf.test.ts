import { expect, test } from "vitest";
import { distanceM } from "../../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import { eastNorthM } from "../../../../planning/geo/transverseMercator.ts";
import { CHINESE_GRIDS } from "../../../../server/imports/crs/chineseGrids.ts";
import type { LocalGrid } from "../../../../server/imports/crs/LocalGrid.ts";
import { fromBd09, fromGcj02, toBd09, toGcj02 } from "../../../../server/imports/crs/mapOffsets.ts";
import { toLonLatOf } from "../../../../server/imports/crs/toLonLatOf.ts";

const SHANGHAI: LonLat = [121.47, 31.23];

function convert(crs: string, localGrids: readonly LocalGrid[] = [], isSwapped = false) {
	return toLonLatOf(crs, { isSwapped, localGrids });
}

test("the codes of the CGCS2000 grids are the meridians they should be", () => {
	const at = (epsg: number) => {
		const { centralLon, falseEastingM } = CHINESE_GRIDS.find((grid) => grid.epsg === epsg) ?? {};
		return [centralLon, falseEastingM];
	};
	expect(at(4513)).toEqual([75, 25_500_000]);
	expect(at(4533)).toEqual([135, 45_500_000]);
	expect(at(4534)).toEqual([75, 500_000]);
	expect(at(4549)).toEqual([120, 500_000]);
	expect(at(4554)).toEqual([135, 500_000]);
	expect(at(4491)).toEqual([75, 13_500_000]);
	expect(at(4501)).toEqual([135, 23_500_000]);
	expect(at(4502)).toEqual([75, 500_000]);
	expect(at(4512)).toEqual([135, 500_000]);
	expect(at(2437)).toEqual([120, 500_000]);
	expect(at(2385)).toEqual([120, 500_000]);
	expect(at(2364)).toEqual([120, 40_500_000]);
	expect(at(21_421)).toEqual([123, 21_500_000]);
});

test("every CGCS2000 grid is the transverse Mercator on its meridian, to a millimetre across its zone", () => {
	for (const { epsg, datum, centralLon, falseEastingM } of CHINESE_GRIDS) {
		if (datum !== "cgcs2000") continue;
		const toLonLat = convert(`EPSG:${epsg}`);
		for (const dLon of [-3, -1.5, 0, 2])
			for (const lat of [5, 31, 53]) {
				const place: LonLat = [centralLon + dLon, lat];
				const [eastM, northM] = eastNorthM(centralLon, place);
				expect(distanceM(toLonLat(eastM + falseEastingM, northM), place)).toBeLessThan(0.001);
			}
	}
});

test("degrees stay as they are; swapped ones change places", () => {
	expect(convert("EPSG:4326")(...SHANGHAI)).toEqual(SHANGHAI);
	expect(convert("EPSG:4490")(...SHANGHAI)).toEqual(SHANGHAI);
	expect(convert("4326", [], true)(31.23, 121.47)).toEqual(SHANGHAI);
});

test("Web Mercator is the sphere's, UTM the ellipsoid's scaled by 0.9996", () => {
	const [x, y] = [
		(121.47 * Math.PI * 6_378_137) / 180,
		6_378_137 * Math.log(Math.tan(Math.PI / 4 + (31.23 * Math.PI) / 360)),
	];
	expect(distanceM(convert("EPSG:900913")(x, y), SHANGHAI)).toBeLessThan(0.001);
	const [eastM, northM] = eastNorthM(123, SHANGHAI);
	const utm = convert("EPSG:32651")(500_000 + 0.9996 * eastM, 0.9996 * northM);
	expect(distanceM(utm, SHANGHAI)).toBeLessThan(0.001);
});

test("GCJ-02 and BD-09 round-trip to a millimetre all over China", () => {
	let worstM = 0;
	for (let lon = 73.5; lon < 135.1; lon += 0.7)
		for (let lat = 3.5; lat < 54; lat += 0.7) {
			const place: LonLat = [lon, lat];
			worstM = Math.max(worstM, distanceM(fromGcj02(toGcj02(place)), place));
			worstM = Math.max(worstM, distanceM(fromBd09(toBd09(place)), place));
		}
	expect(worstM).toBeLessThan(0.001);
});

test("the offsets at Shanghai are as known: under 500 m and about 1.1 km", () => {
	const gcj02M = distanceM(SHANGHAI, toGcj02(SHANGHAI));
	expect(gcj02M).toBeGreaterThan(460);
	expect(gcj02M).toBeLessThan(500);
	const bd09M = distanceM(SHANGHAI, toBd09(SHANGHAI));
	expect(bd09M).toBeGreaterThan(1_050);
	expect(bd09M).toBeLessThan(1_200);
});

test("outside China nothing is shifted, and the edge of the shift ends", () => {
	for (const place of [
		[2.35, 48.86],
		[-51.2, -30],
		[139.7, 35.7],
	] as const) {
		expect(fromGcj02(place)).toEqual(place);
		expect(toBd09(place)).toEqual(place);
	}
	for (const place of [
		[72.0041, 30],
		[137.834, 40],
		[100, 55.827],
		[100, 0.8294],
	] as const)
		expect(distanceM(fromGcj02(place), place)).toBeLessThan(3_000);
	expect(fromGcj02([Number.NaN, 30])[0]).toBeNaN();
});

test("a local grid is its base moved, turned and scaled by the bureau's parameters", () => {
	const grid: LocalGrid = {
		name: "试验",
		baseCrs: "EPSG:4549",
		dxM: 640_000,
		dyM: 3_456_000,
		rotationDeg: 90,
		scale: 2,
	};
	// 10 m east in the local grid are 20 m north in the base
	const place = convert("local:试验", [grid])(10, 0);
	expect(distanceM(place, convert("EPSG:4549")(640_000, 3_456_020))).toBeLessThan(0.001);
	const swapped = toLonLatOf("local:试验", { isSwapped: true, localGrids: [grid] })(0, 10);
	expect(swapped).toEqual(place);
});

test("datums whose parameters are not public are refused, saying so", () => {
	for (const code of [4214, 4610, 2327, 2390, 2401, 2442, 21_421])
		expect(() => convert(`EPSG:${code}`)).toThrow(
			expect.objectContaining({ code: "crs.datum-needs-parameters" }),
		);
});

test("what is not known is refused with what is", () => {
	for (const crs of ["EPSG:2154", "foo", "EPSG:9999"])
		expect(() => convert(crs)).toThrow(
			expect.objectContaining({
				code: "crs.unsupported",
				words: expect.objectContaining({ zh: expect.stringContaining("4513–4554") }),
			}),
		);
	expect(() => convert("local:无")).toThrow(expect.objectContaining({ code: "crs.local-unknown" }));
});

test("numbers that are none have no place", () => {
	expect(convert("EPSG:4549")(Number.NaN, 1)).toEqual([Number.NaN, Number.NaN]);
});
