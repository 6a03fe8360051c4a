// A blade through cells drawn as letters: where it may go, and every reason why not.
import { describe, expect, test } from "vitest";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import { withArcFlag } from "../../../../planning/partition/arcFlags.ts";
import { cutCell } from "../../../../planning/partition/edit/cutCell.ts";
import type { TilingEdit } from "../../../../planning/partition/edit/TilingEdit.ts";
import { ARC_FLAG, type Tiling } from "../../../../planning/partition/Tiling.ts";
import { drawnTiling } from "../../../scenes/tilingScene.ts";
import { cellsAt } from "../soundTiling.ts";
import { expectKept, lineOf, twiceAreasCm2 } from "./editScenes.ts";

/** Squares of 100 m; the south-west corner of the drawing is (0, 0). */
const TWO = drawnTiling(["AABB", "AABB"]);
const ISLAND = drawnTiling(["AAAA", "AHAA", "AAAA"]);

type Place = readonly [number, number];

function cut(tiling: Tiling, code: string, ...places: Place[]): TilingEdit {
	const { edit, refusal } = cutCell(tiling, code, lineOf(tiling, ...places));
	if (edit === null) throw new Error(refusal.code);
	expectKept(tiling, edit);
	return edit;
}

function whyNot(tiling: Tiling, code: string, ...places: Place[]) {
	return cutCell(tiling, code, lineOf(tiling, ...places)).refusal;
}

/** Hectares by code. */
function hectares({ tiling }: TilingEdit): Record<string, number> {
	const twice = twiceAreasCm2(tiling);
	return Object.fromEntries(tiling.cellCode.map((code, cell) => [code, twice[cell] / 2e8]));
}

describe("a line through a cell", () => {
	test("makes two parts, the larger one first, and leaves the neighbour as large as it was", () => {
		const edit = cut(TWO, "A", [5_000, -900], [5_000, 21_000]);
		expect(hectares(edit)).toEqual({ "A-1": 3, "A-2": 1, B: 4 });
		expect([...edit.divided]).toEqual([["A", ["A-1", "A-2"]]]);
		expect([...edit.oldCell]).toEqual([0, 0, 1]);
	});

	test("of equal parts the western one comes first", () => {
		const { tiling } = cut(TWO, "A", [10_000, 0], [10_000, 20_000]);
		expect(cellsAt(tiling, 5_000, 10_000).map((cell) => tiling.cellCode[cell])).toEqual(["A-1"]);
		expect(cellsAt(tiling, 15_000, 10_000).map((cell) => tiling.cellCode[cell])).toEqual(["A-2"]);
	});

	test("gets its corner into the neighbour's border where it ends on it", () => {
		const edit = cut(TWO, "A", [-500, 5_000], [20_500, 5_000]);
		expect(hectares(edit)).toEqual({ "A-1": 3, "A-2": 1, B: 4 });
		// A-1 | B and A-2 | B are two arcs now
		const beside = edit.tiling.cellCode.indexOf("B");
		const arcs = [...edit.tiling.arcLeft.keys()].filter((arc) =>
			[edit.tiling.arcLeft[arc], edit.tiling.arcRight[arc]].includes(beside),
		);
		expect(arcs).toHaveLength(3);
	});

	test("that crosses k times makes k + 1 parts", () => {
		const edit = cut(
			TWO,
			"A",
			[-500, 2_000],
			[20_500, 2_000],
			[20_500, 9_000],
			[-500, 9_000],
			[-500, 15_000],
			[20_500, 15_000],
		);
		expect(edit.divided.get("A")).toHaveLength(4);
		expect(hectares(edit)).toMatchObject({ "A-1": 1.4, "A-2": 1.2, "A-3": 1, "A-4": 0.4 });
	});

	test("may go through vertices, and through the node of three cells", () => {
		const three = drawnTiling(["AAB", "AAC"]);
		const edit = cut(three, "A", [0, 0], [20_000, 10_000], [0, 20_000]);
		expect(hectares(edit)).toEqual({ "A-1": 2, "A-2": 1, "A-3": 1, B: 1, C: 1 });
	});

	test("snaps to a border within two centimetres, and to no other", () => {
		const near = cut(TWO, "A", [5_000, 2], [5_000, 19_998]);
		expect(hectares(near)).toEqual({ "A-1": 3, "A-2": 1, B: 4 });
		expect(whyNot(TWO, "A", [5_000, 3], [5_000, 20_000])?.code).toBe("cut.ends-inside");
	});

	test("may run along the border before it turns in", () => {
		const edit = cut(TWO, "A", [0, 20_000], [0, 5_000], [5_000, 0], [20_000, 0]);
		expect(hectares(edit)["A-2"]).toBe(0.125);
	});

	test("of a part makes parts of the part", () => {
		const once = cut(TWO, "A", [5_000, -900], [5_000, 21_000]);
		const twice = cut(once.tiling, "A-2", [-100, 10_000], [6_000, 10_000]);
		expect(twice.tiling.cellCode).toEqual(["A-1", "A-2-1", "A-2-2", "B"]);
	});
});

describe("closed lines and holes", () => {
	test("a closed line inside a cell cuts out an island", () => {
		const ring: Place[] = [
			[5_000, 5_000],
			[15_000, 5_000],
			[15_000, 15_000],
			[5_000, 15_000],
			[5_000, 5_000],
		];
		expect(hectares(cut(TWO, "A", ...ring))).toEqual({ "A-1": 3, "A-2": 1, B: 4 });
	});

	test("a line from border to border that cuts off a hole leaves it in one part", () => {
		const edit = cut(ISLAND, "A", [25_000, -100], [25_000, 30_100]);
		expect(hectares(edit)).toEqual({ "A-1": 6.5, "A-2": 4.5, H: 1 });
	});

	test("a line through a hole divides what is around it, and the hole's border gets its nodes", () => {
		const edit = cut(ISLAND, "A", [15_000, -100], [15_000, 30_100]);
		expect(hectares(edit)).toEqual({ "A-1": 7, "A-2": 4, H: 1 });
	});

	test("a closed line around a hole makes a ring", () => {
		const edit = cut(
			ISLAND,
			"A",
			[5_000, 5_000],
			[25_000, 5_000],
			[25_000, 25_000],
			[5_000, 25_000],
			[5_000, 5_000],
		);
		expect(hectares(edit)).toEqual({ "A-1": 8, "A-2": 3, H: 1 });
	});

	test("a line from the border into a hole divides nothing", () => {
		expect(whyNot(ISLAND, "A", [15_000, -100], [15_000, 15_000])?.code).toBe("cut.divides-nothing");
	});

	test("a detached piece stays with the larger part", () => {
		const apart = drawnTiling(["AABA", "AABB"]);
		const edit = cut(apart, "A", [5_000, -100], [5_000, 20_100]);
		expect(hectares(edit)).toEqual({ "A-1": 4, "A-2": 1, B: 3 });
	});
});

describe("the city's edge", () => {
	test("keeps its area to half a square centimetre where a rounded corner is put into a slanting rim", () => {
		const slanted = drawnTiling(["A"], { moved: (x, y) => [x * 37 + y * 1_013, x * 711 - y * 59] });
		for (let x = 1_111; x < 9_000; x += 487) cut(slanted, "A", [x, -3_000], [x + 331, 13_000]);
	});
});

test("pieces of a noded arc keep its flags, the new arc has none", () => {
	const flagged = withArcFlag(TWO, TWO.arcFrom.keys(), "legal");
	const { tiling } = cut(flagged, "A", [-500, 5_000], [20_500, 5_000]);
	const flags = [...tiling.arcFlags];
	expect(flags.filter((flag) => flag === 0)).toHaveLength(1);
	expect(flags.filter((flag) => flag === ARC_FLAG.legal)).toHaveLength(flags.length - 1);
});

describe("a blade is refused", () => {
	test("that ends inside, at the place where it does", () => {
		const refusal = whyNot(TWO, "A", [-500, 5_000], [7_000, 5_000]);
		expect(refusal?.code).toBe("cut.ends-inside");
		expect(refusal?.at).toEqual(lineOf(TWO, [7_000, 5_000])[0]);
		expect(whyNot(TWO, "A", [3_000, 3_000], [7_000, 5_000])?.code).toBe("cut.ends-inside");
	});

	test("that crosses itself, at the crossing", () => {
		const loop: Place[] = [
			[-500, 5_000],
			[15_000, 5_000],
			[15_000, 15_000],
			[10_000, 15_000],
			[10_000, -500],
		];
		const refusal = whyNot(TWO, "A", ...loop);
		expect(refusal?.code).toBe("cut.self-crossing");
		expect(refusal?.at).toEqual(lineOf(TWO, [10_000, 5_000])[0]);
	});

	test("that meets itself in a corner", () => {
		const corner: Place = [10_000, 10_000];
		expect(
			whyNot(
				TWO,
				"A",
				[-500, 5_000],
				corner,
				[15_000, 15_000],
				[5_000, 15_000],
				corner,
				[10_000, -500],
			)?.code,
		).toBe("cut.self-crossing");
	});

	test("that runs along the border", () => {
		expect(whyNot(TWO, "A", [20_000, 0], [20_000, 20_000])?.code).toBe("cut.along-border");
		expect(whyNot(TWO, "B", [20_000, 1_000], [20_001, 9_000])?.code).toBe("cut.along-border");
	});

	test("that misses the cell, or the city", () => {
		expect(whyNot(TWO, "A", [25_000, -100], [25_000, 21_000])?.code).toBe("cut.no-crossing");
		expect(whyNot(TWO, "A", [90_000, 0], [95_000, 10_000])?.code).toBe("cut.outside-city");
		const beyond: LonLat[] = [
			[100, 20],
			[121.47, 31.2],
		];
		expect(cutCell(TWO, "A", beyond).refusal?.code).toBe("cut.outside-city");
	});

	test("that would leave a sliver", () => {
		expect(whyNot(TWO, "A", [19_960, -100], [19_960, 21_000])?.code).toBe("cut.too-close");
		expect(whyNot(TWO, "A", [0, 60], [60, 0])?.code).toBe("cut.too-close");
	});

	test("that is no line, or not in degrees", () => {
		const [place] = lineOf(TWO, [5_000, 5_000]);
		for (const line of [[], [place], [place, place]])
			expect(cutCell(TWO, "A", line).refusal?.code).toBe("cut.line-too-short");
		for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, 1e9])
			expect(cutCell(TWO, "A", [place, [wrong, 31]]).refusal?.code).toBe("line.not-degrees");
	});

	test("through a cell that is not there, or whose parts' codes are another's", () => {
		expect(whyNot(TWO, "C", [0, 0], [1, 1])).toEqual({
			code: "code.unknown",
			at: null,
			cells: ["C"],
		});
		const taken = { ...TWO, cellCode: ["A", "A-2"] };
		expect(whyNot(taken, "A", [5_000, -900], [5_000, 21_000])).toEqual({
			code: "code.not-free",
			at: null,
			cells: ["A-2"],
		});
	});
});
