// A small city as most tests of routes start with it: committed, analysed, and everybody signed in. Made once in a run
// on each engine; blocks of tests work on copies.
import type { City } from "../../../planning/coverage/analysis.ts";
import { createApp } from "../../../server/app.ts";
import { type DatabasePlace, openDatabase } from "../../../server/db/openDatabase.ts";
import { createLog } from "../../../server/http/log.ts";
import { createAnalysisJobs } from "../../../server/jobs/analysisJobs.ts";
import { tinyCity, tinyStreets, townCity } from "../../scenes/tinyCity.ts";
import { copyOf, type Engine, migrated, type Template } from "../engines.ts";
import { onceForRun } from "../onceForRun.ts";
import { commitCity } from "./commitCity.ts";
import { addAccounts, agentOf, type Cookies, finished, signInAll } from "./people.ts";

const CITIES = { tiny: tinyCity, town: townCity };
export type CityName = keyof typeof CITIES;

export interface PreparedCity {
	readonly template: Template;
	/** Sessions are in the database, so they go on in every copy. */
	readonly cookies: Cookies;
}

export function preparedCity(engine: Engine, name: CityName): Promise<PreparedCity> {
	const prepared = `${name}_city_${engine}`;
	return onceForRun(prepared, async (folder) => {
		const template = engine === "embedded" ? folder : prepared;
		const place = await copyOf(engine, migrated(engine), template);
		return { template, cookies: await prepare(place, CITIES[name]) };
	});
}

async function prepare(place: DatabasePlace, city: City): Promise<Cookies> {
	const db = await openDatabase(place);
	await commitCity(db.knex, city, tinyStreets());
	await addAccounts(db.knex);
	const jobs = createAnalysisJobs(db.knex);
	const app = await createApp(db, { jobs, log: createLog("silent") });
	const cookies = await signInAll(app);
	await finished(agentOf(app, cookies.planner), "/api/summary");
	await jobs.close();
	await db.close();
	return cookies;
}
