// Where what is made once of the packages of the embedded engine is kept, by their versions.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export function cacheFile(name: string, extension = ""): string {
	return join(ROOT, "node_modules", ".cache", "jiequan", `${name}-${packagesHash()}${extension}`);
}

function packagesHash(): string {
	const hash = createHash("sha256");
	for (const name of ["pglite", "pglite-postgis"])
		hash.update(readFileSync(join(ROOT, "node_modules", "@electric-sql", name, "package.json")));
	return hash.digest("hex").slice(0, 12);
}
