// Accounts for the whole city, for one street only, and without a role; and the sessions of those who signed in.
import type { Express } from "express";
import type { Knex } from "knex";
import supertest from "supertest";
import { addAccount } from "../../../server/commands/addAccount.ts";
import { WEST_STREET } from "../../scenes/tinyCity.ts";

export const PASSWORD = "correct horse";
export type Agent = ReturnType<typeof supertest.agent>;
export type Who = "planner" | "data" | "admin" | "westData" | "westLeader" | "nobody";
/** What a browser would send, of each. */
export type Cookies = Readonly<Record<Who, string>>;

const GRANTS = {
	planner: [{ role: "planner", scopeUnitCode: null }],
	data: [{ role: "data", scopeUnitCode: null }],
	admin: [{ role: "admin", scopeUnitCode: null }],
	westData: [{ role: "data", scopeUnitCode: WEST_STREET }],
	westLeader: [{ role: "leader", scopeUnitCode: WEST_STREET }],
	nobody: [],
} as const;
const EVERYBODY = Object.keys(GRANTS) as Who[];

export async function addAccounts(db: Knex): Promise<void> {
	for (const name of EVERYBODY)
		await addAccount(db, { name, displayName: name, password: PASSWORD, grants: GRANTS[name] });
}

export async function signInAll(app: Express): Promise<Cookies> {
	const cookies: [Who, string][] = [];
	for (const name of EVERYBODY) {
		const body = { name, password: PASSWORD };
		const { headers } = await supertest(app).post("/api/session").send(body).expect(200);
		cookies.push([name, headers["set-cookie"]?.[0]?.split(";")[0] ?? ""]);
	}
	return Object.fromEntries(cookies) as Record<Who, string>;
}

/** A browser in which somebody has signed in. */
export function agentOf(app: Express, cookie: string): Agent {
	const agent = supertest.agent(app);
	agent.jar.setCookie(cookie);
	return agent;
}

export function agentsOf(app: Express, cookies: Cookies): Record<Who, Agent> {
	const agents = EVERYBODY.map((name) => [name, agentOf(app, cookies[name])] as const);
	return Object.fromEntries(agents) as Record<Who, Agent>;
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
