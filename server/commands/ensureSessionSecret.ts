// The secret that signs session cookies: made once, kept in the database, the same for every web process.
import { randomBytes } from "node:crypto";
import type { Knex } from "knex";

const KEY = "session_secret";

export async function ensureSessionSecret(db: Knex): Promise<string> {
	await db("settings")
		.insert({ key: KEY, value: JSON.stringify(randomBytes(32).toString("hex")) })
		.onConflict("key")
		.ignore();
	const row = await db("settings").where({ key: KEY }).first("settings.value");
	if (typeof row?.value !== "string") throw new Error("The session secret is not a text.");
	return row.value;
}
