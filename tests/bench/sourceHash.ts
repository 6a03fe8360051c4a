// A hash of the code that makes the scene: when it changes, a cached scene is made anew.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const MAKERS = [
	"server/demonstration",
	"server/imports/osm",
	"planning/streets",
	"planning/geo",
	"planning/wire/columns.ts",
	"planning/wire/streetFiles.ts",
	"planning/reach/attacher.ts",
	"planning/partition/assignCells.ts",
	"tests/bench/makeScene.ts",
	"tests/bench/sceneAttachments.ts",
];

export function sourceHash(): string {
	return hashOfSources(MAKERS);
}

/** Of files, and of all TypeScript and SQL in folders. */
export function hashOfSources(sources: readonly string[]): string {
	const hash = createHash("sha256");
	for (const source of sources)
		for (const path of filesOf(resolve(ROOT, source))) hash.update(readFileSync(path));
	return hash.digest("hex");
}

function filesOf(path: string): string[] {
	if (path.endsWith(".ts")) return [path];
	return readdirSync(path, { recursive: true, encoding: "utf8" })
		.filter((name) => /\.(ts|sql)$/.test(name))
		.sort()
		.map((name) => `${path}/${name}`);
}
