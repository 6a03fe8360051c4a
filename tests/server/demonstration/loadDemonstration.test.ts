// Loading the demonstration into a database, on both engines.
import { expect, test } from "vitest";
import { addAccount } from "../../../server/commands/addAccount.ts";
import { loadDemonstration } from "../../../server/demonstration/loadDemonstration.ts";
import { cityInfo } from "../../../server/queries/cityInfo.ts";
import { readWelcome } from "../../../server/queries/readWelcome.ts";
import { onBothEngines } from "../engines.ts";

onBothEngines("the demonstration", (db) => {
	test("is refused where somebody has an account already, and nothing is written", async () => {
		const account = { name: "first", displayName: "第一人", password: "correct horse", grants: [] };
		await addAccount(db().knex, account);
		await expect(loadDemonstration(db().knex)).rejects.toMatchObject({
			code: "demonstration.other-data",
		});
		expect(await readWelcome(db().knex)).toMatchObject({ demonstration: false, accounts: [] });
		await db().knex("accounts").where({ name: "first" }).delete();
	});

	test("fills an empty database: city, accounts, analysis", { timeout: 120_000 }, async () => {
		const outcome = await loadDemonstration(db().knex);
		expect(outcome).toMatchObject({ cityName: "澜州市", residents: 600_000, unchanged: false });
		const city = await cityInfo(db().knex);
		expect(city).toMatchObject({ demonstration: true, residents: 600_000 });
		const { accounts } = await readWelcome(db().knex);
		expect(accounts.map(({ name }) => name).sort()).toEqual([
			"admin",
			"data",
			"leader",
			"planner",
			"reviewer",
		]);
		const flags = await db().knex("flags").count({ count: "*" }).first();
		expect(Number(flags?.["count"])).toBeGreaterThan(10);
	});

	test("changes nothing the second time", { timeout: 60_000 }, async () => {
		const before = await cityInfo(db().knex);
		expect(await loadDemonstration(db().knex)).toMatchObject({ unchanged: true });
		expect(await cityInfo(db().knex)).toEqual(before);
	});
});
