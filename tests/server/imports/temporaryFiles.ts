// Small files for one test file, removed afterwards.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Call once per test file; gives a function that writes a file and returns its path. */
export function temporaryFiles(): (name: string, content: string | Uint8Array) => string {
	const folder = mkdtempSync(join(tmpdir(), "jiequan-test-"));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return (name, content) => {
		const path = join(folder, name);
		writeFileSync(path, content);
		return path;
	};
}
