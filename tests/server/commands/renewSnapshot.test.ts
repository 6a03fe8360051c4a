import { expect, test } from "vitest";
import { STANDARD_VERSION } from "../../../planning/standards/catalogue.ts";
import { renewSnapshot } from "../../../server/commands/renewSnapshot.ts";
import { findSnapshot } from "../../../server/queries/findSnapshot.ts";
import { loadCells } from "../../../server/queries/loadCity.ts";
import { tinyCity } from "../../scenes/tinyCity.ts";
import { onBothEngines } from "../engines.ts";
import { commitCity } from "../routes/commitCity.ts";

onBothEngines("a program with a newer standard", (db) => {
	test("makes no snapshot of an empty database", async () => {
		await renewSnapshot(db().knex);
		expect(await findSnapshot(db().knex, "current")).toBeNull();
	});

	test("finds the city that was committed under the older one, and keeps the older snapshot", async () => {
		const { knex } = db();
		await commitCity(knex, tinyCity, null);
		const made = await findSnapshot(knex, "current");
		await knex("standards").insert({ version: "older", catalogue: "[]", thresholds: "{}" });
		await knex("snapshots").update({ hash: "of the older", standard_version: "older" });
		await renewSnapshot(knex);
		const renewed = await findSnapshot(knex, "current");
		expect(renewed).toMatchObject({ hash: made?.hash, standardVersion: STANDARD_VERSION });
		expect(await loadCells(knex, renewed?.id ?? 0)).toEqual(await loadCells(knex, made?.id ?? 0));
		await renewSnapshot(knex);
		expect(await knex("snapshots").count({ count: "*" })).toEqual([{ count: "2" }]);
	});
});
