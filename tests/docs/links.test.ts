import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const FOLDERS = [".", "docs", "docs/decisions", "planning", "server", "client", "geodata", "tests"];
const DOCUMENTS = FOLDERS.flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => name.endsWith(".md"))
		.map((name) => join(folder, name)),
);
const PATHS =
	/\]\(([^)#\s]+)\)|`((?:planning|server|client|tests|docs|migrations|geodata)\/[\w./-]+\.\w+)`/g;

test("no document names a file that is not there", () => {
	const missing = DOCUMENTS.flatMap((path) =>
		[...readFileSync(path, "utf8").matchAll(PATHS)]
			.map(([, link, name]) => (link === undefined ? (name as string) : join(dirname(path), link)))
			.filter((target) => !/^\w+:/.test(target) && !existsSync(target))
			.map((target) => `${path}: ${target}`),
	);
	expect(missing).toEqual([]);
});
