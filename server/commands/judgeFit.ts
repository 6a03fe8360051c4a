// How new divisions of one level fit each other and the levels in force.
import type { Knex } from "knex";
import type { UnitRecord } from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { lostExceptions } from "../../planning/layers/exceptions.ts";
import type { Issue } from "../../planning/layers/Issue.ts";
import { cellLevelOf } from "../../planning/partition/assignCells.ts";
import { currentLayers } from "../queries/currentLayers.ts";
import { loadExceptions } from "../queries/loadExceptions.ts";
import { loadUnits } from "../queries/loadRecords.ts";
import { type RunKernel, runHere } from "./kernels.ts";

/**
 * Misfits among the records, all of one level, and between them and the current divisions of the other levels. Without a
 * database the file stands alone, as it would in an empty one. `left`: places of gaps that a person left on purpose.
 */
export async function judgeFit(
	db: Knex | null,
	records: readonly UnitRecord[],
	{
		left = [],
		runKernel = runHere,
	}: { left?: readonly LonLat[]; runKernel?: RunKernel | undefined },
): Promise<Issue[]> {
	const level = records[0]?.kind;
	if (level === undefined) return [];
	const others = db === null ? [] : await otherUnits(db, level);
	const isCellLevel = cellLevelOf([...records, ...others]) === level;
	const lost = db !== null && isCellLevel ? await lostBy(db, records) : [];
	return [...(await runKernel("fit", { records, others, isCellLevel, left })), ...lost];
}

/** Declared exceptions that new cells no longer have the cells of. */
async function lostBy(db: Knex, cells: readonly UnitRecord[]): Promise<Issue[]> {
	const layers = (await currentLayers(db)).filter(({ kind }) => kind === "exceptions");
	const exceptions = await loadExceptions(
		db,
		layers.map(({ id }) => id),
	);
	return lostExceptions(exceptions, new Set(cells.map(({ code }) => code)));
}

async function otherUnits(db: Knex, level: string): Promise<UnitRecord[]> {
	const layers = await currentLayers(db);
	const others = layers.filter(({ kind, scope }) => kind === "divisions" && scope !== level);
	return loadUnits(
		db,
		others.map(({ id }) => id),
	);
}
