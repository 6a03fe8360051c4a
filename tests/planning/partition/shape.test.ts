import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInsideRing } from "../../../planning/partition/isInsideRing.ts";
import {
	cellShape,
	ringPointsCm,
	type Shape,
	twiceRingAreaCm2,
	unitShape,
} from "../../../planning/partition/shape.ts";
import type { Tiling } from "../../../planning/partition/Tiling.ts";
import {
	assignments,
	bentOptions,
	connectedSquares,
	drawings,
} from "../../scenes/randomTilings.ts";
import { assignmentOf, drawnTiling, gridTiling } from "../../scenes/tilingScene.ts";

const STEP_CM = 10_000;
const twiceAreaCm2 = (tiling: Tiling, shape: Shape) =>
	shape.flat().reduce((sum, ring) => sum + twiceRingAreaCm2(tiling, ring), 0);
const squares = (tiling: Tiling, shape: Shape) => twiceAreaCm2(tiling, shape) / 2 / STEP_CM ** 2;
const outline = (shape: Shape) => shape.map((part) => part.length - 1);

describe("the shape of a unit", () => {
	test("merges its cells: two squares side by side are one rectangle of one part", () => {
		const tiling = drawnTiling(["A B C"]);
		const shape = unitShape(tiling, assignmentOf(tiling, { S: "AB", T: "C" }), 0);
		expect(outline(shape)).toEqual([0]);
		expect(squares(tiling, shape)).toBe(2);
	});

	test("has a hole where another unit lies inside, and none where a cell of its own does", () => {
		const tiling = drawnTiling(["A A A", "A B A", "A A A"]);
		const alone = unitShape(tiling, assignmentOf(tiling, { S: "A", T: "B" }), 0);
		expect([outline(alone), squares(tiling, alone)]).toEqual([[1], 8]);
		const both = unitShape(tiling, assignmentOf(tiling, { S: "AB" }), 0);
		expect([outline(both), squares(tiling, both)]).toEqual([[0], 9]);
	});

	test("squares that touch at a corner are two parts", () => {
		const tiling = drawnTiling(["A B", "B A"]);
		expect(outline(cellShape(tiling, 0))).toEqual([0, 0]);
		expect(outline(cellShape(tiling, 1))).toEqual([0, 0]);
	});

	test("a hole that touches the outline at a corner is a ring of its own", () => {
		const tiling = drawnTiling(["B A A", "A B A", "A A A"]);
		const shape = cellShape(tiling, 0);
		expect(outline(shape)).toEqual([1]);
		expect(squares(tiling, shape)).toBe(7);
	});

	test("two holes that touch at a corner are two rings", () => {
		const tiling = drawnTiling(["A A A A", "A B A A", "A A B A", "A A A A"]);
		expect(outline(cellShape(tiling, 0))).toEqual([2]);
	});

	test("an island in a ring of corners is a part inside the hole of another", () => {
		const tiling = drawnTiling(["A A A A A", "A A B A A", "A B A B A", "A A B A A", "A A A A A"]);
		const shape = cellShape(tiling, 0);
		expect(outline(shape)).toEqual([1, 0]);
		expect(squares(tiling, shape)).toBe(21);
	});

	test("an exclave inside a hole, and a hole inside the exclave, belong to the right part", () => {
		const tiling = drawnTiling([
			"A A A A A A A",
			"A B B B B B A",
			"A B A A A B A",
			"A B A C A B A",
			"A B A A A B A",
			"A B B B B B A",
			"A A A A A A A",
		]);
		const shape = cellShape(tiling, 0);
		expect(outline(shape)).toEqual([1, 1]);
		expect(shape.map((part) => squares(tiling, [part]))).toEqual([24, 8]);
	});

	test("a unit without cells has no parts", () => {
		const tiling = drawnTiling(["A"]);
		expect(unitShape(tiling, { unitCode: ["S", "T"], unitOfCell: Int32Array.of(0) }, 1)).toEqual(
			[],
		);
	});
});

const scenes = drawings.chain((grid) =>
	fc.record({
		grid: fc.constant(grid),
		unitOfCell: assignments(grid, 3),
		options: fc.option(bentOptions, { nil: {} }),
	}),
);
const UNITS = ["R", "S", "T"];

test("every square lies in its own unit's shape and in no other, whatever the drawing", () => {
	fc.assert(
		fc.property(scenes, ({ grid, unitOfCell, options }) => {
			const tiling = gridTiling(grid, options);
			const shapes = UNITS.map((_, unit) =>
				unitShape(tiling, { unitCode: UNITS, unitOfCell }, unit).map((part) =>
					part.map((ring) => ringPointsCm(tiling, ring)),
				),
			);
			grid.label.forEach((label, square) => {
				const x = ((square % grid.columns) + 0.5) * STEP_CM;
				const y = (Math.floor(square / grid.columns) + 0.5) * STEP_CM;
				const around = shapes.map(
					(parts) =>
						parts.filter(
							([outer, ...holes]) =>
								isInsideRing(outer, x, y) && !holes.some((hole) => isInsideRing(hole, x, y)),
						).length,
				);
				const unit = label < 0 ? -1 : unitOfCell[label];
				expect(around).toEqual(UNITS.map((_, index) => (index === unit ? 1 : 0)));
			});
		}),
	);
});

test("parts are what hangs together over sides, each with its area, and the sum is conserved as an integer", () => {
	fc.assert(
		fc.property(scenes, ({ grid, unitOfCell, options }) => {
			const tiling = gridTiling(grid, options);
			const assignment = { unitCode: UNITS, unitOfCell };
			const { groups } = connectedSquares(grid, (label) => unitOfCell[label]);
			UNITS.forEach((_, unit) => {
				const shape = unitShape(tiling, assignment, unit);
				expect(shape).toHaveLength(groups.filter(({ value }) => value === unit).length);
				const cells = tiling.cellCode.map((_, cell) => cell).filter((c) => unitOfCell[c] === unit);
				const sum = cells.reduce((s, cell) => s + twiceAreaCm2(tiling, cellShape(tiling, cell)), 0);
				expect(twiceAreaCm2(tiling, shape)).toBe(sum);
			});
		}),
	);
});

test("every ring is simple, outer rings run counterclockwise and holes clockwise", () => {
	fc.assert(
		fc.property(scenes, ({ grid, unitOfCell, options }) => {
			const tiling = gridTiling(grid, options);
			for (const [unit] of UNITS.entries())
				for (const [outer, ...holes] of unitShape(tiling, { unitCode: UNITS, unitOfCell }, unit)) {
					expect(twiceRingAreaCm2(tiling, outer)).toBeGreaterThan(0);
					for (const hole of holes) expect(twiceRingAreaCm2(tiling, hole)).toBeLessThan(0);
					for (const ring of [outer, ...holes]) {
						const points = ringPointsCm(tiling, ring);
						const corners = new Set(
							points.map((x, i) => (i % 2 === 0 ? `${x} ${points[i + 1]}` : "")),
						);
						corners.delete("");
						expect(corners.size).toBe(points.length / 2);
					}
				}
		}),
	);
});
