// A server with the tiny city and accounts for the whole city, for one street only, and without a role.
import type { Express } from "express";
import supertest from "supertest";
import { afterAll, beforeAll } from "vitest";
import { createApp } from "../../../server/app.ts";
import { addAccount } from "../../../server/commands/addAccount.ts";
import type { Database } from "../../../server/db/openDatabase.ts";
import { createLog } from "../../../server/http/log.ts";
import { openFileStore } from "../../../server/imports/FileStore.ts";
import { type AnalysisJobs, createAnalysisJobs } from "../../../server/jobs/analysisJobs.ts";
import { createUploadDesk, type UploadDesk } from "../../../server/jobs/uploadDesk.ts";
import { tinyCity, tinyStreets, WEST_STREET } from "../../scenes/tinyCity.ts";
import { commitCity } from "./commitCity.ts";

export const PASSWORD = "correct horse";
export type Agent = ReturnType<typeof supertest.agent>;
export type Who = "planner" | "data" | "admin" | "westData" | "westLeader" | "nobody";

const GRANTS = {
	planner: [{ role: "planner", scopeUnitCode: null }],
	data: [{ role: "data", scopeUnitCode: null }],
	admin: [{ role: "admin", scopeUnitCode: null }],
	westData: [{ role: "data", scopeUnitCode: WEST_STREET }],
	westLeader: [{ role: "leader", scopeUnitCode: WEST_STREET }],
	nobody: [],
} as const;

export interface TinyServer {
	app: Express;
	agents: Record<Who, Agent>;
	jobs: AnalysisJobs;
	uploads: UploadDesk;
}

/** Prepared before the block's tests; with `withCity` false the database stays empty. */
export function tinyServer(
	db: () => Database,
	{ withCity = true, city = tinyCity } = {},
): () => TinyServer {
	let made: TinyServer;
	beforeAll(async () => {
		const { knex } = db();
		if (withCity) await commitCity(knex, city, tinyStreets());
		for (const [name, grants] of Object.entries(GRANTS))
			await addAccount(knex, { name, displayName: name, password: PASSWORD, grants });
		const jobs = createAnalysisJobs(knex);
		const log = createLog("silent");
		const uploads = createUploadDesk(knex, openFileStore(db().filesFolder), { log });
		const app = await createApp(db(), { jobs, uploads, log });
		const agents = {
			planner: await signedIn(app, "planner"),
			data: await signedIn(app, "data"),
			admin: await signedIn(app, "admin"),
			westData: await signedIn(app, "westData"),
			westLeader: await signedIn(app, "westLeader"),
			nobody: await signedIn(app, "nobody"),
		};
		made = { app, agents, jobs, uploads };
		if (withCity) await finished(agents.planner, "/api/summary");
	});
	afterAll(async () => {
		await made?.uploads.close();
		await made?.jobs.close();
	});
	return () => made;
}

async function signedIn(app: Express, name: Who): Promise<Agent> {
	const agent = supertest.agent(app);
	await agent.post("/api/session").send({ name, password: PASSWORD }).expect(200);
	return agent;
}

/** Ask until the analysis is done; returns how often the answer was "running". */
export async function finished(agent: Agent, path: string): Promise<number> {
	for (let polls = 0; polls < 300; polls++) {
		const { status } = await agent.get(path);
		if (status !== 202) return polls;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`${path} is still running.`);
}
