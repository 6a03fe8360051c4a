// Every route of the table: 401 without a session, 400 for bad input, 403 without a role, success. A new route
// without a line here fails.
import supertest from "supertest";
import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { errorSchema } from "../../../planning/wire/api.ts";
import { exportFormatSchema } from "../../../planning/wire/layers.ts";
import { uploadKindSchema } from "../../../planning/wire/understanding.ts";
import { isMedia, type Route } from "../../../server/http/Route.ts";
import { POLICIES } from "../../../server/policies.ts";
import { ROUTES } from "../../../server/routes/table.ts";
import { BMU, DISTRICT, EAST_STREET, WEST_STREET } from "../../scenes/tinyCity.ts";
import { announced, checked, received, rested, understood } from "./handIn.ts";
import { type Agent, finished, PASSWORD } from "./people.ts";
import { onTownServer } from "./tinyServer.ts";
import { writeArchive } from "./writeArchive.ts";

type Ask = string | { path: string; body: object } | { path: string; bytes: string };
interface Sample {
	/** Addresses (or bodies) that are answered. */
	readonly good: readonly Ask[];
	readonly bad?: readonly Ask[];
}

const SHOPS = { name: "shops.csv", bytes: "id,name,lon,lat\nF1,小店,121.501,31.201\n" };
const SETTINGS = { kind: "facilities", category: "COM-MKT", columns: {}, add: true };
/** Uploads at the stages that the samples below ask for, by their numbers. */
async function prepareUploads(agent: Agent): Promise<void> {
	expect((await checked(agent, SETTINGS, SHOPS)).id).toBe(1);
	expect(await announced(agent, [{ name: "a.csv", bytes: "abc" }])).toBe(2);
	expect(await received(agent, SHOPS)).toBe(3);
	expect((await understood(agent, SHOPS)).id).toBe(4);
	for (const id of [5, 6, 7]) expect((await checked(agent, SETTINGS, SHOPS)).id).toBe(id);
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
	"get /api/units": { good: ["/api/units"], bad: ["/api/units?snapshot=latest"] },
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
	"get /api/units/:kind/:code/page": {
		good: [
			`/api/units/street/${WEST_STREET}/page`,
			`/api/units/district/${DISTRICT}/page?profile=adult`,
			`/api/units/bmu/${BMU}/page`,
			"/api/units/circle/C-1/page",
		],
		bad: [`/api/units/planet/${WEST_STREET}/page`, `/api/units/bmu/${BMU}/page?profile=jogger`],
	},
	"get /api/units/bmu/:code/records": {
		good: [`/api/units/bmu/${BMU}/records`],
		bad: [`/api/units/bmu/${"9".repeat(101)}/records`],
	},
	"put /api/units/bmu/:code/records/:item": {
		good: [
			{
				path: `/api/units/bmu/${BMU}/records/party-committee`,
				body: { has: "yes", note: "2020 年成立" },
			},
		],
		bad: [
			{ path: `/api/units/bmu/${BMU}/records/party-committee`, body: { has: "maybe" } },
			{ path: `/api/units/bmu/${BMU}/records/harbour`, body: { has: "yes" } },
		],
	},
	"get /api/facilities": {
		good: ["/api/facilities"],
		bad: ["/api/facilities?snapshot=0123"],
	},
	"get /api/flags": {
		good: ["/api/flags", `/api/flags?unit=${WEST_STREET}&lever=facility&category=none&limit=1`],
		bad: [
			"/api/flags?profile=",
			"/api/flags?flag=red",
			"/api/flags?category=NO-SUCH",
			"/api/flags?limit=501",
			"/api/flags?after=200",
			"/api/flags?q=%20",
		],
	},
	"get /api/flags/:id": {
		good: ["/api/flags/facility-gap:EDU-PRI:R002"],
		bad: ["/api/flags/facility-gap:EDU-PRI:R002?profile=jogger"],
	},
	"get /api/search": { good: ["/api/search?q=园"], bad: ["/api/search", "/api/search?q=%20"] },
	"get /api/divisions/:level": {
		good: ["/api/divisions/committee", "/api/divisions/bmu"],
		bad: ["/api/divisions/all"],
	},
	"get /api/borders": { good: ["/api/borders"], bad: ["/api/borders?snapshot=latest"] },
	"get /api/snapshots": {
		good: ["/api/snapshots", "/api/snapshots?profile=elder"],
		bad: ["/api/snapshots?profile=jogger"],
	},
	"get /api/cells": { good: ["/api/cells"], bad: ["/api/cells?snapshot=latest"] },
	"get /api/composite": { good: ["/api/composite"], bad: ["/api/composite?profile=jogger"] },
	"get /api/history": {
		good: ["/api/history?category=EDU-PRI", "/api/history?category=EDU-PRI&level=committee"],
		bad: ["/api/history", "/api/history?category=NO-SUCH"],
	},
	"get /api/matrix": {
		good: ["/api/matrix", "/api/matrix?mode=own&level=committee"],
		bad: ["/api/matrix?level=all", "/api/matrix?mode=theirs"],
	},
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
	"get /api/plan-ground": {
		good: ["/api/plan-ground"],
		bad: ["/api/plan-ground?snapshot=7"],
	},
	"get /api/tiles/:z/:x/:y": {
		good: ["/api/tiles/12/3424/1686", "/api/tiles/0/0/0"],
		bad: ["/api/tiles/1/2/0", "/api/tiles/30/0/0", "/api/tiles/a/0/0", "/api/tiles/3/-1/0"],
	},
	"get /api/background": { good: ["/api/background"] },
	"put /api/background": {
		good: [
			{ path: "/api/background", body: { kind: "none" } },
			{ path: "/api/background", body: { kind: "pmtiles", file: "ground.pmtiles" } },
		],
		bad: [
			{ path: "/api/background", body: { kind: "globe" } },
			{ path: "/api/background", body: { kind: "tianditu", key: "short" } },
		],
	},
	"get /api/background/tiles/:z/:x/:y": {
		good: ["/api/background/tiles/0/0/0"],
		bad: ["/api/background/tiles/1/2/0", "/api/background/tiles/27/0/0"],
	},
	"get /api/views": { good: ["/api/views"] },
	"get /api/views/:id": { good: ["/api/views/1"], bad: ["/api/views/first"] },
	"post /api/views": {
		good: [{ path: "/api/views", body: { title: "现状", address: "/?category=EDU-PRI" } }],
		bad: [
			{ path: "/api/views", body: { title: " ", address: "/" } },
			{ path: "/api/views", body: { title: "x".repeat(81), address: "/" } },
			...[
				"https://elsewhere.example/",
				"//elsewhere.example",
				"/\\elsewhere",
				"/api/city",
				"/a b",
			].map((address) => ({ path: "/api/views", body: { title: "别处", address } })),
		],
	},
	"put /api/views/:id": {
		good: [{ path: "/api/views/1", body: { caption: "改了说明", position: 1 } }],
		bad: [
			{ path: "/api/views/1", body: {} },
			{ path: "/api/views/1", body: { caption: "x".repeat(301) } },
		],
	},
	"post /api/views/order": {
		good: [{ path: "/api/views/order", body: { ids: [1] } }],
		bad: [{ path: "/api/views/order", body: { ids: [] } }],
	},
	"get /api/plans": { good: ["/api/plans"] },
	"post /api/plans": {
		good: [
			{ path: "/api/plans", body: { title: "甲案", snapshot: "current" } },
			{
				path: "/api/plans",
				body: {
					...{ title: "乙案", snapshot: "current", groupOf: 1, isShared: true, done: 0 },
					operations: [{ op: "rename", layer: "street", unit: WEST_STREET, name: "西苑街道" }],
				},
			},
		],
		bad: [
			{ path: "/api/plans", body: { title: " ", snapshot: "current" } },
			{ path: "/api/plans", body: { title: "x".repeat(81), snapshot: "current" } },
			{ path: "/api/plans", body: { title: "甲案", snapshot: "0123" } },
			{ path: "/api/plans", body: { title: "甲案", snapshot: "current", done: 1 } },
			{ path: "/api/plans", body: { title: "甲案", snapshot: "current", operations: {} } },
		],
	},
	"get /api/plans/:id": { good: ["/api/plans/1"], bad: ["/api/plans/first"] },
	"put /api/plans/:id": {
		good: [
			{ path: "/api/plans/1", body: { baseRevision: 1, operations: [], done: 0, hash: "HASH" } },
		],
		bad: [
			{ path: "/api/plans/1", body: { operations: [], done: 0, hash: "HASH" } },
			{ path: "/api/plans/1", body: { baseRevision: 1, operations: [], done: 1, hash: "HASH" } },
			{ path: "/api/plans/1", body: { baseRevision: 1, operations: [], done: 0, hash: "x" } },
		],
	},
	"get /api/plans/:id/revisions": {
		good: ["/api/plans/1/revisions"],
		bad: ["/api/plans/0/revisions"],
	},
	"get /api/plans/:id/revisions/:revision": {
		good: ["/api/plans/1/revisions/1"],
		bad: ["/api/plans/1/revisions/last"],
	},
	"put /api/plans/:id/details": {
		good: [{ path: "/api/plans/1/details", body: { title: "甲案，改", isShared: true } }],
		bad: [
			{ path: "/api/plans/1/details", body: {} },
			{ path: "/api/plans/1/details", body: { note: "x".repeat(2_001) } },
		],
	},
	"post /api/plans/:id/copy": {
		good: [{ path: "/api/plans/1/copy", body: { title: "丙案" } }],
		bad: [{ path: "/api/plans/1/copy", body: {} }],
	},
	"post /api/plans/:id/rebase": {
		good: [{ path: "/api/plans/1/rebase", body: { title: "丁案" } }],
		bad: [{ path: "/api/plans/1/rebase", body: { title: "" } }],
	},
	"delete /api/plans/:id": { good: ["/api/plans/1"], bad: ["/api/plans/first"] },
	"delete /api/views/:id": { good: ["/api/views/1"], bad: ["/api/views/first"] },
	"get /api/exports/units.xlsx": {
		good: ["/api/exports/units.xlsx"],
		bad: ["/api/exports/units.xlsx?snapshot=latest"],
	},
	"get /api/exports/facilities.xlsx": {
		good: ["/api/exports/facilities.xlsx"],
		bad: ["/api/exports/facilities.xlsx?snapshot=latest"],
	},
	"get /api/reports/brief": {
		good: [
			"/api/reports/brief?category=EDU-PRI",
			`/api/reports/brief?category=COMPOSITE&format=docx&lang=en&unit=street:${WEST_STREET}`,
		],
		bad: [
			"/api/reports/brief",
			"/api/reports/brief?category=NO-SUCH",
			"/api/reports/brief?category=EDU-PRI&unit=planet:1",
			"/api/reports/brief?category=EDU-PRI&format=odt",
		],
	},
	"get /api/reports/sheet": {
		good: [
			"/api/reports/sheet?category=EDU-PRI&format=svg",
			"/api/reports/sheet?category=COM-MKT&level=committee&format=png&paper=a3&orientation=portrait",
			`/api/reports/sheet?category=ADM-PSC&mode=own&unit=circle:C-1`,
		],
		bad: [
			"/api/reports/sheet?category=EDU-PRI&paper=a2",
			"/api/reports/sheet?category=EDU-PRI&format=png&dpi=1200",
		],
	},
	"get /api/reports/table": {
		good: ["/api/reports/table?category=EDU-PRI", "/api/reports/table?category=EDU-PRI&format=csv"],
		bad: ["/api/reports/table?category=EDU-PRI&format=pdf"],
	},
	"get /api/reports/data": {
		good: [
			"/api/reports/data?category=EDU-PRI&level=committee",
			"/api/reports/data?category=EDU-PRI&format=csv&limit=30",
		],
		bad: ["/api/reports/data?category=EDU-PRI&limit=0"],
	},
	"get /api/exports/matrix.xlsx": {
		good: ["/api/exports/matrix.xlsx", "/api/exports/matrix.xlsx?table=presence&level=committee"],
		bad: ["/api/exports/matrix.xlsx?table=dinner", "/api/exports/matrix.xlsx?level=all"],
	},
	"get /api/layers": { good: ["/api/layers"] },
	"get /api/layers/:kind/versions": {
		good: ["/api/layers/divisions/versions?scope=street", "/api/layers/streets/versions"],
		bad: ["/api/layers/planets/versions"],
	},
	"get /api/layers/:kind/records": {
		good: [
			"/api/layers/divisions/records?scope=street",
			"/api/layers/facilities/records?scope=EDU-PRI&q=a",
			"/api/layers/residences/records",
		],
		bad: ["/api/layers/streets/records"],
	},
	"get /api/versions/:id": { good: ["/api/versions/1"], bad: ["/api/versions/one"] },
	"get /api/versions/:id/source": {
		good: ["/api/versions/KEPT/source"],
		bad: ["/api/versions/0/source"],
	},
	"get /api/versions/:id/export": {
		good: exportFormatSchema.options.map((format) => `/api/versions/1/export?format=${format}`),
		bad: ["/api/versions/1/export", "/api/versions/1/export?format=dwg"],
	},
	"post /api/versions/:id/commit": {
		good: [{ path: "/api/versions/1/commit", body: { reason: "回退", renewSnapshot: false } }],
		bad: [
			{ path: "/api/versions/1/commit", body: {} },
			{ path: "/api/versions/1/commit", body: { reason: " " } },
		],
	},
	"post /api/corrections": {
		good: [
			{
				path: "/api/corrections",
				body: {
					kind: "divisions",
					scope: "street",
					action: "change",
					id: WEST_STREET,
					values: { declaredResidents: 1234 },
					reason: "普查更正",
					acceptWarnings: true,
					renewSnapshot: false,
				},
			},
		],
		bad: [{ path: "/api/corrections", body: { kind: "streets" } }],
	},
	"post /api/snapshots": { good: [{ path: "/api/snapshots", body: {} }] },
	"get /api/templates/:kind.xlsx": {
		good: uploadKindSchema.options.map((kind) => `/api/templates/${kind}.xlsx`),
		bad: ["/api/templates/planets.xlsx", "/api/templates/land.xlsx?language=fr"],
	},
	"get /api/examples/:kind": {
		good: uploadKindSchema.options.map((kind) => `/api/examples/${kind}`),
		bad: ["/api/examples/planets"],
	},
	"get /api/uploads": { good: ["/api/uploads"] },
	"post /api/uploads": {
		good: [{ path: "/api/uploads", body: { files: [{ name: "x.csv", sizeBytes: 5 }] } }],
		bad: [
			{ path: "/api/uploads", body: { files: [] } },
			{ path: "/api/uploads", body: { files: [{ name: "x.csv", sizeBytes: -1 }] } },
		],
	},
	"get /api/uploads/:id": { good: ["/api/uploads/1"], bad: ["/api/uploads/x"] },
	"put /api/uploads/:id/files/:name": {
		good: [{ path: "/api/uploads/2/files/a.csv", bytes: "abc" }],
		bad: [{ path: "/api/uploads/x/files/a.csv", bytes: "abc" }],
	},
	"post /api/uploads/:id/understand": {
		good: [{ path: "/api/uploads/3/understand", body: {} }],
		bad: [{ path: "/api/uploads/3/understand", body: { encoding: 8 } }],
	},
	"post /api/uploads/:id/check": {
		good: [{ path: "/api/uploads/4/check", body: { settings: SETTINGS } }],
		bad: [{ path: "/api/uploads/4/check", body: { settings: { kind: "planets" } } }],
	},
	"post /api/uploads/:id/steps": {
		good: [{ path: "/api/uploads/5/steps", body: { steps: [{ op: "remove-spikes" }] } }],
		bad: [{ path: "/api/uploads/5/steps", body: { steps: [{ op: "wish" }] } }],
	},
	"post /api/uploads/:id/commit": {
		good: [{ path: "/api/uploads/6/commit", body: { acceptWarnings: true, reason: "核对过" } }],
		bad: [{ path: "/api/uploads/6/commit", body: { acceptWarnings: "yes" } }],
	},
	"post /api/uploads/:id/cancel": {
		good: [{ path: "/api/uploads/7/cancel", body: {} }],
		bad: [{ path: "/api/uploads/x/cancel", body: {} }],
	},
	"delete /api/uploads/:id": { good: ["/api/uploads/7"], bad: ["/api/uploads/x"] },
	"get /api/uploads/:id/progress": {
		good: ["/api/uploads/1/progress"],
		bad: ["/api/uploads/x/progress"],
	},
	"get /api/uploads/:id/issues": {
		good: ["/api/uploads/1/issues"],
		bad: ["/api/uploads/x/issues"],
	},
	"get /api/uploads/:id/issues.xlsx": {
		good: ["/api/uploads/1/issues.xlsx"],
		bad: ["/api/uploads/x/issues.xlsx"],
	},
	"get /api/uploads/:id/shapes": {
		good: ["/api/uploads/1/shapes"],
		bad: ["/api/uploads/x/shapes"],
	},
	"get /api/uploads/:id/comparison": {
		good: ["/api/uploads/1/comparison"],
		bad: ["/api/uploads/x/comparison"],
	},
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

onTownServer("routes", (server, db) => {
	/** A version that was made from an upload, so that its file was kept. */
	let kept = 0;
	/** What the plan that was kept beforehand comes to. */
	let hash = "";
	beforeAll(async () => {
		const { data } = server().agents;
		await prepareUploads(data);
		const { id } = await checked(data, { ...SETTINGS, category: "COM-SHP", add: false }, SHOPS);
		await data
			.post(`/api/uploads/${id}/commit`)
			.send({ acceptWarnings: true, reason: "核对过", renewSnapshot: false });
		await server().agents.planner.post("/api/views").send({ title: "总览", address: "/" });
		const plan = { title: "现行", snapshot: "current" };
		hash = (await server().agents.planner.post("/api/plans").send(plan).expect(200)).body.hash;
		writeArchive(db().filesFolder, "ground.pmtiles", { "0/0/0": new Uint8Array([1]) });
		kept = (await rested(data, id)).committed?.layers[0]?.versionId ?? 0;
	});
	const ask = (agent: Agent, { method }: Route, sample: Ask) => {
		if (typeof sample === "string") return agent[method](sample.replace("KEPT", String(kept)));
		const request = agent[method](sample.path);
		return "bytes" in sample
			? request.set("content-type", "application/octet-stream").send(Buffer.from(sample.bytes))
			: request.send(JSON.parse(JSON.stringify(sample.body).replaceAll("HASH", hash)));
	};
	const allowed = ({ action }: Route) =>
		action.startsWith("data.")
			? server().agents.data
			: action === "background.set"
				? server().agents.admin
				: server().agents.planner;
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
					const { status, body } = await ask(allowed(route), route, sample);
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
			const isRemoval = route.method === "delete";
			for (const sample of isRemoval ? [] : good) {
				const response = await ask(allowed(route), route, sample).buffer(true);
				expect([sample, response.status]).toEqual([sample, 200]);
				const { answers } = route;
				if (answers === null) throw new Error("only removing answers nothing");
				if (isMedia(answers) && answers.isDownload)
					expect(response.headers["content-disposition"]).toMatch(/^attachment; filename/);
				else if (isMedia(answers) && !answers.isOfItsOwnType)
					expect(response.headers["content-type"]).toContain(answers.media);
				else if (!isMedia(answers))
					expect((answers as z.ZodType).safeParse(response.body).error).toBeUndefined();
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
		await finished(westLeader, `/api/units/street/${WEST_STREET}`); // commits made a new snapshot
		await westLeader.get(`/api/units/street/${WEST_STREET}`).expect(200);
		await westLeader.get("/api/units/committee/310199001002").expect(200);
		for (const unit of [
			`street/${EAST_STREET}`,
			"committee/310199002001",
			"district/310199000000",
			"circle/C-1",
			`bmu/${BMU}/page`,
			`bmu/${BMU}/records`,
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
		const { body } = await broken.expect(400);
		expectRefusal(body, "request.invalid");
		expect(body.error.message.zh).toContain("不是完整的 JSON");
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
