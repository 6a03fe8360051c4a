// The parts of `npm run bench -- screen`: the coverage screen of the city-scale scene in a real browser.
import type { BenchPart } from "./CityScene.ts";
import { screenFigures } from "./screen/coverage.ts";
import { planningFigures } from "./screen/planning.ts";
import { startServed } from "./served/servedCity.ts";

export const SCREEN_PARTS: readonly BenchPart[] = [
	async (scene) => {
		const product = await startServed(scene);
		try {
			return [...(await screenFigures(product.url)), ...(await planningFigures(product.url))];
		} finally {
			await product.stop();
		}
	},
];
