// `npm run demo:make`: draws the demonstration district anew and writes geodata/demo; `--scale city` draws a whole
// city of Shanghai's size, which is kept out of the repository.
import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { CITY_SCALE } from "./city/CityScale.ts";
import { makeCity } from "./city/makeCity.ts";
import { writeCity } from "./city/writeCity.ts";
import { cityFiles } from "./cityFiles.ts";
import { DISTRICT_PLAN } from "./districtPlan.ts";
import { generateCity } from "./generateCity.ts";

interface Scale {
	readonly folder: string;
	make(seed: number | undefined, folder: string): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, "../..");
const SCALES: Readonly<Record<string, Scale>> = {
	district: { folder: `${ROOT}/geodata/demo`, make: makeDistrict },
	city: {
		folder: `${ROOT}/.cache/scenes/city`,
		make: (seed, folder) =>
			writeCity(makeCity({ ...CITY_SCALE, seed: seed ?? CITY_SCALE.seed }), folder),
	},
};

const { values } = parseArgs({
	options: {
		seed: { type: "string" },
		scale: { type: "string", default: "district" },
		out: { type: "string" },
	},
});
const scale = SCALES[values.scale];
if (scale === undefined)
	throw new Error(`No scale ${values.scale}; there are: ${Object.keys(SCALES).join(", ")}.`);
const folder = values.out ?? scale.folder;
await scale.make(values.seed === undefined ? undefined : Number(values.seed), folder);
process.stderr.write(`${folder}\n`);

async function makeDistrict(seed = DISTRICT_PLAN.seed, folder: string): Promise<void> {
	const city = generateCity({ ...DISTRICT_PLAN, seed });
	await mkdir(folder, { recursive: true });
	for (const [name, bytes] of cityFiles(city)) {
		await writeFile(`${folder}/${name}`, bytes);
		process.stderr.write(`${name}  ${(bytes.length / 1e6).toFixed(2)} MB\n`);
	}
}
