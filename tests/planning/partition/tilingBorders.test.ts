import { expect, test } from "vitest";
import { distanceM } from "../../../planning/geo/ellipsoid.ts";
import { withArcFlag } from "../../../planning/partition/arcFlags.ts";
import { faceNeighbours } from "../../../planning/partition/faceNeighbours.ts";
import { type TilingBorder, tilingBorders } from "../../../planning/partition/tilingBorders.ts";
import { drawnTiling } from "../../scenes/tilingScene.ts";

const lengthM = (borders: readonly TilingBorder[]) =>
	Math.round(
		borders
			.flatMap(({ line }) => line.slice(1).map((to, i) => distanceM(line[i], to)))
			.reduce((sum, metres) => sum + metres, 0),
	);

// A, B in street S, C in street T, all in district D; K is a circle of A alone. Squares of 100 m.
const tiling = drawnTiling(["A B", "C C"]);
const units = [
	{ committee: "A", street: "S", district: "D", circle: "K" },
	{ committee: "B", street: "S", district: "D" },
	{ committee: "C", street: "T", district: "D" },
];

test("every border is drawn once, at the coarsest level it separates", () => {
	const borders = tilingBorders(tiling, units);
	const of = (level: string) => lengthM(borders.filter((border) => border.level === level));
	expect([of("district"), of("street"), of("committee")]).toEqual([800, 200, 100]);
	expect(lengthM(borders.filter(({ circle }) => circle))).toBe(400); // all around A
	expect(borders.some(({ bmu }) => bmu)).toBe(false);
});

test("a line fixed by law says so", () => {
	const legal = tilingBorders(withArcFlag(tiling, [0], "legal"), units).map((b) => b.legal);
	expect(legal).toEqual([true, ...legal.slice(1).map(() => false)]);
});

test("a border inside one unit is not drawn", () => {
	const same = units.map(() => ({ street: "S" }));
	expect(lengthM(tilingBorders(tiling, same))).toBe(800);
});

test("faces that share a border are neighbours, those that share a point are not", () => {
	const neighbours = faceNeighbours(drawnTiling(["A B", "B A"]));
	expect(neighbours.map((set) => [...set].sort())).toEqual([
		[2, 3],
		[2, 3],
		[0, 1],
		[0, 1],
	]);
});
