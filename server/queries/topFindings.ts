// The findings that a brief names: of the category or categories asked about, those of most people.
import type { Knex } from "knex";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type { FlagSummary } from "../../planning/wire/flagPages.ts";
import { flagPage } from "./flagPage.ts";
import type { RunOfSnapshot } from "./runArrays.ts";

export interface TopFindings {
	readonly flags: readonly FlagSummary[];
	/** Of all findings, by code. */
	readonly countsByFlag: Readonly<Record<string, number>>;
}

const MOST = 6;

/** Of the units of one code and what touches it, or (null) of the whole city. */
export async function topFindings(
	db: Knex,
	basis: RunOfSnapshot,
	{
		categories,
		unitCode,
	}: { readonly categories: readonly string[]; readonly unitCode: string | null },
): Promise<TopFindings> {
	const counts = new Map<string, number>();
	const flags: FlagSummary[] = [];
	for (const category of categories) {
		const unit = unitCode ?? undefined;
		const page = await flagPage(db, basis, { profile: "adult", category, unit, limit: MOST });
		flags.push(...page.flags);
		for (const [flag, count] of Object.entries(page.countsByFlag))
			counts.set(flag, (counts.get(flag) ?? 0) + count);
	}
	flags.sort((a, b) => b.residents - a.residents || byCodeUnit(a.id, b.id));
	return { flags: flags.slice(0, MOST), countsByFlag: Object.fromEntries(counts) };
}
