// A new embedded database starts from a dumped one with PostGIS in it: 2 s instead of 9. Made on first use.
import { createHash } from "node:crypto";
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EmbeddedEngine } from "./EmbeddedEngine.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Path of the template, made when missing; null where it cannot be kept (then a new folder takes longer). */
export async function embeddedTemplate(): Promise<string | null> {
	const path = join(ROOT, "node_modules", ".cache", "jiequan", `pglite-${packagesHash()}.tar.gz`);
	if (existsSync(path)) return path;
	try {
		mkdirSync(dirname(path), { recursive: true });
		accessSync(dirname(path), constants.W_OK); // before seconds are spent on what cannot be kept
		const own = `${path}.${process.pid}`;
		writeFileSync(own, await makeTemplate());
		renameSync(own, path); // whole or not at all, whoever else is making one
		return path;
	} catch {
		return null;
	}
}

async function makeTemplate(): Promise<Uint8Array> {
	const engine = new EmbeddedEngine(null, null);
	await engine.ready();
	const knex = engine.knex();
	await knex.raw("create extension if not exists postgis");
	await knex.destroy();
	const bytes = await engine.dump();
	await engine.close();
	return bytes;
}

function packagesHash(): string {
	const hash = createHash("sha256");
	for (const name of ["pglite", "pglite-postgis"])
		hash.update(readFileSync(join(ROOT, "node_modules", "@electric-sql", name, "package.json")));
	return hash.digest("hex").slice(0, 12);
}
