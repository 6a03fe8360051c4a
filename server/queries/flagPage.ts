// A page of the findings of a run: hundreds of thousands are never read at once. Where a page begins is said by the last
// finding before it, so the thousandth page costs what the first does.
import type { Knex } from "knex";
import type { FlagPage, FlagQuery, FlagSummary } from "../../planning/wire/flagPages.ts";
import { type StoredFlag, type StoredPart, wholeFlags } from "./flagBodies.ts";
import { remembered } from "./remembered.ts";
import { categoriesLike, unitCodesLike } from "./searchCity.ts";

type Basis = { readonly snapshotId: number; readonly runId: number };

/** What all statements below choose by; null is not asked for. */
interface Wanted {
	readonly runId: number;
	readonly category: string | null;
	readonly unit: string | null;
	readonly lever: string | null;
	readonly unitCodes: readonly string[] | null;
	readonly categories: readonly string[] | null;
}

const WANTED = `
	flags.run_id = :runId
	and (
	  :category::text is null
	  or flags.category = :category
	  or (:category = 'none' and flags.category is null)
	)
	and (:unit::text is null or flags.unit_codes @> array[:unit::text])
	and (:lever::text is null or flags.lever = :lever)
	and (
	  :unitCodes::text[] is null
	  or flags.unit_codes && :unitCodes::text[]
	  or flags.category = any(:categories::text[])
	)
`;

export async function flagPage(db: Knex, basis: Basis, query: FlagQuery): Promise<FlagPage> {
	const wanted = await wantedBy(db, basis, query);
	const countsByFlag = await countsOf(db, JSON.stringify(wanted));
	const rows = await pageRows(db, wanted, query);
	const shown = rows.slice(0, query.limit);
	const last = shown.at(-1);
	const all = Object.values(countsByFlag).reduce((sum, count) => sum + count, 0);
	return {
		flags: await summariesOf(db, basis.runId, shown),
		total: query.flag === undefined ? all : (countsByFlag[query.flag] ?? 0),
		next:
			last === undefined || shown.length === rows.length ? null : `${last.residents}:${last.id}`,
		countsByFlag,
	};
}

async function wantedBy(
	db: Knex,
	{ snapshotId, runId }: Basis,
	{ category, unit, lever, q }: FlagQuery,
): Promise<Wanted> {
	return {
		runId,
		category: category ?? null,
		unit: unit ?? null,
		lever: lever ?? null,
		unitCodes: q === undefined ? null : await unitCodesLike(db, snapshotId, q),
		categories: q === undefined ? null : categoriesLike(q),
	};
}

/** Counting goes through all rows: once for the same run and choice. */
const countsOf = remembered<string, Record<string, number>>(50, async (db, wanted) => {
	const { rows } = await db.raw<{ rows: { flag: string; count: number }[] }>(
		`
		select flags.flag, count(*)::integer as count
		from flags
		where ${WANTED}
		group by flags.flag
		`,
		JSON.parse(wanted),
	);
	return Object.fromEntries(rows.map(({ flag, count }) => [flag, count]));
});

interface PageRow extends StoredFlag {
	readonly id: string;
	readonly residents: number;
}

/** One more than asked for, where there is one more. */
async function pageRows(
	db: Knex,
	wanted: Wanted,
	{ flag, after, limit }: FlagQuery,
): Promise<PageRow[]> {
	const [, residents = null, id = null] = /^(\d+):(.+)$/.exec(after ?? "") ?? [];
	const { rows } = await db.raw<{ rows: PageRow[] }>(
		`
		select
		  flags.flag_id as id,
		  flags.residents,
		  flags.parts,
		  flags.body - 'residenceIds' - 'place' as body
		from flags
		where ${WANTED}
		  and (:flag::text is null or flags.flag = :flag)
		  and (
		    :residents::integer is null
		    or (
		      flags.residents <= :residents::integer
		      and (flags.residents < :residents::integer or flags.flag_id collate "C" > :id)
		    )
		  )
		order by flags.residents desc, flags.flag_id collate "C"
		limit :limit + 1
		`,
		{ ...wanted, flag: flag ?? null, residents, id, limit } as unknown as Knex.ValueDict,
	);
	return rows;
}

async function summariesOf(
	db: Knex,
	runId: number,
	rows: readonly PageRow[],
): Promise<FlagSummary[]> {
	const numbers = [...new Set(rows.flatMap(({ parts }) => parts))];
	const { rows: shared } = await db.raw<{ rows: StoredPart[] }>(
		`
		select flag_parts.part_no, flag_parts.body - 'residenceIds' - 'place' as body
		from flag_parts
		where flag_parts.run_id = ?
		  and flag_parts.part_no = any(?::integer[])
		`,
		[runId, numbers],
	);
	return wholeFlags(rows, shared) as unknown as FlagSummary[]; // the same shape; the kernels' is read-only
}
