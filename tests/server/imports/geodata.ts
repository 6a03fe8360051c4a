// Real files beside the repository. Without them the tests that need them are skipped, saying so; CI has them.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type TestAPI, test } from "vitest";

const FOLDER = resolve(import.meta.dirname, "../../../../shared/geodata");
const isPresent = existsSync(FOLDER);
const isRequired = (process.env["CI"] ?? "") !== "";

if (!isPresent && !isRequired)
	console.warn("Skipped: ../shared/geodata is absent. Put the real data there to run these tests.");

/** Path of a real file. */
export function geodata(path: string): string {
	return resolve(FOLDER, path);
}

/** A test on real files; with CI set it fails when they are absent. */
export const geodataTest: TestAPI = test.runIf(isPresent || isRequired) as TestAPI;
