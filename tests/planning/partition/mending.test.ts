// Mending with consent: each step says what it moves, and afterwards nothing is left to tell.
import { describe, expect, test } from "vitest";
import type { CellOutline } from "../../../planning/partition/build/Outline.ts";
import { buildTiling } from "../../../planning/partition/buildTiling.ts";
import { lonLatShape } from "../../../planning/partition/lonLatShape.ts";
import {
	beginMending,
	type Mending,
	mendedTiling,
	mendStep,
	openTroubles,
} from "../../../planning/partition/mend/Mending.ts";
import { suggestMends, suggestMiddle } from "../../../planning/partition/mend/suggestMends.ts";
import { cellShape } from "../../../planning/partition/shape.ts";
import { at } from "../../scenes/streetScene.ts";

function box(code: string, west: number, south: number, east: number, north: number): CellOutline {
	const corners = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south],
	] as const;
	return { code, polygons: [[corners.map(([x, y]) => at(x, y))]] };
}

const OVERLAPPING = [box("A", 0, 0, 110, 100), box("B", 100, 0, 200, 100)];
const APART = [box("A", 0, 0, 100, 100), box("B", 100.6, 0, 200, 100)];

function outlinesOf(mending: Mending): CellOutline[] {
	const tiling = mendedTiling(mending);
	return tiling.cellCode.map((code, index) => ({
		code,
		polygons: lonLatShape(tiling, cellShape(tiling, index)),
	}));
}

describe("an overlap of 10 m × 100 m", () => {
	const begun = beginMending(OVERLAPPING);
	const [{ face }] = openTroubles(begun);

	test("given to one side is that side's whole, and the other loses 1,000 m²", () => {
		const { mending, report } = mendStep(begun, { op: "give", face, cell: "B" });
		expect(report).toMatchObject({ troublesBefore: 1, troublesAfter: 0 });
		const changes = report.cells.map(({ cell, beforeM2, afterM2 }) => [
			cell,
			Math.round((afterM2 - beforeM2) / 10) * 10,
		]);
		expect(changes).toEqual([
			["A", -1_000],
			["B", 1_000],
		]);
		expect(buildTiling(outlinesOf(mending)).troubles).toEqual([]);
	});

	test("along its middle line is shared half and half", () => {
		const step = suggestMiddle(begun);
		if (step === null) throw new Error("No middle line was suggested.");
		const { mending } = mendStep(begun, step);
		expect(openTroubles(mending)).toEqual([]);
		const { tiling } = buildTiling(outlinesOf(mending));
		const widthsM = tiling.cellCode.map((_, index) => {
			const [[ring]] = lonLatShape(tiling, cellShape(tiling, index));
			const lons = ring.map(([lon]) => lon);
			return Math.round((Math.max(...lons) - Math.min(...lons)) / (at(1, 0)[0] - at(0, 0)[0]));
		});
		expect(widthsM).toEqual([105, 95]);
	});

	test("cannot be left, made a cell, or given to nobody we know", () => {
		const refused = [
			{ op: "new-cell", face, cell: "N" },
			{ op: "give", face, cell: "Z" },
			{ op: "give", face: 0, cell: "A" },
		] as const;
		for (const step of refused) expect(() => mendStep(begun, step)).toThrow();
	});
});

describe("a gap", () => {
	const around = [
		box("A", 0, 0, 200, 100),
		box("B", 0, 100, 90, 200),
		box("C", 110, 100, 200, 200),
		box("D", 0, 200, 200, 300),
	];
	const begun = beginMending(around);
	const [{ face }] = openTroubles(begun);

	test("becomes a cell of its own, with the code a person gave", () => {
		const { mending, report } = mendStep(begun, { op: "new-cell", face, cell: "AA" });
		expect(report.cells.map(({ cell, afterM2 }) => [cell, Math.round(afterM2 / 10) * 10])).toEqual([
			["AA", 2_000],
		]);
		const tiling = mendedTiling(mending);
		expect(tiling.cellCode).toEqual(["A", "AA", "B", "C", "D"]);
		expect(cellShape(tiling, 1)).toHaveLength(1);
	});

	test("is left when it is meant, and is told no more", () => {
		const { mending, report } = mendStep(begun, { op: "leave", face });
		expect(report.cells).toEqual([]);
		expect(openTroubles(mending)).toEqual([]);
	});
});

test("two borders 60 cm apart are one after snapping within a metre", () => {
	const begun = beginMending(APART);
	const { mending, report } = mendStep(begun, { op: "snap", toleranceCm: 100 });
	expect(report).toMatchObject({ troublesBefore: 1, troublesAfter: 0 });
	expect(buildTiling(outlinesOf(mending)).troubles).toEqual([]);
});

test("lines are not moved after faces were given away: their numbers would be others", () => {
	const begun = beginMending(OVERLAPPING);
	const [{ face }] = openTroubles(begun);
	const { mending } = mendStep(begun, { op: "give", face, cell: "A" });
	expect(() => mendStep(mending, { op: "snap", toleranceCm: 100 })).toThrow(/comes before/);
});

test("a sliver goes to the neighbour with the longer border", () => {
	const begun = beginMending([
		box("A", 0, 0, 100, 100),
		box("B", 100.4, 0, 200, 60),
		box("C", 100, 60, 200, 100),
		box("D", 0, -50, 200, 0),
	]);
	const [step] = suggestMends(begun);
	expect(step).toMatchObject({ op: "give", cell: "A" }); // 60 m with either, the smaller code
});
