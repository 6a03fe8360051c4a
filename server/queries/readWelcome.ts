// What the sign-in page shows before anyone has signed in.
import type { Knex } from "knex";
import { ROLES, type Welcome } from "../../planning/wire/api.ts";
import { readSettings } from "./readSettings.ts";

/** One-click accounts are listed in a demonstration database only. */
export async function readWelcome(db: Knex): Promise<Welcome> {
	const { cityName, isDemonstration } = await readSettings(db);
	return {
		demonstration: isDemonstration,
		cityName,
		accounts: isDemonstration ? await oneClickAccounts(db) : [],
	};
}

async function oneClickAccounts(db: Knex): Promise<Welcome["accounts"]> {
	const rows: Welcome["accounts"] = await db("accounts")
		.join("role_grants", "role_grants.account_id", "accounts.id")
		.whereIn("accounts.name", [...ROLES])
		.whereRaw("accounts.name = role_grants.role")
		.where("accounts.is_active", true)
		.select("accounts.name", "accounts.display_name as displayName", "role_grants.role");
	return rows.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}
