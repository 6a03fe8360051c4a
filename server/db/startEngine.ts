// The engine of a data folder. While a new database is being made, `pg.making` says so: what a killed process left of
// it is made afresh, and nothing was committed to it yet.
import {
	closeSync,
	cpSync,
	existsSync,
	fsyncSync,
	openSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { dataFolderDamaged } from "./dataFolderRefusals.ts";
import { EmbeddedEngine } from "./EmbeddedEngine.ts";
import { embeddedTemplate, makeDatabase } from "./embeddedTemplate.ts";
import { postgisBundle } from "./postgisBundle.ts";

/** Open or make the database in a folder that the caller has locked. */
export async function startEngine(folder: string): Promise<EmbeddedEngine> {
	const files = join(folder, "pg");
	const making = join(folder, "pg.making");
	if (existsSync(making)) rmSync(files, { recursive: true, force: true });
	if (existsSync(files) && readdirSync(files).length > 0) {
		return await started(files).catch((error: unknown) => {
			throw dataFolderDamaged(folder, error);
		});
	}
	writeFileSync(making, "");
	const engine = await makeFrom(await embeddedTemplate(), files);
	rmSync(making);
	syncFolder(folder);
	return engine;
}

/** A template that does not load is thrown away: the next folder gets a good one, this one takes longer. */
async function makeFrom(template: string | null, files: string): Promise<EmbeddedEngine> {
	if (template === null) return await makeDatabase(files);
	try {
		cpSync(template, files, { recursive: true });
		return await started(files);
	} catch {
		rmSync(template, { recursive: true, force: true });
		rmSync(files, { recursive: true, force: true });
		return await makeDatabase(files);
	}
}

async function started(files: string): Promise<EmbeddedEngine> {
	const engine = new EmbeddedEngine(files, postgisBundle());
	await engine.ready();
	return engine;
}

/** The removal of `pg.making` must reach the disk before the first commit does. */
function syncFolder(folder: string): void {
	try {
		const descriptor = openSync(folder, "r");
		fsyncSync(descriptor);
		closeSync(descriptor);
	} catch {
		// not every system can sync a folder
	}
}
