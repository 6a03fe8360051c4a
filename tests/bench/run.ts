// `npm run bench -- NAME [--json]`: measures one set of figures on the city-scale scene. stdout gets the answer alone.
import { parseArgs } from "node:util";
import type { BenchPart } from "./CityScene.ts";
import type { BenchResult, Figure } from "./Figure.ts";
import { figureTable, isMet } from "./figureTable.ts";
import { cityScene } from "./loadCityScene.ts";
import { prepareServed } from "./served/servedCity.ts";

/** Parts of each NAME, loaded when it is asked for. */
const BENCHES: Readonly<Record<string, () => Promise<readonly BenchPart[]>>> = {
	scene: async () => [],
	reach: async () => (await import("./reach.ts")).REACH_PARTS,
	partition: async () => (await import("./partition.ts")).PARTITION_PARTS,
	import: async () => (await import("./import.ts")).IMPORT_PARTS,
	screen: async () => (await import("./screen.ts")).SCREEN_PARTS,
	http: async () => (await import("./http.ts")).HTTP_PARTS,
};

/** Those that measure the product on the scene. */
const SERVED = ["screen", "http"];

const { values, positionals } = parseArgs({
	options: { json: { type: "boolean", default: false } },
	allowPositionals: true,
});
const [name = ""] = positionals;
const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (load === undefined || positionals.length !== 1) {
	tell(`usage: npm run bench -- NAME [--json]; NAME: ${Object.keys(BENCHES).join(" ")}`);
	process.exitCode = 2;
} else {
	const bench = { bench: name, ...(await measured(await load())) };
	process.stdout.write(values.json ? `${JSON.stringify(bench)}\n` : figureTable(bench));
}

async function measured(parts: readonly BenchPart[]): Promise<BenchResult> {
	const scene = await cityScene(tell, SERVED.includes(name) ? prepareServed : undefined);
	const figures: Figure[] = [];
	for (const part of parts)
		for (const exact of await part(scene)) {
			const figure = rounded(exact);
			figures.push(figure);
			tell(`${figure.id} ${figure.value} ${figure.unit}${isMet(figure) ? "" : "  BEYOND LIMIT"}`);
		}
	return { seed: scene.seed, scene: scene.sizes, figures };
}

/** Four digits: the rest is noise. */
function rounded(figure: Figure): Figure {
	const entries = Object.entries(figure).map(([name, value]) => [
		name,
		typeof value === "number" ? Number(value.toPrecision(4)) : value,
	]);
	return Object.fromEntries(entries) as Figure;
}

function tell(line: string): void {
	process.stderr.write(`${line}\n`);
}
