// Signing in, what an empty database says, and whose writes are taken.
import type { Express } from "express";
import supertest from "supertest";
import { describe, expect, test } from "vitest";
import { ROLES } from "../../../planning/wire/api.ts";
import { createApp } from "../../../server/app.ts";
import { createDemonstrationAccounts } from "../../../server/commands/createDemonstrationAccounts.ts";
import { createLog } from "../../../server/http/log.ts";
import type { AnalysisJobs } from "../../../server/jobs/analysisJobs.ts";
import { POLICIES } from "../../../server/policies.ts";
import { ROUTES } from "../../../server/routes/table.ts";
import { onBothEngines } from "../engines.ts";
import { PASSWORD } from "./people.ts";
import { emptyServer, onTinyServer } from "./tinyServer.ts";

onBothEngines("an empty database that is not the demonstration", (db) => {
	const server = emptyServer(db);
	const signIn = (name: string, password: string) =>
		supertest(server().app).post("/api/session").send({ name, password });

	test("offers no accounts, has none of the demonstration's, and cannot be given them", async () => {
		const { body } = await supertest(server().app).get("/api/welcome").expect(200);
		expect(body).toEqual({ demonstration: false, cityName: "", accounts: [] });
		for (const role of ROLES.filter((name) => name !== "planner"))
			await signIn(role, role).expect(401);
		await signIn("planner", "planner").expect(401);
		await expect(createDemonstrationAccounts(db().knex)).rejects.toThrow(
			"demonstration database only",
		);
	});

	test("says what to do instead of showing nothing", async () => {
		const { planner } = server().agents;
		expect((await planner.get("/api/city").expect(200)).body).toMatchObject({
			snapshot: null,
			bbox: null,
		});
		for (const path of ["/api/summary", "/api/units", "/api/borders", "/api/tiles/0/0/0"]) {
			const { body } = await planner.get(path).expect(409);
			expect(body.error.code).toBe("city.empty");
			expect(body.error.message.zh).toContain("导入");
		}
	});

	test("a wrong password and an unknown name get the same words", async () => {
		const wrong = await signIn("planner", "wrong").expect(401);
		const unknown = await signIn("who is this", "wrong").expect(401);
		expect(wrong.body).toEqual(unknown.body);
		expect(wrong.body.error.code).toBe("session.wrong-password");
		expect(wrong.headers["set-cookie"]).toBeUndefined();
	});

	test("signing in gives a cookie that scripts and other sites cannot use, and a fresh session", async () => {
		const first = await signIn("planner", PASSWORD).expect(200);
		const cookie = String(first.headers["set-cookie"]);
		expect(cookie).toMatch(/HttpOnly/);
		expect(cookie).toMatch(/SameSite=Lax/);
		expect(cookie).not.toMatch(/Secure/);
		const again = await signIn("planner", PASSWORD).set("cookie", cookie.split(";")[0] ?? "");
		expect(String(again.headers["set-cookie"]).split(";")[0]).not.toBe(cookie.split(";")[0]);
	});

	test("a deactivated account is out at once", async () => {
		await db().knex("accounts").where({ name: "westLeader" }).update({ is_active: false });
		await server().agents.westLeader.get("/api/session").expect(401);
		await signIn("westLeader", PASSWORD).expect(401);
	});

	test("writes from another site, or not as JSON, are refused", async () => {
		const foreign = await signIn("planner", PASSWORD).set("origin", "https://elsewhere.example");
		expect([foreign.status, foreign.body.error.code]).toEqual([403, "origin.foreign"]);
		const form = await supertest(server().app)
			.post("/api/session")
			.type("form")
			.send({ name: "planner", password: PASSWORD });
		expect([form.status, form.body.error.code]).toEqual([415, "request.not-json"]);
	});

	test("after too many failures a name is locked for a while, other names are not", async () => {
		const app = await createApp(db(), {
			jobs: server().jobs,
			log: createLog("silent"),
			signInTries: 3,
		});
		const attempt = (name: string, password: string) =>
			supertest(app).post("/api/session").send({ name, password });
		for (let i = 0; i < 5; i++) await attempt("planner", PASSWORD).expect(200);
		for (let i = 0; i < 3; i++) await attempt("planner", "wrong").expect(401);
		const { body } = await attempt("Planner", PASSWORD).expect(429);
		expect(body.error.code).toBe("sign-in.too-many");
		await attempt("nobody", PASSWORD).expect(200);
	});

	test("the page is isolated and may run maplibre's workers", async () => {
		const { headers } = await supertest(server().app).get("/api/welcome");
		expect(headers).toMatchObject({
			"cross-origin-opener-policy": "same-origin",
			"cross-origin-embedder-policy": "require-corp",
		});
		expect(headers["content-security-policy"]).toContain("worker-src 'self' blob:");
		expect(headers["content-security-policy"]).toContain("style-src 'self' 'unsafe-inline'");
		expect(headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
	});
});

onBothEngines("a demonstration database", (db) => {
	test("lists one account per role, each signs in with its name, and sees what its policies say", async () => {
		await db().knex("settings").insert({ key: "demonstration", value: "true" });
		await createDemonstrationAccounts(db().knex);
		const app = await createApp(db(), { log: createLog("silent") });
		const { body } = await supertest(app).get("/api/welcome").expect(200);
		expect(body.accounts.map(({ role }: { role: string }) => role)).toEqual([...ROLES]);
		for (const role of ROLES) {
			const agent = supertest.agent(app);
			const { body: signedIn } = await agent
				.post("/api/session")
				.send({ name: role, password: role })
				.expect(200);
			expect(signedIn.account.grants).toEqual([{ role, scopeUnitCode: null }]);
			for (const { action, path, method } of ROUTES.filter(
				(route) => route.basis !== "nothing" && !route.params,
			)) {
				const who: unknown = POLICIES[action];
				const may = Array.isArray(who) && who.includes(role);
				const { status } = await agent[method](path);
				expect([path, status === 403]).toEqual([path, !may]);
			}
		}
	});
});

describe("policies", () => {
	test("name known roles only", () => {
		for (const who of Object.values(POLICIES))
			if (typeof who !== "string") for (const role of who) expect(ROLES).toContain(role);
	});
});

onTinyServer("failures", (server, db) => {
	const answers = (ensure: AnalysisJobs["ensure"]) =>
		createApp(db(), {
			jobs: { ensure, underway: () => null, close: async () => undefined },
			log: createLog("silent"),
		});

	test("a bug is 500 without detail; an analysis that failed is refused with its reason", async () => {
		const { agents } = server();
		const { headers } = await agents.planner.get("/api/session");
		expect(headers["cache-control"]).toBe("no-store");
		const signIn = async (app: Express) => {
			const agent = supertest.agent(app);
			await agent.post("/api/session").send({ name: "planner", password: PASSWORD }).expect(200);
			return agent;
		};
		const buggy = await signIn(await answers(async () => ({ status: "done", runId: 999_999 })));
		const { body } = await buggy.get("/api/summary").expect(500);
		expect(body.error.code).toBe("server.failed");
		expect(JSON.stringify(body)).not.toContain("999999");
		const failing = await signIn(await answers(() => Promise.reject(new Error("out of memory"))));
		expect((await failing.get("/api/summary").expect(409)).body.error.code).toBe("analysis.failed");
	});

	test("our own page may write", async () => {
		await supertest(server().app)
			.post("/api/session")
			.set({ host: "city.example:8080", origin: "http://city.example:8080" })
			.send({ name: "planner", password: PASSWORD })
			.expect(200);
	});
});
