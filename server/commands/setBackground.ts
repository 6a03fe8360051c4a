// Choose the map beneath the map. What is chosen is looked at first: a style is read, a file is opened.
import type { Knex } from "knex";
import type { SetBackground } from "../../planning/wire/background.ts";
import type { BackgroundFolder } from "../background/BackgroundFolder.ts";
import { styleOrigins } from "../background/styleOrigins.ts";
import { BACKGROUND_KEY, forgetOrigins, type StoredBackground } from "../queries/background.ts";

/** Refused with what is wrong with the style or the file; what was set before then stays. */
export async function setBackground(
	db: Knex,
	folder: BackgroundFolder,
	wanted: SetBackground,
): Promise<void> {
	const stored = await checked(folder, wanted);
	if (stored === null) await db("settings").where({ key: BACKGROUND_KEY }).delete();
	else
		await db("settings")
			.insert({ key: BACKGROUND_KEY, value: JSON.stringify(stored) })
			.onConflict("key")
			.merge();
	forgetOrigins(db);
}

async function checked(
	folder: BackgroundFolder,
	wanted: SetBackground,
): Promise<StoredBackground | null> {
	switch (wanted.kind) {
		case "none":
			return null;
		case "tianditu":
			return wanted;
		case "style":
			return { ...wanted, origins: await styleOrigins(wanted.url) };
		case "pmtiles":
			await folder.archive(wanted.file);
			return wanted;
	}
}
