// A new embedded database gets the demonstration city; anything a person has put in stays as it is.
import type { Knex } from "knex";
import { loadDemonstration } from "../demonstration/loadDemonstration.ts";
import { currentLayers } from "../queries/currentLayers.ts";
import { readSettings } from "../queries/readSettings.ts";

/** Loads into an empty database, and takes up a load that was cut short; else does nothing. */
export async function prepareDemonstration(db: Knex, tell: (line: string) => void): Promise<void> {
	const account = await db("accounts").first("accounts.name");
	if (account !== undefined) return; // the demonstration's accounts come after its last layer
	const isEmpty = (await currentLayers(db)).length === 0;
	if (isEmpty || (await readSettings(db)).isDemonstration) await loadDemonstration(db, tell);
}
