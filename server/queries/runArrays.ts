// The binary columns of a run, as stored: from the kernel to the screen without a change of shape.
import type { Knex } from "knex";
import { timesName } from "../commands/storeAnalysis.ts";
import { Refused } from "../errors.ts";
import { loadArray } from "./loadAnalysis.ts";

export async function residencesArray(db: Knex, runId: number): Promise<Uint8Array> {
	const bytes = await loadArray(db, runId, "residences");
	if (bytes === null) throw new Error(`Run ${runId} has no residences.`);
	return bytes;
}

/** Refused 404 where a category has no walk times: judged by presence, or without an own mode. */
export async function timesArray(
	db: Knex,
	runId: number,
	{ category, mode }: { category: string; mode: "any" | "own" },
): Promise<Uint8Array> {
	const bytes = await loadArray(db, runId, timesName(category, mode));
	if (bytes !== null) return bytes;
	throw new Refused(
		"times.none",
		{
			zh: `${category} 在${mode === "own" ? "属地" : "开放"}口径下没有步行时间。`,
			en: `${category} has no walk times in mode ${mode}.`,
		},
		{ status: 404 },
	);
}
