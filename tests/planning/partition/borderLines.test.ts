import { expect, test } from "vitest";
import type { City } from "../../../planning/coverage/analysis.ts";
import { distanceM } from "../../../planning/geo/ellipsoid.ts";
import { type BorderLine, borderLines } from "../../../planning/partition/borderLines.ts";
import { buildTiling } from "../../../planning/partition/buildTiling.ts";
import { gridCity, type PlanUnit } from "../../scenes/gridCity.ts";
import { at } from "../../scenes/streetScene.ts";

const lengthM = ({ line }: BorderLine) =>
	line.slice(1).reduce((sum, to, i) => sum + distanceM(line[i] ?? to, to), 0);
const totalM = (lines: readonly BorderLine[], level?: string) =>
	Math.round(
		lines
			.filter((line) => level === undefined || line.level === level)
			.reduce((sum, line) => sum + lengthM(line), 0),
	);
const linesOf = (cells: City["cells"]) => borderLines(buildTiling(cells).tiling, cells);
const bordersOf = (units: readonly PlanUnit[]) => linesOf(gridCity({ units }).cells);

//  ┌───┬───┐
//  │ A │ B │   A, B in street S; C in street T; all in district D
//  ├───┴───┤
//  │   C   │
//  └───────┘
const units: PlanUnit[] = [
	{ kind: "committee", code: "A", areas: [[0, 1000, 500, 2000]] },
	{ kind: "committee", code: "B", areas: [[500, 1000, 1000, 2000]] },
	{ kind: "committee", code: "C", areas: [[0, 0, 1000, 1000]] },
	{ kind: "street", code: "S", areas: [[0, 1000, 1000, 2000]] },
	{ kind: "street", code: "T", areas: [[0, 0, 1000, 1000]] },
	{ kind: "district", code: "D", areas: [[0, 0, 1000, 2000]] },
	{ kind: "circle", code: "K", areas: [[0, 1000, 500, 2000]] },
];

test("every border is drawn once, at the coarsest level it separates, also where only one side has a corner", () => {
	const lines = bordersOf(units);
	const near = (level: string, metres: number) =>
		expect(Math.abs(totalM(lines, level) - metres)).toBeLessThan(5);
	near("district", 6_000);
	near("street", 1_000);
	near("committee", 1_000);
});

test("a border tells whether a circle or a basic management unit begins there", () => {
	const circle = bordersOf(units).filter((line) => line.circle);
	expect(Math.abs(totalM(circle) - 3_000)).toBeLessThan(5); // all around A
	expect(bordersOf(units).some((line) => line.bmu)).toBe(false);
});

test("a unit enclosed by another has one closed line", () => {
	const [west, south, east, north] = [400, 400, 600, 600];
	const hole = [
		at(west, south),
		at(west, north),
		at(east, north),
		at(east, south),
		at(west, south),
	];
	const city = gridCity({
		units: [
			{ kind: "street", code: "IN", areas: [[west, south, east, north]] },
			{ kind: "street", code: "OUT", areas: [[0, 0, 1000, 1000]] },
		],
	});
	const cells = city.cells.map((cell) =>
		cell.code === "OUT" ? { ...cell, polygons: [[...(cell.polygons[0] ?? []), hole]] } : cell,
	);
	const inner = linesOf(cells).filter((line) => lengthM(line) < 1_000);
	expect(inner).toHaveLength(1);
	expect(inner[0]?.line[0]).toEqual(inner[0]?.line.at(-1));
	expect(Math.abs(totalM(inner) - 800)).toBeLessThan(2);
});

test("without cells there are no borders", () => {
	expect(linesOf([])).toEqual([]);
});
