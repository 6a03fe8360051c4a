// The parts of `npm run bench -- reach`, each given what it needs of the scene.
import { profileNamed } from "../../planning/reach/profiles.ts";
import type { BenchPart, CityScene } from "./CityScene.ts";
import { analysisFigures } from "./reach/analysis.ts";
import { compileFigures } from "./reach/compile.ts";
import { countsFigures } from "./reach/counts.ts";
import { isochroneFigures } from "./reach/isochrone.ts";
import { nearestFigures, type OneCategory } from "./reach/nearest.ts";
import { packFigures } from "./reach/pack.ts";
import { whatIfFigures } from "./reach/whatIf.ts";

/** The category of which there are about 1,100. */
const ONE_CATEGORY = "EDU-KG";
/** So many facilities have their residents counted. */
const COUNTED = 11_000;

export const REACH_PARTS: readonly BenchPart[] = [
	(scene) => nearestFigures(oneCategory(scene)),
	(scene) => whatIfFigures(oneCategory(scene)),
	(scene) => countsFigures(countsScene(scene)),
	(scene) => packFigures(scene),
	() => isochroneFigures(),
	(scene) => analysisFigures(scene),
	(scene) => compileFigures(scene),
];

function oneCategory({ city, residences, facilities }: CityScene): OneCategory {
	return {
		graph: city.graph,
		residences,
		facilities: facilities.filter((_, i) => city.facilities[i].category === ONE_CATEGORY),
	};
}

function countsScene({ city, residences, facilities }: CityScene) {
	const profile = profileNamed("adult");
	if (profile === undefined) throw new Error("No profile named adult.");
	return {
		graph: city.graph,
		profile,
		residences,
		residents: Float64Array.from(city.residences, ({ residents }) => residents),
		facilities: spread(facilities, COUNTED),
	};
}

/** So many of a list, evenly taken. */
function spread<T>(list: readonly T[], count: number): T[] {
	const taken = Math.min(count, list.length);
	return Array.from({ length: taken }, (_, i) => list[Math.floor((i * list.length) / taken)]);
}
