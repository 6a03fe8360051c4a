import { expect, test } from "vitest";
import { type Label, placeLabels } from "../../../../server/reports/map/placeLabels.ts";

const BOX = { xMm: 0, yMm: 0, widthMm: 100, heightMm: 100 };
const label = (name: string, at: readonly [number, number], weight: number): Label => ({
	...{ name, at, weight, figure: "50.0%", unitWidthMm: 40 },
});
const told = (labels: readonly Label[]) =>
	placeLabels(labels, BOX).map(({ name, hasFigure }) => `${name}${hasFigure ? " 50.0%" : ""}`);

test("labels apart from each other keep name and figure", () => {
	expect(told([label("西园", [20, 20], 1), label("东桥", [70, 70], 2)])).toEqual([
		"东桥 50.0%",
		"西园 50.0%",
	]);
});

test("where two meet, the unit of fewer people loses its figure first", () => {
	// the names are 5.5 mm apart: room for one line below another, not for two
	expect(told([label("西园", [50, 50], 1), label("东桥", [50, 55.5], 2)])).toEqual([
		"东桥 50.0%",
		"西园",
	]);
});

test("where even the names meet, the unit of fewer people has none", () => {
	expect(told([label("西园", [50, 50], 1), label("东桥", [50, 51], 2)])).toEqual(["东桥 50.0%"]);
});

test("a name beyond the edge of the map, or much wider than its unit, is left out", () => {
	expect(told([label("西园", [1, 50], 1)])).toEqual([]);
	expect(told([{ ...label("西园街道", [50, 50], 1), unitWidthMm: 5 }])).toEqual([]);
});
