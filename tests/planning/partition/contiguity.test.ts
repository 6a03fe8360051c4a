import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContiguityException } from "../../../planning/city/records.ts";
import { readExceptions } from "../../../planning/partition/contiguityExceptions.ts";
import { detachedParts, enclosingUnit } from "../../../planning/partition/detachedParts.ts";
import { facesOf } from "../../../planning/partition/faces.ts";
import { neighboursOf, unitBorders } from "../../../planning/partition/unitBorders.ts";
import { unitFigures } from "../../../planning/partition/unitFigures.ts";
import { unitParts } from "../../../planning/partition/unitParts.ts";
import {
	assignments,
	bentOptions,
	connectedSquares,
	drawings,
} from "../../scenes/randomTilings.ts";
import { assignmentOf, drawnTiling, gridTiling } from "../../scenes/tilingScene.ts";

/** S and T, with B an exclave of S inside T, and C a part of S at the edge. */
const DRAWING = ["T T T T A", "T B T T A", "T T T T A", "C T T T A"];
const tiling = drawnTiling(DRAWING);
const assignment = assignmentOf(tiling, { S: "ABC", T: "T" });
const residents = { A: 50, B: 900, C: 10, T: 100 };
const residentsOfFace = tiling.cellCode.map((code) => residents[code as keyof typeof residents]);
const codesOf = (faces: readonly number[]) =>
	faces.map((face) => tiling.cellCode[facesOf(tiling).faceCell[face]]).join("");
const detached = (seatFace: number[], exceptions: ContiguityException[] = []) =>
	detachedParts(tiling, assignment, {
		residentsOfFace,
		seatFace,
		exceptions: readExceptions(tiling, exceptions),
	}).map(({ faces, enclosedBy, exception }) => [
		codesOf(faces),
		assignment.unitCode[enclosedBy] ?? null,
		exception?.reason ?? null,
	]);

describe("detached parts", () => {
	test("are those without the seat; what one other unit encloses is an exclave", () => {
		expect(detached([0, -1])).toEqual([
			["B", "T", null],
			["C", null, null],
		]);
	});

	test("without a seat the part of the most residents is the main one", () => {
		expect(detached([-1, -1])).toEqual([
			["A", null, null],
			["C", null, null],
		]);
	});

	test("a bridge with a reason joins a part; a declared 飞地 stays apart, with its reason", () => {
		const bridge: ContiguityException = { kind: "bridge", cells: ["A", "C"], reason: "江上大桥" };
		const exclave: ContiguityException = { kind: "exclave", cells: ["B"], reason: "农场" };
		expect(detached([0, -1], [bridge, exclave])).toEqual([["B", "T", "农场"]]);
	});

	test("an exception for a cell that is not there does not count", () => {
		const { links, apart } = readExceptions(tiling, [
			{ kind: "ferry", cells: ["A", "Z"], reason: "渡口" },
			{ kind: "exclave", cells: ["Z"], reason: "农场" },
		]);
		expect([links, apart.size]).toEqual([[], 0]);
	});
});

describe("what encloses a part", () => {
	const around = (rows: readonly string[], units: Record<string, string>) => {
		const drawn = drawnTiling(rows);
		const to = assignmentOf(drawn, units);
		return to.unitCode[enclosingUnit(drawn, to, [0])] ?? null;
	};
	test("nothing where it reaches the edge, two units surround it, or cells of no unit do", () => {
		expect(around(["T T T", "T A A", "T T T"], { S: "A", T: "T" })).toBe(null);
		expect(around(["T T U", "T A U", "T T U"], { S: "A", T: "T", U: "U" })).toBe(null);
		expect(around(["T T T", "T A T", "T T T"], { S: "A" })).toBe(null);
	});
	test("a unit inside the part does not matter", () => {
		const rows = ["T T T T T", "T A A A T", "T A B A T", "T A A A T", "T T T T T"];
		expect(around(rows, { S: "A", T: "T", U: "B" })).toBe("T");
	});
});

test("neighbours come with the length they share; a corner is no border", () => {
	const drawn = drawnTiling(["A A B", "C C D"]);
	const borders = unitBorders(drawn, assignmentOf(drawn, { P: "A", Q: "B", R: "C", S: "D" }));
	expect(neighboursOf(borders, 0)).toEqual([
		{ unit: 1, lengthCm: 10_000 },
		{ unit: 2, lengthCm: 20_000 },
	]);
	expect(borders.filter(({ a }) => a === -1).map(({ b, lengthCm }) => [b, lengthCm])).toEqual([
		[0, 30_000],
		[1, 20_000],
		[2, 30_000],
		[3, 20_000],
	]);
});

test("borders of all pairs add up to the perimeters, and parts to the squares that hang together", () => {
	const scenes = drawings.chain((grid) =>
		fc.record({
			grid: fc.constant(grid),
			unitOfCell: assignments(grid, 3),
			options: bentOptions,
		}),
	);
	fc.assert(
		fc.property(scenes, ({ grid, unitOfCell, options }) => {
			const drawn = gridTiling(grid, options);
			const to = { unitCode: ["R", "S", "T"], unitOfCell };
			const none = drawn.cellCode.map(() => 0);
			const { perimeterCm } = unitFigures(drawn, to, { residents: none, households: none });
			const borders = unitBorders(drawn, to);
			const sums = to.unitCode.map((_, unit) =>
				borders
					.filter(({ a, b }) => a === unit || b === unit)
					.reduce((sum, { lengthCm }) => sum + lengthCm, 0),
			);
			expect(sums).toEqual([...perimeterCm]);
			const { groups } = connectedSquares(grid, (label) => unitOfCell[label]);
			expect(unitParts(drawn, to).filter(({ unit }) => unit >= 0)).toHaveLength(groups.length);
		}),
	);
});
