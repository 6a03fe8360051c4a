// An account with its roles, as a session shows it.
import type { Knex } from "knex";
import type { Session } from "../../planning/wire/api.ts";
import { momentary } from "./momentary.ts";

/** How long an account that another process closed is still let in. */
const KEPT_MS = 2_000;

/** Null when it is gone or no longer active. */
export const accountById = momentary<number, Session["account"] | null>(KEPT_MS, readAccount);

async function readAccount(knex: Knex, id: number): Promise<Session["account"] | null> {
	const account = await knex("accounts")
		.where({ id, is_active: true })
		.first("accounts.name", "accounts.display_name");
	if (account === undefined) return null;
	const grants = await knex("role_grants")
		.where({ account_id: id })
		.orderBy(["role_grants.role", "role_grants.scope_unit_code"])
		.select("role_grants.role", "role_grants.scope_unit_code");
	return {
		name: account.name,
		displayName: account.display_name,
		grants: grants.map(({ role, scope_unit_code }) => ({ role, scopeUnitCode: scope_unit_code })),
	};
}
