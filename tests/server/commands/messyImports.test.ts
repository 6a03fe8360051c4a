// Every file of the folder of messy files through the real import: accepted with issues or refused with a code, as the
// table says. To renew the table after a change that is meant: MESSY_WRITE=1, then read what changed.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect } from "vitest";
import { geodata, geodataTest } from "../imports/geodata.ts";
import { type ImportOutcome, importOutcomes } from "./importOutcome.ts";

const TABLE = resolve(import.meta.dirname, "../../fixtures/messyOutcomes.json");
const LONGEST_MS = 20_000;

geodataTest(
	"each of about 540 messy files is accepted with issues or refused with a code, as the table says",
	async () => {
		const folder = geodata("messy-dev");
		const found: Record<string, ImportOutcome> = {};
		for (const path of filesUnder(folder)) {
			const before = performance.now();
			for (const [layer, outcome] of await importOutcomes(path)) {
				const name = relative(folder, path) + (layer === null ? "" : ` | ${layer}`);
				found[name] = outcome;
				expectHonest(outcome, name);
			}
			expect(performance.now() - before, path).toBeLessThan(LONGEST_MS);
		}
		if (process.env["MESSY_WRITE"] === "1")
			writeFileSync(TABLE, `{\n${linesOf(found).join(",\n")}\n}\n`);
		expect(found).toEqual(JSON.parse(readFileSync(TABLE, "utf8")));
	},
	180_000,
);

/** Nothing is lost without a word, and nothing is refused without a code. */
function expectHonest(outcome: ImportOutcome, name: string): void {
	const { status, code, read, accepted, leftOut, issues } = outcome;
	expect(read, name).toBe(accepted + leftOut);
	expect(status, name).not.toBe("warnings"); // they were accepted
	if (status === "refused") expect(code, name).toMatch(/^[a-z]+[a-z0-9-]*\.[a-z0-9-]+$/);
	else expect(accepted, name).toBeGreaterThan(0);
	const told = Object.values(issues).reduce((sum, count) => sum + count, 0);
	if (status === "accepted") expect(told, name).toBeGreaterThanOrEqual(leftOut);
	else expect(told + Number(read === 0), name).toBeGreaterThan(0);
}

function linesOf(found: Readonly<Record<string, ImportOutcome>>): string[] {
	return Object.entries(found).map(
		([name, outcome]) => `${JSON.stringify(name)}: ${JSON.stringify(outcome)}`,
	);
}

function filesUnder(folder: string): string[] {
	const entries = readdirSync(folder, { withFileTypes: true });
	return entries.flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? filesUnder(path) : [path];
	});
}
