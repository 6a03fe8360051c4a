// Whatever is wrong with what is handed in: it is told with its place, nothing is thrown, and the rest stays a tiling.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type {
	CellOutline,
	Trouble,
	TroubleKind,
} from "../../../planning/partition/build/Outline.ts";
import { buildTiling } from "../../../planning/partition/buildTiling.ts";
import { lonLatOfCm } from "../../../planning/partition/lonLatShape.ts";
import { outlineOf, PLANE, type PlaneCell } from "../../scenes/planeOutlines.ts";
import type { PlaneRing } from "../../scenes/voronoiCells.ts";
import { withGeos } from "./geos.ts";
import { cellPartsCm } from "./soundTiling.ts";
import { expectTiling } from "./tilingByGeos.ts";

/** Metres of a box, counterclockwise. */
function box(west: number, south: number, east: number, north: number): PlaneRing {
	return ring([west, south], [east, south], [east, north], [west, north]);
}

function ring(...corners: readonly (readonly [eastM: number, northM: number])[]): PlaneRing {
	return corners.map(([x, y]) => [x * 100, y * 100]);
}

const one = (code: string, ...rings: readonly PlaneRing[]): PlaneCell => ({
	code,
	polygons: [rings],
});

/** Two good neighbours that must not suffer: 100 m × 100 m each, side by side. */
const GOOD = [one("M", box(0, 0, 100, 100)), one("N", box(100, 0, 200, 100))];

interface Found {
	readonly troubles: readonly Trouble[];
	/** Square metres by code, by GEOS. */
	readonly areasM2: Readonly<Record<string, number>>;
}

/** Build beside the good neighbours; whatever comes out is a tiling. */
function found(bad: readonly PlaneCell[], raw: readonly CellOutline[] = []): Found {
	const outlines = [...[...GOOD, ...bad].map(outlineOf), ...raw];
	const { tiling, troubles } = buildTiling(outlines);
	expectTiling(tiling);
	const areasM2 = withGeos((geos) =>
		Object.fromEntries(
			tiling.cellCode.map((code, cell) => [
				code,
				Math.round(geos.area(geos.territory(cellPartsCm(tiling, cell))) / 1e4),
			]),
		),
	);
	return { troubles, areasM2 };
}

/** Metres between where a trouble is told and where it is. */
function metresOff(
	{ at: [lon, lat] }: Trouble,
	[eastM, northM]: readonly [number, number],
): number {
	const [wantedLon, wantedLat] = lonLatOfCm(PLANE, eastM * 100, northM * 100);
	return Math.hypot((lon - wantedLon) * 95_300, (lat - wantedLat) * 110_900);
}

const SQUARE_M2 = 10_000;

describe("what is wrong with a ring is told at its place, and the neighbours keep their 10,000 m²", () => {
	test.each<
		[
			what: string,
			bad: PlaneCell,
			told: TroubleKind[],
			at: readonly [eastM: number, northM: number],
			withinM: number,
			leftM2: number,
		]
	>([
		[
			"a bow-tie",
			one("A", ring([0, 200], [100, 300], [100, 200], [0, 300])),
			["self-crossing"],
			[50, 250],
			60,
			5_000,
		],
		[
			"a line that crosses itself in a small loop",
			one("A", ring([0, 200], [100, 200], [100, 300], [40, 300], [60, 290], [60, 310], [0, 310])),
			["self-crossing"],
			[55, 298],
			12,
			10_600,
		],
		[
			"a ring walked twice",
			one("A", [...box(0, 200, 100, 300), ...box(0, 200, 100, 300)]),
			["self-crossing"],
			[50, 250],
			75,
			SQUARE_M2,
		],
		[
			"a spike",
			one("A", ring([0, 200], [100, 200], [100, 300], [400, 500], [100, 300], [0, 300])),
			["spike"],
			[400, 500],
			1,
			SQUARE_M2,
		],
		[
			"a spike in three steps, after corners given twice",
			one(
				"A",
				ring(
					[0, 200],
					[0, 200],
					[100, 200],
					[100, 200],
					[100, 300],
					[150, 320],
					[400, 500],
					[150, 320],
					[100, 300],
					[0, 300],
				),
			),
			["spike"],
			[150, 320],
			1,
			SQUARE_M2,
		],
		["two corners", one("A", ring([0, 200], [100, 300])), ["too-few-points"], [0, 200], 1, 0],
		[
			"one corner again and again",
			one("A", ring([0, 200], [0, 200], [0, 200], [0, 200])),
			["too-few-points"],
			[0, 200],
			1,
			0,
		],
		[
			"three corners in a line",
			one("A", ring([0, 200], [50, 250], [100, 300])),
			["no-area"],
			[0, 200],
			1,
			0,
		],
		[
			"a hole as large as its outline",
			one("A", box(0, 200, 100, 300), [...box(0, 200, 100, 300)].reverse()),
			["no-area"],
			[0, 200],
			1,
			0,
		],
		[
			"the same part twice",
			{ code: "A", polygons: [[box(0, 200, 100, 300)], [box(0, 200, 100, 300)]] },
			["self-overlap"],
			[50, 250],
			75,
			SQUARE_M2,
		],
		[
			"a part within a part",
			{ code: "A", polygons: [[box(0, 200, 100, 300)], [box(40, 240, 60, 260)]] },
			["self-overlap"],
			[50, 250],
			15,
			SQUARE_M2,
		],
		[
			"a hole within a hole",
			one("A", box(0, 200, 100, 300), box(20, 220, 80, 280), box(40, 240, 60, 260)),
			["self-overlap"],
			[50, 250],
			15,
			SQUARE_M2 - 3_600,
		],
		[
			"a hole beside its outline",
			one("A", box(0, 200, 100, 300), box(300, 300, 310, 310)),
			["hole-outside"],
			[305, 305],
			8,
			SQUARE_M2,
		],
	])("%s", (_, bad, told, at, withinM, leftM2) => {
		const { troubles, areasM2 } = found([bad]);
		const own = troubles.filter(({ cells }) => cells.includes("A"));
		expect(own.map(({ kind }) => kind)).toEqual(expect.arrayContaining(told));
		const first = own.find(({ kind }) => kind === told[0]);
		expect(first && metresOff(first, at)).toBeLessThanOrEqual(withinM);
		expect(areasM2).toEqual({ A: leftM2, M: SQUARE_M2, N: SQUARE_M2 });
	});
});

describe("what is wrong between cells", () => {
	test("a unit inside another without a hole: the overlap is the whole unit, the smaller code keeps it", () => {
		const { troubles, areasM2 } = found([one("P", box(120, 20, 140, 40))]);
		expect(troubles).toMatchObject([{ kind: "overlap", cells: ["N", "P"], isSliver: false }]);
		expect(troubles[0].areaM2).toBeCloseTo(400, 0);
		expect(metresOff(troubles[0], [130, 30])).toBeLessThan(15);
		expect(areasM2).toEqual({ M: SQUARE_M2, N: SQUARE_M2, P: 0 });
	});

	test("the same polygon under two codes", () => {
		const { troubles, areasM2 } = found([one("P", box(100, 0, 200, 100))]);
		expect(troubles).toMatchObject([{ kind: "overlap", cells: ["N", "P"] }]);
		expect(troubles[0].areaM2).toBeCloseTo(SQUARE_M2, 0);
		expect(areasM2).toEqual({ M: SQUARE_M2, N: SQUARE_M2, P: 0 });
	});

	test("cells that touch in a point only, and four that meet in one", () => {
		const { troubles, areasM2 } = found([
			one("P", box(200, 100, 300, 200)),
			one("Q", box(0, 100, 100, 200)),
			one("R", box(100, 100, 200, 200)),
		]);
		expect(troubles).toEqual([]);
		expect(Object.values(areasM2)).toEqual(Array(5).fill(SQUARE_M2));
	});

	test("a polygon across the whole city overlaps every cell in its own piece", () => {
		const { troubles, areasM2 } = found([one("X", box(-3_000, -3_000, 3_000, 3_000))]);
		expect(troubles.map(({ kind, cells }) => `${kind} ${cells.join("+")}`)).toEqual([
			"overlap M+X",
			"overlap N+X",
		]);
		expect(areasM2).toEqual({ M: SQUARE_M2, N: SQUARE_M2, X: 36_000_000 - 2 * SQUARE_M2 });
	});

	test("one code for two features is told, and the cell has both parts", () => {
		const { troubles, areasM2 } = found([
			one("A", box(0, 200, 10, 210)),
			one("A", box(50, 200, 60, 210)),
		]);
		expect(troubles).toMatchObject([{ kind: "same-code", cells: ["A"] }]);
		expect(metresOff(troubles[0], [50, 200])).toBeLessThan(1);
		expect(areasM2["A"]).toBe(200);
	});
});

describe("coordinates that are no place of the city", () => {
	const lone = (points: readonly LonLat[]): CellOutline => ({ code: "A", polygons: [[points]] });
	const square = ([lon, lat]: LonLat, size: number) =>
		lone([
			[lon, lat],
			[lon + size, lat],
			[lon + size, lat + size],
			[lon, lat],
		]);

	test.each<[string, CellOutline, TroubleKind]>([
		["latitude before longitude, in Shanghai", square([31.2, 121.4], 0.01), "not-degrees"],
		["latitude before longitude, where both are possible", square([31.2, 80], 0.01), "too-far"],
		["metres taken for degrees", square([351_000, 3_452_000], 100), "not-degrees"],
		["small metres taken for degrees", square([35, 52], 20), "too-far"],
		["the null island", square([0, 0], 0.01), "too-far"],
		["the whole world", square([-180, -89], 178), "too-far"],
		["the other side of the pole", square([-58.53, 88], 0.5), "too-far"],
		["no number", square([Number.NaN, 31], 0.01), "not-degrees"],
		["infinity", square([Number.POSITIVE_INFINITY, 31], 0.01), "not-degrees"],
		["no polygon", { code: "A", polygons: [] }, "no-area"],
		["a polygon without a ring", { code: "A", polygons: [[]] }, "no-area"],
		["a ring without a corner", { code: "A", polygons: [[[]]] }, "no-area"],
	])("%s: the cell is told and left out, the others stay as they are", (_, bad, kind) => {
		const { troubles, areasM2 } = found([], [bad]);
		expect(troubles).toMatchObject([{ kind, cells: ["A"] }]);
		expect(areasM2).toEqual({ M: SQUARE_M2, N: SQUARE_M2 });
	});

	test("an empty part before a good one does no harm", () => {
		const good = outlineOf(one("A", box(0, 200, 100, 300))).polygons;
		const { troubles, areasM2 } = found([], [{ code: "A", polygons: [[], [[]], ...good] }]);
		expect(troubles).toMatchObject([{ kind: "too-few-points", cells: ["A"] }]);
		expect(areasM2["A"]).toBe(SQUARE_M2);
	});

	test("with a city's own plane given, what lies beyond it is told as well", () => {
		const away = lone([
			[100, 20],
			[101, 20],
			[101, 21],
			[100, 20],
		]);
		const { tiling, troubles } = buildTiling([away], { frame: PLANE });
		expect(troubles).toMatchObject([{ kind: "too-far", at: [100, 20] }]);
		expect(tiling.cellCode).toEqual([]);
	});

	test("an empty collection is a tiling of nothing", () => {
		const { tiling, troubles } = buildTiling([]);
		expect([tiling.cellCode, troubles]).toEqual([[], []]);
		expectTiling(tiling);
	});
});

test("any numbers at all, anywhere, are told or taken, never thrown at", () => {
	const number = fc.oneof(
		fc.double(),
		fc.double({ min: 121, max: 122 }),
		fc.integer({ min: -200, max: 200 }),
	);
	const outline = fc.record({
		code: fc.constantFrom("", "A", "B", "甲"),
		polygons: fc.array(
			fc.array(fc.array(fc.tuple(number, number), { maxLength: 5 }), { maxLength: 2 }),
			{ maxLength: 2 },
		),
	});
	fc.assert(
		fc.property(fc.array(outline, { maxLength: 5 }), (outlines) => {
			const { tiling, troubles } = buildTiling(outlines);
			expectTiling(tiling);
			const told = new Set(troubles.flatMap(({ cells }) => cells));
			const area = (code: string) => cellPartsCm(tiling, tiling.cellCode.indexOf(code)).length;
			for (const { code } of outlines)
				expect(told.has(code) || (tiling.cellCode.includes(code) && area(code) > 0)).toBe(true);
		}),
		{ numRuns: 300 },
	);
});
