import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexCells } from "../../../planning/city/cellIndex.ts";
import { areaM2 } from "../../../planning/city/geodesicArea.ts";
import { labelPoint } from "../../../planning/city/labelPoint.ts";
import { indexPoints } from "../../../planning/city/nearPoints.ts";
import { sideOf } from "../../../planning/city/pointInPolygon.ts";
import { unitTreeOf } from "../../../planning/city/unitTree.ts";
import { distanceM } from "../../../planning/geo/ellipsoid.ts";
import { buildTiling } from "../../../planning/partition/buildTiling.ts";
import { faceNeighbours } from "../../../planning/partition/faceNeighbours.ts";
import { gridCity, type RectM, rectangle } from "../../scenes/gridCity.ts";
import { at } from "../../scenes/streetScene.ts";

describe("area on the ellipsoid", () => {
	test("a tenth of a degree square at 31° north agrees with PostGIS to a square metre", () => {
		const ring = [
			[121, 31],
			[121.1, 31],
			[121.1, 31.1],
			[121, 31.1],
			[121, 31],
		] as const;
		expect(Math.abs(areaM2([[ring]]) - 105_830_589.2)).toBeLessThan(1);
	});

	test("a hole takes away, whatever the winding", () => {
		const outer = rectangle([0, 0, 100, 100])[0];
		const hole = rectangle([40, 40, 60, 60])[0];
		const wholeM2 = areaM2([[outer]]);
		expect(wholeM2).toBeCloseTo(10_000, 0);
		expect(areaM2([[outer, hole]])).toBeCloseTo(wholeM2 - 400, 0);
		expect(areaM2([[outer, [...hole].reverse()]])).toBe(areaM2([[outer, hole]]));
	});

	test("two halves make the whole", () => {
		const halves = [rectangle([0, 0, 50, 100]), rectangle([50, 0, 100, 100])];
		expect(areaM2(halves)).toBeCloseTo(areaM2([rectangle([0, 0, 100, 100])]), 6);
	});
});

describe("finding the cell of a place", () => {
	const cell = (code: string, area: RectM) => ({ code, polygons: [rectangle(area)], units: {} });

	test("on a shared border the lowest cell code wins, in whatever order cells come", () => {
		const cells = [cell("b", [100, 0, 200, 100]), cell("a", [0, 0, 100, 100])];
		const index = indexCells(cells);
		expect(cells[index.parts[index.partAt(at(100, 50))].cell].code).toBe("a");
		expect(index.partAt(at(300, 50))).toBe(-1);
	});

	test("a place in a hole is outside", () => {
		const rings = [...rectangle([0, 0, 100, 100]), ...rectangle([40, 40, 60, 60])];
		expect(
			[at(50, 50), at(10, 10), at(0, 10), at(40, 50)].map((place) => sideOf(place, rings)),
		).toEqual(["outside", "inside", "border", "border"]);
	});

	test("a slanted border puts every place in exactly one of its two neighbours", () => {
		const place = fc.tuple(
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.double({ min: 0, max: 1, noNaN: true }),
		);
		const upper = [
			[
				[0, 0],
				[1, 1],
				[0, 1],
				[0, 0],
			],
		] as const;
		const lower = [
			[
				[0, 0],
				[1, 0],
				[1, 1],
				[0, 0],
			],
		] as const;
		fc.assert(
			fc.property(place, (point) => {
				const sides = [sideOf(point, upper), sideOf(point, lower)];
				expect(sides.filter((side) => side === "inside").length).toBeLessThanOrEqual(1);
				expect(sides.some((side) => side !== "outside")).toBe(true);
			}),
		);
	});
});

describe("cells that share a border", () => {
	const neighbours = (...areas: RectM[]) =>
		faceNeighbours(
			buildTiling(areas.map((area, i) => ({ code: `C${i}`, polygons: [rectangle(area)] }))).tiling,
		).map((set) => [...set].sort());

	test("are neighbours; a shared corner does not connect", () => {
		expect(neighbours([0, 0, 100, 100], [100, 0, 200, 100], [200, 100, 300, 200])).toEqual([
			[1],
			[0],
			[],
		]);
	});

	test("one long border against two short ones: both connect", () => {
		expect(neighbours([0, 0, 100, 100], [100, 0, 200, 40], [100, 40, 200, 100])[0]).toEqual([1, 2]);
	});
});

test("a label goes inside, even where the middle of the box is outside", () => {
	const horseshoe = [
		[
			[0, 0],
			[3, 0],
			[3, 1],
			[1, 1],
			[1, 2],
			[3, 2],
			[3, 3],
			[0, 3],
			[0, 0],
		],
	] as const;
	expect(sideOf(labelPoint([horseshoe]), horseshoe)).toBe("inside");
});

test("near points are those within the radius, nearest first", () => {
	const metres = fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 2_000 }));
	fc.assert(
		fc.property(fc.array(metres, { maxLength: 30 }), metres, (points, [eastM, northM]) => {
			const places = points.map(([e, n]) => at(e, n));
			const expected = places
				.map((place, index) => ({ index, distanceM: distanceM(at(eastM, northM), place) }))
				.filter((near) => near.distanceM <= 500)
				.sort((a, b) => a.distanceM - b.distanceM || a.index - b.index);
			const index = indexPoints(places);
			expect(index.within(at(eastM, northM), 500)).toEqual(expected);
			const about = index.about(at(eastM, northM), 500);
			expect(about).toEqual(expect.arrayContaining(expected.map(({ index }) => index)));
		}),
	);
});

test("a unit lies in its parent's parent; without parents, where its cells are; a circle in no street", () => {
	const { units, cells } = gridCity({
		units: [
			{ kind: "district", code: "D", areas: [[0, 0, 100, 100]] },
			{ kind: "street", code: "S", parentCode: "D", areas: [[0, 0, 100, 100]] },
			{ kind: "circle", code: "K", areas: [[0, 0, 100, 100]] },
			{ kind: "committee", code: "C", parentCode: "S", areas: [[0, 0, 100, 100]] },
		],
	});
	const tree = unitTreeOf(units, cells);
	const within = (code: string, kind: "district" | "street" | "circle") => {
		const unit = tree.anyUnit(code);
		return unit === undefined ? undefined : tree.within(unit, kind)?.code;
	};
	expect([within("C", "district"), within("C", "circle"), within("K", "district")]).toEqual([
		"D",
		"K",
		"D",
	]);
	expect([within("K", "street"), within("D", "street")]).toEqual([undefined, undefined]);
});
