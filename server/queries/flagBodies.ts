// Findings put together from what is stored: what one says alone, and the parts that it shares with others.
import type { Knex } from "knex";
import type { Flag } from "../../planning/coverage/analysis.ts";
import { type FlagPart, wholeFlag } from "../../planning/coverage/flags/sharedParts.ts";
import type { FlagBody } from "../../planning/wire/api.ts";
import { Refused } from "../errors.ts";

export interface StoredFlag {
	readonly body: FlagPart;
	/** Numbers of the parts that it shares. */
	readonly parts: readonly number[];
}
export interface StoredPart {
	readonly part_no: number;
	readonly body: FlagPart;
}

/** Flags of one run; its parts must be among those given. */
export function wholeFlags(rows: readonly StoredFlag[], shared: readonly StoredPart[]): Flag[] {
	const partOf = new Map(shared.map(({ part_no, body }) => [part_no, body]));
	return rows.map(({ body, parts }) =>
		wholeFlag({
			own: body,
			parts: parts.map((number) => {
				const part = partOf.get(number);
				if (part === undefined) throw new Error(`Part ${number} of the flags is missing.`);
				return part;
			}),
		}),
	);
}

/** One finding of a run with its residences and its place. Refused 404 when the run has none of that id. */
export async function flagBody(db: Knex, runId: number, id: string): Promise<FlagBody> {
	const row: StoredFlag | undefined = await db("flags")
		.where({ run_id: runId, flag_id: id })
		.first("flags.body", "flags.parts");
	if (row === undefined) throw unknown(id);
	const shared: StoredPart[] = await db("flag_parts")
		.where("flag_parts.run_id", runId)
		.whereIn("flag_parts.part_no", [...row.parts])
		.select("flag_parts.part_no", "flag_parts.body");
	const [flag] = wholeFlags([row], shared);
	return flag as unknown as FlagBody; // the same shape; the kernels' is read-only
}

function unknown(id: string): Refused {
	return new Refused(
		"flag.unknown",
		{
			zh: `这个基准的分析里没有发现 ${id}。`,
			en: `The analysis of this snapshot has no finding ${id}.`,
		},
		{ status: 404 },
	);
}
