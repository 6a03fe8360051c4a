// The parts of `npm run bench -- http`: reads of fifty people at once, on the product as it is served.
import type { BenchPart } from "./CityScene.ts";
import { readFigures } from "./http/reads.ts";
import { startServed } from "./served/servedCity.ts";

export const HTTP_PARTS: readonly BenchPart[] = [
	async (scene) => {
		const product = await startServed(scene);
		try {
			return await readFigures(product.url, scene);
		} finally {
			await product.stop();
		}
	},
];
