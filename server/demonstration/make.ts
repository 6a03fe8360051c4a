// `npm run demo:make`: draws the demonstration city anew and writes geodata/demo. `--scale district` is the only
// scale so far; a whole city would be another plan of the same kind.
import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { CityPlan } from "./CityPlan.ts";
import { cityFiles } from "./cityFiles.ts";
import { DISTRICT_PLAN } from "./districtPlan.ts";
import { generateCity } from "./generateCity.ts";

const PLANS: Readonly<Record<string, CityPlan>> = { district: DISTRICT_PLAN };

const { values } = parseArgs({
	options: {
		seed: { type: "string" },
		scale: { type: "string", default: "district" },
		out: { type: "string", default: `${import.meta.dirname}/../../geodata/demo` },
	},
});
const plan = PLANS[values.scale];
if (plan === undefined)
	throw new Error(`No scale ${values.scale}; there is: ${Object.keys(PLANS).join(", ")}.`);
const city = generateCity({
	...plan,
	seed: values.seed === undefined ? plan.seed : Number(values.seed),
});
await mkdir(values.out, { recursive: true });
for (const [name, bytes] of cityFiles(city)) {
	await writeFile(`${values.out}/${name}`, bytes);
	process.stderr.write(`${name}  ${(bytes.length / 1e6).toFixed(2)} MB\n`);
}
