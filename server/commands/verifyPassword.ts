// Is this the account's password? Takes as long for a name that does not exist.
import { hash, verify } from "@node-rs/argon2";
import type { Knex } from "knex";

let decoy: Promise<string> | null = null;

/** The account's id, or null when name and password do not match an active account. */
export async function verifyPassword(
	knex: Knex,
	name: string,
	password: string,
): Promise<number | null> {
	decoy ??= hash("nobody has this password");
	const account = await knex("accounts")
		.where({ name, is_active: true })
		.first("accounts.id", "accounts.password_hash");
	const isRight = await verify(account?.password_hash ?? (await decoy), password);
	return account !== undefined && isRight ? account.id : null;
}
