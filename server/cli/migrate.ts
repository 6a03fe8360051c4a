import { migrate } from "../db/migrate.ts";
import { openDatabase } from "../db/openDatabase.ts";
import type { Command } from "./Command.ts";

export const migrateCommand: Command = {
	name: "migrate",
	usage: "",
	summary: { zh: "把数据库升级到本版本。", en: "Bring the database to this version." },
	options: {},
	positionals: 0,
	async run({ place, print }) {
		const db = await openDatabase(place);
		try {
			const applied = await migrate(db);
			print({ engine: db.engine, applied }, [
				applied.length > 0 ? applied.join("\n") : "已是最新。 Up to date.",
			]);
			return 0;
		} finally {
			await db.close();
		}
	},
};
