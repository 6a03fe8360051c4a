// The findings of a run as the wire has them: what the analysis stored.
import type { Knex } from "knex";
import type { FlagBody } from "../../planning/wire/api.ts";
import { loadFlags } from "./loadAnalysis.ts";

export async function flagBodies(db: Knex, runId: number): Promise<FlagBody[]> {
	const flags = await loadFlags(db, runId);
	return flags as unknown as FlagBody[]; // the same shape; the kernels' is read-only
}
