// The generator: the same plan and seed give the same bytes, and the files in the repository are what it makes.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cityFiles } from "../../../server/demonstration/cityFiles.ts";
import { DISTRICT_PLAN } from "../../../server/demonstration/districtPlan.ts";
import { generateCity } from "../../../server/demonstration/generateCity.ts";
import { DEMONSTRATION_FOLDER } from "../../../server/demonstration/loadDemonstration.ts";
import { SMALL_PLAN } from "./smallPlan.ts";

function bytesOf(plan: typeof SMALL_PLAN): Map<string, string> {
	return new Map(
		[...cityFiles(generateCity(plan))].map(([name, bytes]) => [
			name,
			Buffer.from(bytes).toString("base64"),
		]),
	);
}

test("the same seed gives the same bytes, another seed another city", () => {
	const first = bytesOf(SMALL_PLAN);
	expect(bytesOf(SMALL_PLAN)).toEqual(first);
	const other = bytesOf({ ...SMALL_PLAN, seed: 7 });
	expect([...other.keys()]).toEqual([...first.keys()]);
	for (const [name, bytes] of other) expect(bytes === first.get(name)).toBe(false);
});

test("units get exactly the residents of their plan", () => {
	const city = generateCity(SMALL_PLAN);
	const total = city.residences.reduce((sum, { residents }) => sum + residents, 0);
	expect(total).toBe(SMALL_PLAN.units.reduce((sum, { residents }) => sum + residents, 0));
});

test("geodata/demo is what `npm run demo:make` writes", { timeout: 240_000 }, () => {
	for (const [name, bytes] of cityFiles(generateCity(DISTRICT_PLAN)))
		expect(Buffer.from(bytes).equals(readFileSync(`${DEMONSTRATION_FOLDER}/${name}`)), name).toBe(
			true,
		);
});
