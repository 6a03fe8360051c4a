// A server with everybody signed in, on each engine: with a small city that is analysed, or without a city.
import type { Express } from "express";
import { afterAll, beforeAll } from "vitest";
import { createApp } from "../../../server/app.ts";
import type { Database } from "../../../server/db/openDatabase.ts";
import { createLog } from "../../../server/http/log.ts";
import { openFileStore } from "../../../server/imports/FileStore.ts";
import { type AnalysisJobs, createAnalysisJobs } from "../../../server/jobs/analysisJobs.ts";
import { createUploadDesk, type UploadDesk } from "../../../server/jobs/uploadDesk.ts";
import { type Engine, onBothEngines } from "../engines.ts";
import { type Agent, addAccounts, agentsOf, type Cookies, signInAll, type Who } from "./people.ts";
import { type CityName, preparedCity } from "./preparedCity.ts";

export interface TinyServer {
	app: Express;
	agents: Record<Who, Agent>;
	jobs: AnalysisJobs;
	uploads: UploadDesk;
}

type Block = (server: () => TinyServer, db: () => Database, engine: Engine) => void;

/** A block of tests on each engine, with a city of its own. */
export function onTinyServer(name: string, block: Block): void {
	onServerWith("tiny", name, block);
}

/** The same with a basic management unit in the town. */
export function onTownServer(name: string, block: Block): void {
	onServerWith("town", name, block);
}

/** Prepared before the block's tests on its empty database. */
export function emptyServer(db: () => Database): () => TinyServer {
	return served(db, async (app) => {
		await addAccounts(db().knex);
		return signInAll(app);
	});
}

function onServerWith(city: CityName, name: string, block: Block): void {
	const prepared = (engine: Engine) => preparedCity(engine, city);
	onBothEngines(
		name,
		(db, engine) => {
			const server = served(db, async () => (await prepared(engine)).cookies);
			block(server, db, engine);
		},
		async (engine) => (await prepared(engine)).template,
	);
}

function served(
	db: () => Database,
	cookiesOf: (app: Express) => Promise<Cookies>,
): () => TinyServer {
	let made: TinyServer;
	beforeAll(async () => {
		const { knex, filesFolder } = db();
		const jobs = createAnalysisJobs(knex);
		const log = createLog("silent");
		const uploads = createUploadDesk(knex, openFileStore(filesFolder), { log });
		const app = await createApp(db(), { jobs, uploads, log });
		made = { app, agents: agentsOf(app, await cookiesOf(app)), jobs, uploads };
	});
	afterAll(async () => {
		await made?.uploads.close();
		await made?.jobs.close();
	});
	return () => made;
}
