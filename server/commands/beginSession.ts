// Sign in: check the password, begin a fresh session, say who it is.
import type { Knex } from "knex";
import type { Session } from "../../planning/wire/api.ts";
import { Refused } from "../errors.ts";
import { accountById } from "../queries/accountById.ts";
import { verifyPassword } from "./verifyPassword.ts";

/** Refused 401 with the same words whether the name or the password is wrong. */
export async function beginSession(
	db: Knex,
	{ name, password }: { name: string; password: string },
	session: { begin(accountId: number): Promise<void> },
): Promise<Session["account"]> {
	const accountId = await verifyPassword(db, name, password);
	const account = accountId === null ? null : await accountById(db, accountId);
	if (accountId === null || account === null) throw wrong();
	await session.begin(accountId);
	return account;
}

function wrong(): Refused {
	return new Refused(
		"session.wrong-password",
		{ zh: "账户名或密码不对。", en: "The name or the password is wrong." },
		{ status: 401 },
	);
}
