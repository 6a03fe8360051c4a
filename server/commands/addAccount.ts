// A new local account: argon2id, one or more roles, each within a unit or the whole city.
import { hash } from "@node-rs/argon2";
import type { Knex } from "knex";
import { twelveDigits } from "../../planning/layers/unitCodes.ts";
import type { Role } from "../../planning/wire/api.ts";
import { Refused } from "../errors.ts";

export interface NewAccount {
	readonly name: string;
	readonly displayName: string;
	readonly password: string;
	/** A scope of 6 or 9 digits is kept as 12; null is the whole city. */
	readonly grants: readonly { readonly role: Role; readonly scopeUnitCode: string | null }[];
}

const SHORTEST_PASSWORD = 8;
const LONGEST_NAME = 64;

/** Add an account; refuses a name that is taken or cannot be typed, an empty scope and, outside the demonstration, a short password. */
export async function addAccount(
	knex: Knex,
	{ name, displayName, password, grants }: NewAccount,
	{ isDemonstration = false } = {},
): Promise<void> {
	if (!isTypable(name)) throw badName();
	if (grants.some(({ scopeUnitCode }) => scopeUnitCode?.trim() === "")) throw emptyScope();
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
				scope_unit_code: scopeUnitCode === null ? null : unitCodeOf(scopeUnitCode.trim()),
			});
	});
}

function isTypable(name: string): boolean {
	return name.length > 0 && name.length <= LONGEST_NAME && !/[\s\p{C}]/u.test(name);
}

/** Units are known by 12 digits; circles and basic management units by codes of their own. */
function unitCodeOf(text: string): string {
	return twelveDigits(text) ?? text;
}

function badName(): Refused {
	return new Refused("account.name-invalid", {
		zh: `账户名须有 1 至 ${LONGEST_NAME} 个字符，不含空格。`,
		en: `An account's name has 1 to ${LONGEST_NAME} characters, without spaces.`,
	});
}

function emptyScope(): Refused {
	return new Refused("account.scope-empty", {
		zh: "范围为空。写出单位编码；管全市则不写范围。",
		en: "The scope is empty. Give a unit's code, or leave the scope out for the whole city.",
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
