// What an embedded database loads of PostGIS when it starts: the library and the tables of projections, without raster,
// topology and the SQL that only made the extension. An archive of 8 MB instead of 20.
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { cacheFile } from "./packageCache.ts";

const NEEDED =
	/^(?:lib\/postgresql\/postgis-3\.so|share\/proj\/.*|share\/postgresql\/extension\/postgis\.control)$/;
const BLOCK = 512;
/** 1: unpacking is what a start waits for. */
const LEVEL = 1;

/** Path of the smaller archive, made when missing; null where it cannot be kept, then the whole one is loaded. */
export function postgisBundle(): string | null {
	const path = cacheFile("postgis", ".tar.gz");
	if (existsSync(path)) return path;
	try {
		mkdirSync(dirname(path), { recursive: true });
		accessSync(dirname(path), constants.W_OK);
		const whole = join(
			dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite-postgis")),
			"postgis.tar.gz",
		);
		const own = `${path}.${process.pid}`;
		writeFileSync(own, gzipSync(neededOf(gunzipSync(readFileSync(whole))), { level: LEVEL }));
		renameSync(own, path); // whole or not at all, whoever else is making one
		return path;
	} catch {
		return null;
	}
}

/** The entries of a tar archive that are needed, as they stand. */
function neededOf(tar: Buffer): Buffer {
	const kept: Buffer[] = [];
	for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
		const sizeBytes = Number.parseInt(textAt(tar, at + 124, 12), 8);
		const end = at + BLOCK + Math.ceil(sizeBytes / BLOCK) * BLOCK;
		if (NEEDED.test(textAt(tar, at, 100))) kept.push(tar.subarray(at, end));
		at = end;
	}
	if (kept.length < 2) throw new Error("The PostGIS package is laid out in another way.");
	return Buffer.concat([...kept, Buffer.alloc(2 * BLOCK)]);
}

function textAt(tar: Buffer, start: number, length: number): string {
	return tar.toString("latin1", start, start + length).replace(/\0.*$/s, "");
}
