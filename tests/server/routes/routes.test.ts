// Every route of the table: 401 without a session, 400 for bad input, 403 without a role, success. A new route
// without a line here fails.
import supertest from "supertest";
import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { errorSchema } from "../../../planning/wire/api.ts";
import { isMedia, type Route } from "../../../server/http/Route.ts";
import { POLICIES } from "../../../server/policies.ts";
import { ROUTES } from "../../../server/routes/table.ts";
import { DISTRICT, EAST_STREET, WEST_STREET } from "../../scenes/tinyCity.ts";
import { onBothEngines } from "../engines.ts";
import { type Agent, PASSWORD, tinyServer } from "./tinyServer.ts";

interface Sample {
	/** Addresses (or bodies) that are answered. */
	readonly good: readonly (string | { path: string; body: object })[];
	readonly bad?: readonly (string | { path: string; body: object })[];
}

const SAMPLES: Readonly<Record<string, Sample>> = {
	"get /api/openapi.json": { good: ["/api/openapi.json"] },
	"get /api/welcome": { good: ["/api/welcome"] },
	"get /api/session": { good: ["/api/session"] },
	"post /api/session": {
		good: [{ path: "/api/session", body: { name: "planner", password: PASSWORD } }],
		bad: [
			{ path: "/api/session", body: {} },
			{ path: "/api/session", body: { name: "planner", password: 5 } },
		],
	},
	"delete /api/session": { good: ["/api/session"] },
	"get /api/city": { good: ["/api/city"] },
	"get /api/standard": { good: ["/api/standard"] },
	"get /api/summary": {
		good: ["/api/summary", "/api/summary?profile=adult"],
		bad: ["/api/summary?profile=jogger", "/api/summary?profile=adult&profile=elder"],
	},
	"get /api/coverage": {
		good: ["/api/coverage?category=EDU-PRI", "/api/coverage?category=ADM-PSC&mode=own&level=all"],
		bad: [
			"/api/coverage",
			"/api/coverage?category=NO-SUCH",
			"/api/coverage?category=EDU-PRI&level=galaxy",
		],
	},
	"get /api/units": { good: ["/api/units"] },
	"get /api/units/:kind/:code": {
		good: [`/api/units/street/${WEST_STREET}`, "/api/units/circle/C-1"],
		bad: [`/api/units/planet/${WEST_STREET}`],
	},
	"get /api/units/:kind/:code/territory": {
		good: [
			`/api/units/district/${DISTRICT}/territory`,
			`/api/units/street/${WEST_STREET}/territory`,
			"/api/units/committee/310199001002/territory",
			"/api/units/circle/C-1/territory",
		],
		bad: [`/api/units/planet/${WEST_STREET}/territory`],
	},
	"get /api/facilities": { good: ["/api/facilities"] },
	"get /api/flags": { good: ["/api/flags"], bad: ["/api/flags?profile="] },
	"get /api/search": { good: ["/api/search?q=园"], bad: ["/api/search", "/api/search?q=%20"] },
	"get /api/divisions/:level": {
		good: ["/api/divisions/committee", "/api/divisions/bmu"],
		bad: ["/api/divisions/all"],
	},
	"get /api/borders": { good: ["/api/borders"] },
	"get /api/residences": { good: ["/api/residences"], bad: ["/api/residences?profile=x"] },
	"get /api/times": {
		good: ["/api/times?category=EDU-PRI", "/api/times?category=ADM-PSC&mode=own"],
		bad: ["/api/times?category=EDU-PRI&mode=theirs", "/api/times"],
	},
	"get /api/residences/:id/explain": {
		good: [
			"/api/residences/R001/explain?category=EDU-PRI",
			"/api/residences/R004/explain?category=ADM-PSC&mode=own&profile=elder",
		],
		bad: [
			"/api/residences/R001/explain",
			"/api/residences/R001/explain?category=NO-SUCH",
			"/api/residences/R001/explain?category=EDU-PRI&mode=theirs",
			"/api/residences/R001/explain?category=EDU-PRI&profile=jogger",
		],
	},
	"get /api/packs/:districtCode": {
		good: [`/api/packs/${DISTRICT}`, "/api/packs/all"],
		bad: [`/api/packs/${DISTRICT}?snapshot=7`],
	},
	"get /api/tiles/:z/:x/:y": {
		good: ["/api/tiles/12/3424/1686", "/api/tiles/0/0/0"],
		bad: ["/api/tiles/1/2/0", "/api/tiles/30/0/0", "/api/tiles/a/0/0", "/api/tiles/3/-1/0"],
	},
	"get /api/exports/units.xlsx": { good: ["/api/exports/units.xlsx"] },
	"get /api/exports/facilities.xlsx": { good: ["/api/exports/facilities.xlsx"] },
};

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const samplesOf = (route: Route) => SAMPLES[nameOf(route)] ?? { good: [] };
const needsRole = ({ action }: Route) => Array.isArray(POLICIES[action]);

test("every route has samples, and one that takes input has bad ones", () => {
	for (const route of ROUTES) {
		expect(samplesOf(route).good.length, nameOf(route)).toBeGreaterThan(0);
		const takesInput = route.params ?? route.query ?? route.body;
		if (takesInput) expect(samplesOf(route).bad?.length, nameOf(route)).toBeGreaterThan(0);
	}
	expect(Object.keys(SAMPLES).sort()).toEqual(ROUTES.map(nameOf).sort());
});

onBothEngines("routes", (db) => {
	const server = tinyServer(db);
	const ask = (agent: Agent, { method }: Route, sample: Sample["good"][number]) =>
		typeof sample === "string"
			? agent[method](sample)
			: agent[method](sample.path).send(sample.body);
	const expectRefusal = (body: unknown, code: string) =>
		expect(errorSchema.parse(body).error.code).toBe(code);

	describe.each(ROUTES.map((route) => [nameOf(route), route] as const))("%s", (_, route) => {
		const { good, bad = [] } = samplesOf(route);

		if (POLICIES[route.action] !== "anyone")
			test("needs a session", async () => {
				for (const sample of [...good, ...bad]) {
					const { status, body } = await ask(supertest.agent(server().app), route, sample);
					expect([sample, status]).toEqual([sample, 401]);
					expectRefusal(body, "session.required");
				}
			});

		if (bad.length > 0)
			test("names what is wrong with its input", async () => {
				for (const sample of bad) {
					const { status, body } = await ask(server().agents.planner, route, sample);
					expect([sample, status]).toEqual([sample, 400]);
					expectRefusal(body, "request.invalid");
					expect(body.error.details.length).toBeGreaterThan(0);
				}
			});

		if (needsRole(route))
			test("refuses an account without a role", async () => {
				for (const sample of [...good, ...bad]) {
					const { status, body } = await ask(server().agents.nobody, route, sample);
					expect([sample, status]).toEqual([sample, 403]);
					expectRefusal(body, "policy.forbidden");
				}
			});

		test("answers in the form it promises", async () => {
			const { planner } = server().agents;
			const isSignOut = route.method === "delete";
			for (const sample of isSignOut ? [] : good) {
				const response = await ask(planner, route, sample).buffer(true);
				expect([sample, response.status]).toEqual([sample, 200]);
				const { answers } = route;
				if (answers === null) throw new Error("only signing out answers nothing");
				if (isMedia(answers)) expect(response.headers["content-type"]).toContain(answers.media);
				else expect((answers as z.ZodType).safeParse(response.body).error).toBeUndefined();
			}
		});
	});

	test("signing out ends the session for good", async () => {
		const agent = supertest.agent(server().app);
		const { headers } = await agent
			.post("/api/session")
			.send({ name: "planner", password: PASSWORD });
		const cookie = String(headers["set-cookie"]).split(";")[0] as string;
		await agent.delete("/api/session").expect(204);
		await agent.get("/api/session").expect(401);
		await supertest(server().app).get("/api/session").set("cookie", cookie).expect(401);
	});

	test("a grant covers its unit and everything beneath it, nothing else", async () => {
		const { westLeader } = server().agents;
		await westLeader.get(`/api/units/street/${WEST_STREET}`).expect(200);
		await westLeader.get("/api/units/committee/310199001002").expect(200);
		for (const unit of [
			`street/${EAST_STREET}`,
			"committee/310199002001",
			"district/310199000000",
			"circle/C-1",
		]) {
			const { status, body } = await westLeader.get(`/api/units/${unit}`);
			expect([unit, status]).toEqual([unit, 403]);
			expectRefusal(body, "policy.forbidden");
		}
	});

	test("an unknown unit and an unknown address are 404 in the same form", async () => {
		const { planner } = server().agents;
		expectRefusal(
			(await planner.get("/api/units/street/000000000001").expect(404)).body,
			"unit.unknown",
		);
		expectRefusal((await planner.get("/api/no-such-thing").expect(404)).body, "path.unknown");
		expectRefusal((await planner.post("/api/city").send({}).expect(404)).body, "path.unknown");
	});

	test("a malformed address or body is named, not a 500", async () => {
		const { planner } = server().agents;
		expectRefusal(
			(await planner.get("/api/units/street/%E0%A4%A").expect(400)).body,
			"request.invalid",
		);
		const broken = planner.post("/api/session").set("content-type", "application/json").send("{");
		expectRefusal((await broken.expect(400)).body, "request.invalid");
		const large = planner.post("/api/session").send({ name: "x".repeat(200_000), password: "x" });
		expectRefusal((await large.expect(413)).body, "request.too-large");
	});

	test("the contract describes every route", async () => {
		const { body } = await supertest(server().app).get("/api/openapi.json").expect(200);
		const described = Object.entries(body.paths as Record<string, object>).flatMap(
			([path, methods]) =>
				Object.keys(methods).map((method) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
		);
		expect(described.sort()).toEqual(ROUTES.map(nameOf).sort());
	});
});
