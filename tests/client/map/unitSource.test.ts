// What is pointed at and what is chosen is outlined by itself, and stays so whatever is shown around it.
import { expect, test } from "vitest";
import type { Shapes } from "../../../client/map/MapScene.ts";
import { EMPTY, unitSource } from "../../../client/map/sceneSources.ts";

const shapesOf = (...codes: string[]) =>
	({
		type: "FeatureCollection",
		features: codes.map((code) => ({
			type: "Feature",
			properties: { code },
			geometry: { type: "Polygon", coordinates: [] },
		})),
	}) as unknown as Shapes;

test("one unit's shape is there, and no other", () => {
	const [, b] = shapesOf("a", "b", "c").features;
	expect(unitSource(shapesOf("a", "b", "c"), "b").features).toEqual([b]);
});

test("nothing is outlined where nothing is meant, before shapes have come, and on another level", () => {
	expect(unitSource(shapesOf("a"), null)).toBe(EMPTY);
	expect(unitSource(null, "a")).toBe(EMPTY);
	expect(unitSource(shapesOf("x"), "a")).toBe(EMPTY);
});

test("a unit that is chosen stays outlined when its level's shapes come anew", () => {
	expect(unitSource(shapesOf("z", "a"), "a").features).toHaveLength(1);
});
