// Polygons in, a tiling out: what fits comes back as it was, what does not is told with its place and area.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaM2 } from "../../../planning/city/geodesicArea.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type { CellOutline } from "../../../planning/partition/build/Outline.ts";
import { buildTiling } from "../../../planning/partition/buildTiling.ts";
import { lonLatShape } from "../../../planning/partition/lonLatShape.ts";
import { type Segment, segmentsTouch } from "../../../planning/partition/segmentsTouch.ts";
import { cellShape } from "../../../planning/partition/shape.ts";
import type { Tiling } from "../../../planning/partition/Tiling.ts";
import { unitBorders } from "../../../planning/partition/unitBorders.ts";
import { bentOptions, drawings } from "../../scenes/randomTilings.ts";
import { at } from "../../scenes/streetScene.ts";
import { gridTiling } from "../../scenes/tilingScene.ts";

/** A cell drawn in metres, ring after ring, not closed. */
function cell(code: string, ...rings: (readonly (readonly [number, number])[])[]): CellOutline {
	const closed = rings.map((ring) => [...ring, ring[0]].map(([east, north]) => at(east, north)));
	return { code, polygons: [closed] };
}

function box(code: string, west: number, south: number, east: number, north: number): CellOutline {
	return cell(code, [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
	]);
}

function outlinesOf(tiling: Tiling): CellOutline[] {
	return tiling.cellCode.map((code, index) => ({
		code,
		polygons: lonLatShape(tiling, cellShape(tiling, index)),
	}));
}

function segmentsOf({ pointCm, arcFirstPoint, arcFrom }: Tiling): Segment[] {
	const segments: Segment[] = [];
	for (let arc = 0; arc < arcFrom.length; arc++)
		for (let point = arcFirstPoint[arc]; point + 1 < arcFirstPoint[arc + 1]; point++)
			segments.push([...pointCm.subarray(2 * point, 2 * point + 4)] as unknown as Segment);
	return segments;
}

function isPlanar(tiling: Tiling): boolean {
	const segments = segmentsOf(tiling);
	return segments.every((one, i) =>
		segments.slice(i + 1).every((other) => !segmentsTouch(one, other)),
	);
}

const kindsOf = (outlines: readonly CellOutline[]) =>
	buildTiling(outlines).troubles.map(({ kind, cells }) => `${kind} ${cells.join("+")}`);

describe("outlines that fit", () => {
	test("come back to the centimetre, whatever their holes, exclaves and corners that touch", () => {
		fc.assert(
			fc.property(drawings, bentOptions, (grid, options) => {
				const drawn = gridTiling(grid, options);
				const { tiling, troubles } = buildTiling(outlinesOf(drawn));
				expect(troubles.filter(({ kind }) => kind !== "gap")).toEqual([]); // squares that nobody has
				expect(isPlanar(tiling)).toBe(true);
				const [before, after] = [outlinesOf(drawn), outlinesOf(tiling)];
				expect(after.map(({ code }) => code)).toEqual(before.map(({ code }) => code));
				after.forEach(({ polygons }, index) => {
					expect(polygons.flat().length).toBe(before[index].polygons.flat().length);
					const perimeterM = 4 * polygons.flat(2).length * 100;
					expect(Math.abs(areaM2(polygons) - areaM2(before[index].polygons))).toBeLessThan(
						perimeterM * 0.01,
					);
				});
			}),
			{ numRuns: 150 },
		);
	});

	test("are the same tiling in whatever order features and corners come", () => {
		fc.assert(
			fc.property(drawings, bentOptions, fc.integer(), (grid, options, turn) => {
				const outlines = outlinesOf(gridTiling(grid, options));
				const turned = [...outlines].reverse().map(({ code, polygons }) => ({
					code,
					polygons: [...polygons]
						.reverse()
						.map((rings) => rings.map((ring) => turnedRing(ring, turn >>> 0))),
				}));
				expect(buildTiling(turned).tiling).toEqual(buildTiling(outlines).tiling);
			}),
			{ numRuns: 100 },
		);
	});

	test("built again from their own tiling are the same tiling", () => {
		fc.assert(
			fc.property(drawings, bentOptions, (grid, options) => {
				const once = buildTiling(outlinesOf(gridTiling(grid, options))).tiling;
				expect(buildTiling(outlinesOf(once), { frame: once.frame }).tiling).toEqual(once);
			}),
			{ numRuns: 60 },
		);
	});

	test("share a border although only one side has a corner on it", () => {
		const { tiling, troubles } = buildTiling([
			box("A", 0, 0, 100, 100),
			cell("B", [
				[100, 0],
				[200, 0],
				[200, 100],
				[100, 100],
				[100, 40],
			]),
		]);
		expect(troubles).toEqual([]);
		expect(unitBordersLengthsM(tiling)).toEqual({ "A B": 100 });
	});

	test("a cell around another, with a hole or as a ring of two, has it as its neighbour", () => {
		const inner = box("A", 40, 40, 60, 60);
		const ring = [
			[0, 0],
			[100, 0],
			[100, 100],
			[0, 100],
		] as const;
		const hole = [
			[40, 40],
			[40, 60],
			[60, 60],
			[60, 40],
		] as const;
		const { tiling, troubles } = buildTiling([inner, cell("B", ring, hole)]);
		expect(troubles).toEqual([]);
		expect(cellShape(tiling, 1).map((part) => part.length)).toEqual([2]);
	});
});

describe("what does not fit is told", () => {
	test("an overlap, with its square metres and both cells", () => {
		const { troubles } = buildTiling([box("A", 0, 0, 110, 100), box("B", 100, 0, 200, 100)]);
		expect(troubles).toMatchObject([{ kind: "overlap", cells: ["A", "B"], isSliver: false }]);
		expect(troubles[0].areaM2).toBeCloseTo(1_000, -1);
		expect(at(105, 50)[0]).toBeCloseTo(troubles[0].at[0], 3);
	});

	test("a gap between three cells, with its square metres and its neighbours", () => {
		const { troubles } = buildTiling([
			box("A", 0, 0, 200, 100),
			box("B", 0, 100, 90, 200),
			box("C", 110, 100, 200, 200),
			box("D", 0, 200, 200, 300),
		]);
		expect(troubles).toMatchObject([{ kind: "gap", cells: ["A", "B", "C", "D"] }]);
		expect(troubles[0].areaM2).toBeCloseTo(2_000, -1);
	});

	test("a border drawn twice half a metre apart is a sliver", () => {
		const { troubles } = buildTiling([box("A", 0, 0, 100.5, 100), box("B", 100, 0, 200, 100)]);
		expect(troubles).toMatchObject([{ kind: "overlap", isSliver: true }]);
	});

	test("borders beside each other that never meet, with the length that runs so", () => {
		const { troubles } = buildTiling([box("A", 0, 0, 100, 100), box("B", 101, 0, 200, 100)]);
		expect(troubles).toMatchObject([{ kind: "unshared-border", cells: ["A", "B"] }]);
		expect(troubles[0].lengthM).toBeCloseTo(100, 0);
	});

	test("the same polygon twice is an overlap of all of it", () => {
		const { troubles, tiling } = buildTiling([box("A", 0, 0, 50, 50), box("B", 0, 0, 50, 50)]);
		expect(troubles).toMatchObject([{ kind: "overlap", cells: ["A", "B"] }]);
		expect(cellShape(tiling, 1)).toEqual([]);
	});

	test("a unit inside another without a hole is an overlap", () => {
		expect(kindsOf([box("A", 0, 0, 100, 100), box("B", 40, 40, 60, 60)])).toEqual(["overlap A+B"]);
	});

	test("a polygon across the whole city overlaps every cell", () => {
		const found = kindsOf([
			box("A", 0, 0, 100, 100),
			box("B", 100, 0, 200, 100),
			box("X", -5_000, 20, 5_000, 30),
		]);
		expect(found.sort()).toEqual(["overlap A+X", "overlap B+X"]);
	});

	test("cells that touch in a point only are no neighbours and no trouble", () => {
		const { troubles, tiling } = buildTiling([box("A", 0, 0, 50, 50), box("B", 50, 50, 90, 90)]);
		expect(troubles).toEqual([]);
		expect(unitBordersLengthsM(tiling)).toEqual({});
	});
});

describe("a ring that is wrong in itself", () => {
	const bowTie = cell("A", [
		[0, 0],
		[100, 100],
		[100, 0],
		[0, 100],
	]);

	test("a bow-tie is told, and both its wings are the cell's", () => {
		const { troubles, tiling } = buildTiling([bowTie]);
		expect(troubles.map(({ kind }) => kind)).toEqual(["self-crossing"]);
		expect(areaM2(outlinesOf(tiling)[0].polygons)).toBeCloseTo(5_000, -1);
	});

	test("a spike is taken off and told", () => {
		const spiked = cell("A", [
			[0, 0],
			[100, 0],
			[100, 100],
			[300, 300],
			[100, 100],
			[0, 100],
		]);
		const { troubles, tiling } = buildTiling([spiked]);
		expect(troubles.map(({ kind }) => kind)).toEqual(["spike"]);
		expect(areaM2(outlinesOf(tiling)[0].polygons)).toBeCloseTo(10_000, -1);
	});

	test.each<[string, CellOutline[], string[]]>([
		["an empty collection", [], []],
		["a feature without a polygon", [{ code: "A", polygons: [] }], ["no-area A"]],
		[
			"a ring of two corners",
			[
				cell("A", [
					[0, 0],
					[9, 9],
				]),
			],
			["too-few-points A"],
		],
		[
			"metres taken for degrees",
			[{ code: "A", polygons: [[ring([351_000, 3_452_000], 100)]] }],
			["not-degrees A"],
		],
		[
			"latitude before longitude",
			[{ code: "A", polygons: [[ring([31, 121], 0.01)]] }],
			["not-degrees A"],
		],
		[
			"a position that is no number",
			[{ code: "A", polygons: [[ring([Number.NaN, 31], 0.01)]] }],
			["not-degrees A"],
		],
		[
			"a hole that leaves its outline",
			[
				cell(
					"A",
					[
						[0, 0],
						[100, 0],
						[100, 100],
						[0, 100],
					],
					[
						[90, 10],
						[90, 20],
						[120, 20],
						[120, 10],
					],
				),
			],
			["hole-outside A", "gap A"], // and nobody has what is in the hole
		],
		["one code for two features", [box("A", 0, 0, 9, 9), box("A", 50, 0, 59, 9)], ["same-code A"]],
	])("%s is told, not thrown", (_, outlines, expected) => {
		expect(kindsOf(outlines)).toEqual(expected);
	});

	test("any heap of triangles gives a planar tiling in which every point has at most one cell", () => {
		const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
		fc.assert(
			fc.property(fc.array(fc.tuple(corner, corner, corner, corner), { maxLength: 9 }), (quads) => {
				const outlines = quads.map((quad, i) =>
					cell(
						`C${i}`,
						quad.map(([x, y]) => [x * 7.3, y * 5.1] as const),
					),
				);
				const { tiling } = buildTiling(outlines);
				expect(isPlanar(tiling)).toBe(true);
				const claimed = outlinesOf(tiling).reduce((sum, { polygons }) => sum + areaM2(polygons), 0);
				expect(claimed).toBeLessThan(12 * 7.3 * 12 * 5.1 * 1.001);
			}),
			{ numRuns: 300 },
		);
	});
});

function ring([lon, lat]: LonLat, size: number): LonLat[] {
	return [
		[lon, lat],
		[lon + size, lat],
		[lon + size, lat + size],
		[lon, lat],
	];
}

function turnedRing(closed: readonly LonLat[], by: number): LonLat[] {
	const open = closed.slice(0, -1);
	const start = by % open.length;
	const turned = [...open.slice(start), ...open.slice(0, start)];
	return [...turned, turned[0]];
}

function unitBordersLengthsM(tiling: Tiling): Record<string, number> {
	const each = Int32Array.from(tiling.cellCode.keys());
	const found: Record<string, number> = {};
	for (const { a, b, lengthCm } of unitBorders(tiling, { unitOfCell: each }))
		if (a >= 0) found[`${tiling.cellCode[a]} ${tiling.cellCode[b]}`] = Math.round(lengthCm / 100);
	return found;
}
