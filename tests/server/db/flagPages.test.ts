// A database from before findings came by pages: its findings are found after the move as if they had been stored today.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { migrate, migrationFiles } from "../../../server/db/migrate.ts";
import { openDatabase } from "../../../server/db/openDatabase.ts";
import { enginesHere, newPlace } from "../engines.ts";

const FOLDER = new URL("../../../migrations/", import.meta.url).pathname;

/** The migrations as they were before the one that is named. */
function folderBefore(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), "jiequan-migrations-"));
	for (const file of migrationFiles().filter((one) => one < name))
		cpSync(join(FOLDER, file), join(folder, file));
	return folder;
}

describe.each(enginesHere())("findings stored before, %s engine", (engine) => {
	test("have their kind, category, people, lever and units, whether shared or their own", async () => {
		const { place, remove } = await newPlace(engine);
		const db = await openDatabase(place);
		const before = folderBefore("0007");
		await migrate(db, before);
		await db.knex.raw(
			"insert into standards (version, catalogue, thresholds) values ('v', '[]', '{}')",
		);
		await db.knex.raw("insert into snapshots (hash, standard_version) values ('h', 'v')");
		await db.knex.raw(
			"insert into analysis_runs (snapshot_id, profile, speed_m_per_min, horizon_s, status) values (1, 'adult', 67, 900, 'done')",
		);
		const parts = [
			{ flag: "facility-gap", category: "EDU-PRI", lever: "facility" },
			{ residents: 300, unitCodes: ["C-1", "街道 二"] },
		];
		for (const [part_no, body] of parts.entries())
			await db.knex("flag_parts").insert({ run_id: 1, part_no, body });
		const own = {
			flag: "exclave",
			category: null,
			lever: "boundary",
			residents: 20,
			unitCodes: [],
		};
		await db.knex("flags").insert([
			{ run_id: 1, flag_id: "a", ordinal: 0, body: { id: "a" }, parts: [0, 1] },
			{ run_id: 1, flag_id: "b", ordinal: 1, body: { id: "b", ...own } },
		]);
		expect(await migrate(db)).toContain("0007_flag_pages.sql");
		expect(
			await db
				.knex("flags")
				.orderBy("flag_id")
				.select("flag_id", "flag", "category", "residents", "lever", "unit_codes"),
		).toEqual([
			{ ...parts[0], flag_id: "a", residents: 300, unit_codes: ["C-1", "街道 二"] },
			{
				flag_id: "b",
				flag: "exclave",
				category: null,
				residents: 20,
				lever: "boundary",
				unit_codes: [],
			},
		]);
		await db.close();
		await remove();
		rmSync(before, { recursive: true });
	});
});
