// Borders between units drawn anew, on cells drawn as letters.
import { describe, expect, test } from "vitest";
import { withArcFlag } from "../../../../planning/partition/arcFlags.ts";
import { reshapeBorder } from "../../../../planning/partition/edit/reshape.ts";
import type { Assignment, Tiling } from "../../../../planning/partition/Tiling.ts";
import { assignmentOf, drawnTiling } from "../../../scenes/tilingScene.ts";
import { cellsAt } from "../soundTiling.ts";
import { expectKept, lineOf, twiceAreasCm2 } from "./editScenes.ts";

type Place = readonly [number, number];

/** Squares of 100 m. S has A, B, C; T has D, E, F: their border runs at 200 m east. */
const SIX = drawnTiling(["AADD", "BBEE", "CCFF"]);
const HALVES = assignmentOf(SIX, { S: "ABC", T: "DEF" });
const [S, T] = [0, 1];

function reshape(tiling: Tiling, assignment: Assignment, ...places: Place[]) {
	const { edit, refusal } = reshapeBorder(tiling, assignment, [S, T], lineOf(tiling, ...places));
	if (edit === null) throw new Error(refusal.code);
	expectKept(tiling, edit);
	return edit;
}

function whyNot(tiling: Tiling, assignment: Assignment, ...places: Place[]) {
	return reshapeBorder(tiling, assignment, [T, S], lineOf(tiling, ...places)).refusal;
}

/** Hectares of each unit. */
function hectares({ tiling, unitOfCell }: ReturnType<typeof reshape>): number[] {
	const sums: number[] = [];
	twiceAreasCm2(tiling).forEach((twice, cell) => {
		sums[unitOfCell[cell]] = (sums[unitOfCell[cell]] ?? 0) + twice;
	});
	return sums.map((twice) => twice / 2e8);
}

describe("a new border", () => {
	test("gives the strip between to the other side, cutting the cells it lies in", () => {
		const edit = reshape(SIX, HALVES, [20_000, 0], [25_000, 0], [25_000, 30_000], [20_000, 30_000]);
		expect(hectares(edit)).toEqual([7.5, 4.5]);
		expect(edit.transfers).toEqual(["D-2", "E-2", "F-2"].map((cell) => ({ cell, from: T, to: S })));
		expect(edit.tiling.cellCode).toEqual(
			["A", "B", "C", "D-1", "D-2", "E-1", "E-2", "F-1", "F-2"].toSorted(),
		);
	});

	test("that follows inner borders moves whole cells and cuts none", () => {
		const edit = reshape(
			SIX,
			HALVES,
			[20_000, 10_000],
			[40_000, 10_000],
			[40_000, 20_000],
			[20_000, 20_000],
		);
		expect(edit.transfers).toEqual([{ cell: "E", from: T, to: S }]);
		expect(edit.divided.size).toBe(0);
		expect(edit.tiling).toEqual(SIX);
	});

	test("that weaves across the old one moves strips both ways", () => {
		const edit = reshape(
			SIX,
			HALVES,
			[20_000, 0],
			[25_000, 7_500],
			[15_000, 22_500],
			[20_000, 30_000],
		);
		expect(hectares(edit)).toEqual([6, 6]);
		expect(edit.transfers.filter(({ to }) => to === S).length).toBeGreaterThan(0);
		expect(edit.transfers.filter(({ to }) => to === T).length).toBeGreaterThan(0);
	});

	test("moves a cell that lies between the lines whole, though the line never meets it", () => {
		const island = drawnTiling(["SSTTTT", "SSTITT", "SSTTTT"]);
		const units = assignmentOf(island, { S: "S", T: "TI" });
		const edit = reshape(
			island,
			units,
			[20_000, 0],
			[50_000, 1_000],
			[50_000, 29_000],
			[20_000, 30_000],
		);
		expect(edit.transfers.map(({ cell }) => cell)).toContain("I");
	});

	test("begins and ends at the nearest place of the border within five metres", () => {
		const near = reshape(SIX, HALVES, [20_400, 0], [25_000, 15_000], [19_600, 30_000]);
		const exact = reshape(SIX, HALVES, [20_000, 0], [25_000, 15_000], [20_000, 30_000]);
		expect(hectares(near)).toEqual(hectares(exact));
	});

	test("goes the same way whichever unit is named first and wherever the line begins", () => {
		const places: Place[] = [
			[20_000, 3_000],
			[26_000, 14_000],
			[20_000, 27_000],
		];
		const forth = reshapeBorder(SIX, HALVES, [S, T], lineOf(SIX, ...places));
		expect(reshapeBorder(SIX, HALVES, [T, S], lineOf(SIX, ...places))).toEqual(forth);
		expect(reshapeBorder(SIX, HALVES, [S, T], lineOf(SIX, ...places.toReversed()))).toEqual(forth);
	});

	test("may run along the old border before it leaves it", () => {
		const edit = reshape(
			SIX,
			HALVES,
			[20_000, 0],
			[20_000, 10_000],
			[22_000, 10_000],
			[22_000, 20_000],
			[20_000, 20_000],
			[20_000, 30_000],
		);
		expect(hectares(edit)).toEqual([6.2, 5.8]);
	});

	test("around an enclave replaces the half that moves less ground", () => {
		const ring = drawnTiling(["SSSS", "STTS", "STTS", "SSSS"]);
		const units = assignmentOf(ring, { S: "S", T: "T" });
		const bulge: Place[] = [
			[10_000, 10_000],
			[10_000, 5_000],
			[30_000, 5_000],
			[30_000, 10_000],
		];
		expect(hectares(reshape(ring, units, ...bulge))).toEqual([11, 5]);
		const dent: Place[] = [
			[10_000, 10_000],
			[10_000, 15_000],
			[30_000, 15_000],
			[30_000, 10_000],
		];
		expect(hectares(reshape(ring, units, ...dent))).toEqual([13, 3]);
	});

	test("of a unit that has been cut before gives the parts of the part", () => {
		const first = reshape(
			SIX,
			HALVES,
			[20_000, 0],
			[25_000, 0],
			[25_000, 30_000],
			[20_000, 30_000],
		);
		const again = { ...HALVES, unitOfCell: first.unitOfCell };
		const { tiling, unitOfCell, transfers } = reshape(
			first.tiling,
			again,
			[25_000, 10_000],
			[22_000, 15_000],
			[25_000, 20_000],
		);
		expect(transfers).toEqual([{ cell: "E-2-2", from: S, to: T }]);
		const [cell] = cellsAt(tiling, 24_000, 15_000);
		expect([tiling.cellCode[cell], unitOfCell[cell]]).toEqual(["E-2-2", T]);
	});
});

describe("a new border is refused", () => {
	test("that begins or ends off the common border", () => {
		const refusal = whyNot(SIX, HALVES, [20_000, 0], [30_000, 15_000]);
		expect(refusal?.code).toBe("reshape.ends-off-border");
		expect(refusal?.at).toEqual(lineOf(SIX, [30_000, 15_000])[0]);
		expect(whyNot(SIX, HALVES, [19_400, 15_000], [20_000, 0])?.code).toBe(
			"reshape.ends-off-border",
		);
	});

	test("between units that do not meet, or on two stretches with a third between them", () => {
		const row = drawnTiling(["SXT"]);
		const apart = assignmentOf(row, { S: "S", T: "T" });
		expect(whyNot(row, apart, [0, 0], [1_000, 1_000])?.code).toBe("reshape.not-neighbours");
		const wedge = drawnTiling(["SST", "SXT", "SST"]);
		const units = assignmentOf(wedge, { S: "S", T: "T" });
		expect(whyNot(wedge, units, [20_000, 2_000], [20_000, 28_000])?.code).toBe(
			"reshape.ends-apart",
		);
	});

	test("that leaves the two units", () => {
		const three = drawnTiling(["SSTT", "XXXX"]);
		const units = assignmentOf(three, { S: "S", T: "T", X: "X" });
		expect(whyNot(three, units, [20_000, 10_000], [25_000, 5_000], [20_000, 20_000])?.code).toBe(
			"reshape.leaves-units",
		);
		expect(
			whyNot(SIX, HALVES, [20_000, 0], [25_000, -5_000], [25_000, 15_000], [20_000, 20_000])?.code,
		).toBe("reshape.leaves-units");
	});

	test("that crosses itself", () => {
		expect(
			whyNot(
				SIX,
				HALVES,
				[20_000, 2_000],
				[28_000, 5_000],
				[28_000, 9_000],
				[24_000, 1_000],
				[20_000, 8_000],
			)?.code,
		).toBe("reshape.self-crossing");
	});

	test("that swallows a unit", () => {
		expect(
			whyNot(SIX, HALVES, [20_000, 0], [40_000, 0], [40_000, 30_000], [20_000, 30_000])?.code,
		).toBe("reshape.swallows-unit");
	});

	test("that moves a line fixed by law or locked, but not one that stays where it is", () => {
		const isBetween = (one: string, other: string) => (arc: number) =>
			[SIX.arcLeft[arc], SIX.arcRight[arc]]
				.map((cell) => SIX.cellCode[cell])
				.toSorted()
				.join("") ===
			one + other;
		const arcs = [...SIX.arcFrom.keys()];
		for (const flag of ["legal", "locked"] as const) {
			const fixed = withArcFlag(SIX, arcs.filter(isBetween("B", "E")), flag);
			const refusal = whyNot(fixed, HALVES, [20_000, 0], [25_000, 15_000], [20_000, 30_000]);
			expect(refusal?.code).toBe("reshape.locked-arc");
			expect(refusal?.at).toEqual(lineOf(SIX, [20_000, 15_000])[0]);
			reshape(fixed, HALVES, [20_000, 0], [25_000, 5_000], [20_000, 10_000]);
			const inner = withArcFlag(SIX, arcs.filter(isBetween("E", "F")), flag);
			reshape(inner, HALVES, [20_000, 0], [25_000, 15_000], [20_000, 30_000]);
		}
	});

	test("that is the old border, no line, out of the city, or not in degrees", () => {
		expect(whyNot(SIX, HALVES, [20_000, 0], [20_000, 30_000])?.code).toBe("reshape.same-border");
		expect(whyNot(SIX, HALVES, [20_000, 0])?.code).toBe("reshape.line-too-short");
		expect(whyNot(SIX, HALVES, [90_000, 0], [95_000, 0])?.code).toBe("reshape.outside-city");
		expect(
			reshapeBorder(
				SIX,
				HALVES,
				[S, T],
				[
					[121, Number.NaN],
					[121, 31],
				],
			).refusal?.code,
		).toBe("line.not-degrees");
	});

	test("that would leave slivers, or parts under codes that are taken", () => {
		expect(
			whyNot(SIX, HALVES, [20_000, 0], [39_950, 0], [39_950, 30_000], [20_000, 30_000])?.code,
		).toBe("reshape.too-close");
		expect(whyNot(SIX, HALVES, [20_000, 14_900], [20_090, 15_000], [20_000, 15_100])?.code).toBe(
			"reshape.too-close",
		);
		const taken = { ...SIX, cellCode: ["A", "B", "C", "D", "E", "E-1"] };
		expect(whyNot(taken, HALVES, [20_000, 11_000], [25_000, 15_000], [20_000, 19_000])?.code).toBe(
			"code.not-free",
		);
	});

	test("units that are not there are a mistake of the caller", () => {
		expect(() => reshapeBorder(SIX, HALVES, [S, S], [])).toThrow(
			"No border between units 0 and 0.",
		);
		expect(() => reshapeBorder(SIX, HALVES, [S, 7], [])).toThrow();
	});
});
