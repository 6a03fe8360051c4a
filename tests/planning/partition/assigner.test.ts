import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAssigner } from "../../../planning/partition/assigner.ts";
import { facesOf } from "../../../planning/partition/faces.ts";
import type { Tiling } from "../../../planning/partition/Tiling.ts";
import { unitFigures } from "../../../planning/partition/unitFigures.ts";
import {
	assignments,
	bentOptions,
	connectedSquares,
	drawings,
} from "../../scenes/randomTilings.ts";
import { assignmentOf, drawnTiling, gridTiling } from "../../scenes/tilingScene.ts";

const people = (tiling: Tiling) => ({
	residents: tiling.cellCode.map((_, cell) => 100 + 7 * cell),
	households: tiling.cellCode.map((_, cell) => 40 + 3 * cell),
});
const scene = (rows: readonly string[], units: Record<string, string>) => {
	const tiling = drawnTiling(rows);
	const assignment = assignmentOf(tiling, units);
	return createAssigner(tiling, assignment, people(tiling));
};

describe("figures of units by mental arithmetic", () => {
	const tiling = drawnTiling(["A A B", "C D B"]); // squares of 100 m
	const figures = unitFigures(
		tiling,
		assignmentOf(tiling, { S: "AC", T: "BD", U: "" }),
		people(tiling),
	);
	test("area, perimeter, cells and people", () => {
		expect([...figures.twiceAreaCm2].map((twice) => twice / 2e8)).toEqual([3, 3, 0]); // hectares
		expect([...figures.perimeterCm]).toEqual([80_000, 80_000, 0]);
		expect([...figures.cellCount]).toEqual([2, 2, 0]);
		expect([...figures.residents]).toEqual([100 + 114, 107 + 121, 0]);
		expect([...figures.households]).toEqual([40 + 46, 43 + 49, 0]);
	});
	test("cells that touch at a corner only are two parts", () => {
		const corner = drawnTiling(["A B", "C D"]);
		const { partCount } = unitFigures(
			corner,
			assignmentOf(corner, { S: "AD", T: "B" }),
			people(corner),
		);
		expect([...partCount]).toEqual([2, 1]);
	});
});

describe("contiguity while cells change hands", () => {
	test("taking the middle of a row splits the unit, giving it back joins it", () => {
		const assigner = scene(["A B C", "X X X"], { S: "ABC", T: "X" });
		expect(assigner.assign(1, 1)).toBe(true);
		expect([...assigner.figures.partCount]).toEqual([2, 1]);
		assigner.assign(1, 0);
		expect([...assigner.figures.partCount]).toEqual([1, 1]);
	});

	test("taking one cell of a ring leaves it whole, taking the opposite one too splits it", () => {
		const assigner = scene(["A B C", "H X D", "G F E"], { S: "ABCDEFGH", T: "X" });
		assigner.assign(1, 1);
		expect(assigner.figures.partCount[0]).toBe(1);
		assigner.assign(5, 1);
		expect(assigner.figures.partCount[0]).toBe(2);
	});

	test("a cell enclosed by its own unit's neighbour keeps inside and outside apart", () => {
		const assigner = scene(["A A A", "A B A", "A A A"], { S: "AB", T: "" });
		assigner.assign(0, 1);
		expect([...assigner.figures.partCount]).toEqual([1, 1]);
		assigner.assign(1, 1);
		expect([...assigner.figures.partCount]).toEqual([0, 1]);
	});

	test("a ferry keeps two shores together, and only while both ends are in the unit", () => {
		const tiling = drawnTiling(["A . B", "A . C"]);
		const assigner = createAssigner(
			tiling,
			assignmentOf(tiling, { S: "ABC", T: "" }),
			people(tiling),
			[[0, 1]],
		);
		expect(assigner.figures.partCount[0]).toBe(1);
		assigner.assign(1, 1);
		expect([...assigner.figures.partCount]).toEqual([2, 1]);
	});

	test("an assignment that changes nothing is none, and a unit that is not there is refused", () => {
		const assigner = scene(["A B"], { S: "A", T: "B" });
		expect([assigner.assign(0, 0), assigner.undo()]).toEqual([false, false]);
		expect(() => assigner.assign(0, 2)).toThrow("no unit 2");
		expect(() => assigner.assign(5, 0)).toThrow("No cell 5");
	});
});

const UNITS = ["R", "S", "T"];
const scenes = drawings.chain((grid) =>
	fc.record({
		grid: fc.constant(grid),
		unitOfCell: assignments(grid, 3),
		options: bentOptions,
		moves: fc.array(
			fc.tuple(fc.nat(grid.codes.length - 1), fc.integer({ min: -1, max: 2 }), fc.boolean()),
			{ maxLength: 30 },
		),
		links: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 2 }),
	}),
);

test("after any sequence of changes and undos everything equals a full recompute, to the person and the cm²", () => {
	fc.assert(
		fc.property(scenes, ({ grid, unitOfCell, options, moves, links }) => {
			const tiling = gridTiling(grid, options);
			const faceCount = facesOf(tiling).faceCell.length;
			const between = links
				.map(([a, b]) => [a % faceCount, b % faceCount] as const)
				.filter(([a, b]) => a !== b);
			const assigner = createAssigner(
				tiling,
				{ unitCode: UNITS, unitOfCell },
				people(tiling),
				between,
			);
			for (const [cell, unit, isUndo] of moves) {
				if (isUndo) assigner.undo();
				else assigner.assign(cell, unit);
				const now = { unitCode: UNITS, unitOfCell: assigner.unitOfCell };
				expect(assigner.figures).toEqual(unitFigures(tiling, now, people(tiling), between));
			}
			while (assigner.undo());
			expect(assigner.unitOfCell).toEqual(unitOfCell);
			const start = { unitCode: UNITS, unitOfCell };
			expect(assigner.figures).toEqual(unitFigures(tiling, start, people(tiling), between));
		}),
		{ numRuns: 300 },
	);
});

test("parts of units are the groups of squares that hang together over sides", () => {
	fc.assert(
		fc.property(scenes, ({ grid, unitOfCell, options }) => {
			const tiling = gridTiling(grid, options);
			const { partCount } = unitFigures(tiling, { unitCode: UNITS, unitOfCell }, people(tiling));
			const { groups } = connectedSquares(grid, (label) => unitOfCell[label]);
			expect([...partCount]).toEqual(
				UNITS.map((_, unit) => groups.filter(({ value }) => value === unit).length),
			);
		}),
	);
});
