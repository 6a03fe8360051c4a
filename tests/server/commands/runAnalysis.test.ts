// A stored analysis: whole, found again, and equal to what was calculated.
import { expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import { coverageCsv } from "../../../planning/coverage/files/coverageCsv.ts";
import { timesCsv } from "../../../planning/coverage/files/timesCsv.ts";
import { storeAnalysis } from "../../../server/commands/storeAnalysis.ts";
import {
	findAnalysisRun,
	optionsOf,
	requestOfProfile,
	runKeyOf,
} from "../../../server/queries/analysisRuns.ts";
import {
	loadCoverage,
	loadFlags,
	loadSummary,
	loadTimes,
} from "../../../server/queries/loadAnalysis.ts";
import { gridCity } from "../../scenes/gridCity.ts";
import { onBothEngines } from "../engines.ts";

const city = gridCity({
	units: [{ kind: "committee", code: "C1", name: "一居", areas: [[-50, -50, 1050, 1050]] }],
	homes: [{ at: [300, 300] }, { at: [900, 1000], residents: 300 }],
	doors: [
		{ category: "ADM-NC", at: [0, 0] },
		{ category: "EDU-PRI", at: [0, 0] },
		{ category: "EDU-PRI", at: [100, 0] },
	],
});
const analysis = analyse(city);
const KEY = { profile: "adult", speedMPerMin: 67, horizonS: 900 };

onBothEngines("a stored analysis", (db) => {
	async function snapshot() {
		await db().knex.raw(
			"insert into standards (version, catalogue, thresholds) values ('test', '[]', '{}') on conflict do nothing",
		);
		const { rows } = await db().knex.raw(
			"insert into snapshots (hash, standard_version) values ('hash', 'test') on conflict (hash) do update set hash = 'hash' returning id",
		);
		return { id: rows[0].id as number, hash: "hash", standardVersion: "test", asOf: "2026-01-01" };
	}

	test("comes back as it was", async () => {
		const runId = await storeAnalysis(db().knex, await snapshot(), KEY, { city, analysis });
		expect(coverageCsv(await loadCoverage(db().knex, runId))).toBe(coverageCsv(analysis.coverage));
		const times = await loadTimes(db().knex, runId, city.facilities);
		expect([...timesCsv(city, times)].join("")).toBe([...timesCsv(city, analysis)].join(""));
		expect(await loadFlags(db().knex, runId)).toEqual(JSON.parse(JSON.stringify(analysis.flags)));
		expect(await loadSummary(db().knex, runId)).toMatchObject({ snapshot: "hash", residents: 400 });
	});

	test("is found again by its key and not stored twice", async () => {
		const stored = await snapshot();
		const first = await storeAnalysis(db().knex, stored, KEY, { city, analysis });
		expect(await storeAnalysis(db().knex, stored, KEY, { city, analysis })).toBe(first);
		expect(await findAnalysisRun(db().knex, stored.id, KEY)).toBe(first);
		expect(await findAnalysisRun(db().knex, stored.id, { ...KEY, speedMPerMin: 53 })).toBeNull();
	});
});

test("a profile asked for by name is another run than the default; a screen's adult is the default", () => {
	const keyOf = (profile?: string) => runKeyOf(optionsOf({ snapshot: "current", profile })).profile;
	expect([keyOf(), keyOf("adult"), keyOf("elder")]).toEqual(["adult", "adult:all", "elder:all"]);
	expect(runKeyOf(optionsOf(requestOfProfile("adult"))).profile).toBe("adult");
});

test("an unknown profile is refused by name", () => {
	expect(() => optionsOf({ snapshot: "current", profile: "jogger" })).toThrow(
		"There is no profile “jogger”.",
	);
});
