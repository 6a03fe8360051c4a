// Every file of the folder of messy files goes through: read with issues or refused with a reason, as the table says.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect } from "vitest";
import { geodata, geodataTest } from "./geodata.ts";
import { messyOutcome, type Outcome } from "./messyOutcome.ts";

const TABLE = resolve(import.meta.dirname, "../../fixtures/messyFormats.json");
const LONGEST_MS = 10_000;

geodataTest(
	"each of about 540 messy files comes out as the table of outcomes says, within 10 s",
	async () => {
		const folder = geodata("messy-dev");
		const expected = JSON.parse(readFileSync(TABLE, "utf8")) as Record<string, Outcome>;
		const found: Record<string, Outcome> = {};
		for (const path of filesUnder(folder)) {
			const before = performance.now();
			found[relative(folder, path)] = await messyOutcome(path);
			expect(performance.now() - before, path).toBeLessThan(LONGEST_MS);
		}
		expect(found).toEqual(expected);
	},
	180_000,
);

function filesUnder(folder: string): string[] {
	const entries = readdirSync(folder, { withFileTypes: true });
	return entries.flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? filesUnder(path) : [path];
	});
}
