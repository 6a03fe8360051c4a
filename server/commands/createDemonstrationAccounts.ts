// One account per role for the demonstration, password = name; never in any other database.
import type { Knex } from "knex";
import { ROLES, type Role } from "../../planning/wire/api.ts";
import { addAccount } from "./addAccount.ts";

export const DEMONSTRATION_NAMES: Readonly<Record<Role, string>> = {
	leader: "沈主任",
	planner: "顾规划",
	data: "韩数据",
	reviewer: "陆审核",
	admin: "管理员",
};

/** Create those that are missing; throws unless the database says it is the demonstration. */
export async function createDemonstrationAccounts(knex: Knex): Promise<void> {
	const row = await knex("settings").where({ key: "demonstration" }).first("settings.value");
	if (row?.value !== true)
		throw new Error("Demonstration accounts belong in a demonstration database only.");
	const known = new Set<string>(await knex("accounts").pluck("accounts.name"));
	for (const role of ROLES)
		if (!known.has(role))
			await addAccount(
				knex,
				{
					name: role,
					displayName: DEMONSTRATION_NAMES[role],
					password: role,
					grants: [{ role, scopeUnitCode: null }],
				},
				{ isDemonstration: true },
			);
}
