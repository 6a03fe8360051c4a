// Figures on the map follow the slider at once, of six thousand units too: only labels that can find room are given to the map.
import type { Map as MapLibreMap } from "maplibre-gl";
import { beforeEach, expect, test } from "vitest";
import { LabelsInSight } from "../../../client/map/LabelsInSight.ts";
import type { UnitLabels, UnitName } from "../../../client/map/MapScene.ts";

const named = (code: string, fromZoom: number): UnitName => ({
	...{ code, name: `${code}居`, lon: 121, lat: 31, weight: 10, fromZoom },
});
const NAMES = [named("wide", 0), named("near", 12), named("nearer", 13), named("nearest", 18)];
const labelled = (figure: string): UnitLabels => ({ names: NAMES, figureOf: () => figure });

let zoom: number;
let given: string[][];
let labels: LabelsInSight;
beforeEach(() => {
	zoom = 10.7;
	given = [];
	const source = {
		setData: ({ features }: GeoJSON.FeatureCollection) =>
			given.push(
				features.map(({ properties }) => `${properties?.["code"]} ${properties?.["figure"]}`),
			),
	};
	const map = {
		getZoom: () => zoom,
		getSource: () => source,
	} as unknown as MapLibreMap;
	labels = new LabelsInSight(map);
});
const zoomTo = (next: number) => {
	zoom = next;
	labels.follow();
};

test("those with room at this zoom and the next are given, whatever is looked at from farther", () => {
	labels.update({ labels: labelled("80%"), selectedCode: null });
	expect(given).toEqual([["wide 80%"]]);
	zoomTo(11.2);
	expect(given.at(-1)).toEqual(["wide 80%", "near 80%"]);
	zoomTo(9);
	zoomTo(11.9);
	expect(given).toHaveLength(2);
});

test("coming near, every unit gets its label", () => {
	labels.update({ labels: labelled("80%"), selectedCode: null });
	for (let next = 11; next <= 18; next++) zoomTo(next);
	expect(given.at(-1)).toHaveLength(NAMES.length);
});

test("the chosen unit has its label however far away", () => {
	labels.update({ labels: labelled("80%"), selectedCode: "nearest" });
	expect(given).toEqual([["wide 80%", "nearest 80%"]]);
});

test("other figures are given once, the same never again", () => {
	const first = labelled("80%");
	labels.update({ labels: first, selectedCode: null });
	labels.update({ labels: first, selectedCode: null });
	labels.update({ labels: labelled("75%"), selectedCode: null });
	expect(given).toEqual([["wide 80%"], ["wide 75%"]]);
});

test("before there are labels a change of zoom gives none", () => {
	zoomTo(14);
	expect(given).toEqual([]);
});
