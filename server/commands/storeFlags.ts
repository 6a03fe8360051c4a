// Keep the flags of a run: what many of them say alike once, the rest flag by flag.
import type { Knex } from "knex";
import type { Flag } from "../../planning/coverage/analysis.ts";
import { type FlagPart, inParts } from "../../planning/coverage/flags/sharedParts.ts";
import { type BulkColumn, bulkInsert } from "../db/bulkInsert.ts";

const PART_COLUMNS: readonly BulkColumn[] = [
	{ name: "run_id", type: "integer" },
	{ name: "part_no", type: "integer" },
	{ name: "body", type: "text", expression: "{}::jsonb" },
];

const FLAG_COLUMNS: readonly BulkColumn[] = [
	{ name: "run_id", type: "integer" },
	{ name: "flag_id", type: "text" },
	{ name: "ordinal", type: "integer" },
	{ name: "body", type: "text", expression: "{}::jsonb" },
	{ name: "parts", type: "text", expression: "{}::integer[]" },
	{ name: "flag", type: "text" },
	{ name: "category", type: "text" },
	{ name: "residents", type: "integer" },
	{ name: "lever", type: "text" },
	{ name: "unit_codes", type: "text", expression: "{}::text[]" },
];

/** One row at a time: in words, the flags of a whole city are most of a gigabyte. */
export async function storeFlags(trx: Knex, runId: number, flags: readonly Flag[]): Promise<void> {
	const numbers = new Map<FlagPart, number>();
	// the index by unit is brought up to date once, not every few thousand entries: a third less of its time (220,000 rows)
	await trx.raw("set local gin_pending_list_limit = '512MB'");
	await bulkInsert(trx, "flags", FLAG_COLUMNS, flagRows());
	await trx.raw("select gin_clean_pending_list('flags_by_unit'::regclass)");
	await bulkInsert(trx, "flag_parts", PART_COLUMNS, partRows());

	function* flagRows(): Generator<readonly unknown[]> {
		for (const [ordinal, flag] of flags.entries()) {
			const { own, parts } = inParts(flag);
			yield [
				runId,
				flag.id,
				ordinal,
				JSON.stringify(own),
				`{${parts.map(numberOf).join()}}`,
				flag.flag,
				flag.category,
				flag.residents,
				flag.lever,
				`{${flag.unitCodes.map((code) => JSON.stringify(code)).join()}}`,
			];
		}
	}

	function numberOf(part: FlagPart): number {
		const known = numbers.get(part);
		if (known !== undefined) return known;
		numbers.set(part, numbers.size);
		return numbers.size - 1;
	}

	function* partRows(): Generator<readonly unknown[]> {
		for (const [part, number] of numbers) yield [runId, number, JSON.stringify(part)];
	}
}
