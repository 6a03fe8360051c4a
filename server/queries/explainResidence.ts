// Why a residence is served with a category, or not.
import type { Knex } from "knex";
import type { Explanation } from "../../planning/coverage/explanation.ts";
import { categoryOf } from "../../planning/standards/catalogue.ts";
import { Refused } from "../errors.ts";
import { requestOfProfile } from "./analysisRuns.ts";
import { cityDesk } from "./cityDesks.ts";

export interface ExplainAsked {
	readonly residenceId: string;
	readonly category: string;
	readonly mode: "any" | "own";
	/** As a screen names it: `adult` lets villages travel slowly. */
	readonly profile: string;
}

/** Refused 404 for an unknown residence, and for a category and mode that no walk is timed to. */
export async function explainResidence(
	db: Knex,
	snapshotId: number,
	{ profile, ...asked }: ExplainAsked,
): Promise<Explanation> {
	const { category, mode, residenceId } = asked;
	const entry = categoryOf(category);
	if (entry?.basis === "presence" || (mode === "own" && entry?.ownUnit !== "yes"))
		throw new Refused(
			"times.none",
			{
				zh: `${category} 在${mode === "own" ? "属地" : "开放"}口径下没有步行时间。`,
				en: `${category} has no walk times in mode ${mode}.`,
			},
			{ status: 404 },
		);
	const desk = await cityDesk(db, snapshotId);
	const explanation = await desk.ask("explain", {
		...asked,
		profile: requestOfProfile(profile).profile,
	});
	if (explanation !== null) return explanation;
	throw new Refused(
		"residence.unknown",
		{
			zh: `当前基准中没有编号为 ${residenceId} 的居住点。`,
			en: `The current snapshot has no residence ${residenceId}.`,
		},
		{ status: 404 },
	);
}
