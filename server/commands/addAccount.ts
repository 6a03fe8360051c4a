// A new local account: argon2id, one or more roles, each within a unit or the whole city.
import { hash } from "@node-rs/argon2";
import type { Knex } from "knex";
import type { Role } from "../../planning/wire/api.ts";
import { Refused } from "../errors.ts";

export interface NewAccount {
	readonly name: string;
	readonly displayName: string;
	readonly password: string;
	readonly grants: readonly { readonly role: Role; readonly scopeUnitCode: string | null }[];
}

const SHORTEST_PASSWORD = 8;

/** Add an account; refuses a taken name and, outside the demonstration, a short password. */
export async function addAccount(
	knex: Knex,
	{ name, displayName, password, grants }: NewAccount,
	{ isDemonstration = false } = {},
): Promise<void> {
	if (!isDemonstration && password.length < SHORTEST_PASSWORD) throw tooShort();
	const passwordHash = await hash(password);
	await knex.transaction(async (trx) => {
		const [account] = await trx("accounts")
			.insert({ name, display_name: displayName, password_hash: passwordHash })
			.onConflict("name")
			.ignore()
			.returning("id");
		if (account === undefined) throw taken(name);
		for (const { role, scopeUnitCode } of grants)
			await trx("role_grants").insert({
				account_id: account.id,
				role,
				scope_unit_code: scopeUnitCode,
			});
	});
}

function taken(name: string): Refused {
	return new Refused(
		"account.name-taken",
		{
			zh: `已有名为 ${name} 的账户，换一个名字。`,
			en: `There is an account named ${name} already; choose another name.`,
		},
		{ status: 409 },
	);
}

function tooShort(): Refused {
	return new Refused("account.password-short", {
		zh: `密码至少 ${SHORTEST_PASSWORD} 个字符。`,
		en: `A password has at least ${SHORTEST_PASSWORD} characters.`,
	});
}
