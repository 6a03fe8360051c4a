// Keep a new plan: empty, or with operations that somebody drew or read from a file.
import type { Knex } from "knex";
import type * as z from "zod";
import type { createPlanSchema } from "../../../planning/wire/plansApi.ts";
import { planBase } from "../../queries/planBase.ts";
import { planSummaryFor } from "../../queries/plans.ts";
import { agreedHash } from "./agreedHash.ts";
import { insertPlan } from "./insertPlan.ts";
import { contentText, readContent } from "./readContent.ts";

/** The number of the new plan. Refused as `agreedHash`; where it names a plan to stand beside, as that. */
export async function createPlan(
	db: Knex,
	ownerId: number,
	{ title, note, isShared, groupOf, hash, ...given }: z.output<typeof createPlanSchema>,
): Promise<number> {
	const beside = groupOf === undefined ? null : await planSummaryFor(db, ownerId, groupOf);
	const content = await readContent(given);
	const { snapshot } = await planBase(db, given.snapshot);
	const agreed = await agreedHash(db, { planId: null, revision: 0, snapshot, content, hash });
	return insertPlan(db, ownerId, {
		...{ title, note, snapshot, isShared },
		group: beside?.group ?? null,
		content: {
			operations: contentText(content),
			operationCount: content.operations.length,
			done: content.done,
			hash: agreed,
		},
	});
}
