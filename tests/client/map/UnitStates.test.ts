import type { Map as MapLibreMap } from "maplibre-gl";
import { beforeEach, expect, test } from "vitest";
import { NO_DATA } from "../../../client/map/groundStyle.ts";
import type { Shapes } from "../../../client/map/MapScene.ts";
import { UnitStates } from "../../../client/map/UnitStates.ts";

const shapesOf = (...codes: string[]) =>
	({ features: codes.map((code) => ({ properties: { code } })) }) as unknown as Shapes;
const SHAPES = shapesOf("a", "b", "c");

let told: [code: string, state: object][];
let states: UnitStates;
beforeEach(() => {
	told = [];
	const map = {
		setFeatureState: ({ id }: { id: string }, state: object) => told.push([id, state]),
		removeFeatureState: () => {},
	} as unknown as MapLibreMap;
	states = new UnitStates(map);
});

test("a unit without a class has no data; before figures are known nothing is said", () => {
	states.update({ shapes: SHAPES, classes: null });
	expect(told).toEqual([]);
	states.update({ shapes: SHAPES, classes: new Map([["a", 3]]) });
	expect(told).toEqual([
		["a", { class: 3 }],
		["b", { class: NO_DATA }],
		["c", { class: NO_DATA }],
	]);
});

test("another limit tells the map only of the units whose class is another", () => {
	const classes = new Map([
		["a", 1],
		["b", 2],
		["c", 3],
	]);
	states.update({ shapes: SHAPES, classes });
	told.length = 0;
	states.update({ shapes: SHAPES, classes: new Map(classes).set("b", 0) });
	expect(told).toEqual([["b", { class: 0 }]]);
});

test("another level starts anew", () => {
	const classes = new Map([["a", 1]]);
	states.update({ shapes: SHAPES, classes });
	told.length = 0;
	states.update({ shapes: shapesOf("a"), classes });
	expect(told).toEqual([["a", { class: 1 }]]);
});
