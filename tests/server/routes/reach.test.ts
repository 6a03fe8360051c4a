// Packs and explanations over HTTP: tags, encodings, what is refused, and that they say what the kernels say.
import supertest from "supertest";
import { expect, test } from "vitest";
import { makePack, packSource } from "../../../planning/wire/districtPack.ts";
import { decodePack } from "../../../planning/wire/packFile.ts";
import { DISTRICT, tinyCity } from "../../scenes/tinyCity.ts";
import type { Agent } from "./people.ts";
import { onTinyServer } from "./tinyServer.ts";

onTinyServer("packs and explanations", (server, db) => {
	const ask = (agent: Agent, path: string, headers: Record<string, string> = {}) =>
		agent.get(path).set(headers).buffer(true).parse(bytes);

	test("a district's pack has its homes, facilities and streets, whatever the encoding", async () => {
		const { planner } = server().agents;
		const expected = makePack(packSource(tinyCity), DISTRICT);
		for (const encoding of ["br", "gzip", "identity"]) {
			const response = await ask(planner, `/api/packs/${DISTRICT}`, {
				"accept-encoding": encoding,
			});
			expect(response.status).toBe(200);
			expect(response.headers["content-encoding"] ?? "identity").toBe(encoding);
			const pack = decodePack(new Uint8Array(response.body));
			expect(pack.meta).toEqual(expected.meta);
			expect(pack.residences.map(({ id }) => id)).toEqual(expected.residences.map(({ id }) => id));
			expect(pack.facilities.map(({ id }) => id)).toEqual(expected.facilities.map(({ id }) => id));
			expect(pack.graph.edgeLengthDm).toEqual(expected.graph.edgeLengthDm);
		}
	});

	test("a pack that the browser holds is not sent again; each encoding has its own strong tag", async () => {
		const { planner } = server().agents;
		const tags = new Set<string>();
		for (const encoding of ["br", "gzip", "identity"]) {
			const path = `/api/packs/${DISTRICT}`;
			const { headers } = await ask(planner, path, { "accept-encoding": encoding });
			expect(headers["etag"]).toMatch(/^"[\w-]+"$/);
			expect(headers["cache-control"]).toContain("no-cache");
			expect(headers["vary"]).toContain("Accept-Encoding");
			tags.add(String(headers["etag"]));
			const again = await ask(planner, path, {
				"accept-encoding": encoding,
				"if-none-match": String(headers["etag"]),
			});
			expect(again.status).toBe(304);
			expect(again.body.length ?? 0).toBe(0);
			expect(again.headers["etag"]).toBe(headers["etag"]);
		}
		expect(tags.size).toBe(3);
	});

	test("the pack of the snapshot asked for, and none of one that does not exist", async () => {
		const { planner } = server().agents;
		const { body: city } = await planner.get("/api/city");
		const path = `/api/packs/${DISTRICT}?snapshot=`;
		const pinned = await ask(planner, path + city.snapshot.hash);
		expect(pinned.status).toBe(200);
		const current = await ask(planner, `/api/packs/${DISTRICT}`);
		expect(pinned.headers["etag"]).toBe(current.headers["etag"]);
		const { status, body } = await planner.get(path + "0".repeat(64));
		expect([status, body.error.code]).toEqual([404, "snapshot.missing"]);
	});

	test("the whole of a small city is one pack", async () => {
		const response = await ask(server().agents.planner, "/api/packs/all");
		expect(decodePack(new Uint8Array(response.body)).meta.districtCode).toBe("all");
	});

	test("a city of more than 60,000 nodes is refused as a whole, with the number", async () => {
		const { planner } = server().agents;
		const [before] = await db().knex("street_graphs").pluck("street_graphs.node_count");
		await db().knex("street_graphs").update({ node_count: 60_001 });
		const { status, body } = await planner.get("/api/packs/all");
		await db().knex("street_graphs").update({ node_count: before });
		expect([status, body.error.code]).toEqual([422, "pack.too-large"]);
		expect(body.error.message.zh).toContain("60001");
	});

	test("an unknown district, and a street instead of a district, are 404", async () => {
		for (const code of ["310999000000", "310199001000"]) {
			const { status, body } = await server().agents.planner.get(`/api/packs/${code}`);
			expect([status, body.error.code]).toEqual([404, "unit.unknown"]);
		}
	});

	test("an account without a role, or nobody, gets no pack, not even 304", async () => {
		const { planner, nobody } = server().agents;
		const path = `/api/packs/${DISTRICT}`;
		const { headers } = await ask(planner, path);
		const held = { "if-none-match": String(headers["etag"]) };
		expect((await ask(nobody, path, held)).status).toBe(403);
		expect((await ask(supertest.agent(server().app), path, held)).status).toBe(401);
	});

	test("why a home is covered: the walk in seconds, and its line from the home to the door", async () => {
		const { body } = await server().agents.planner.get(
			"/api/residences/R001/explain?category=EDU-PRI",
		);
		// home at 200 m, 200 m; school at 300 m, 200 m: one block
		expect(body).toMatchObject({ code: "covered", limit: 10, profile: "adult", speedMPerMin: 67 });
		expect(body.facility).toMatchObject({ facilityName: "西园小学", straightM: 100 });
		expect(body.facility.walk).toMatchObject({ costDm: 1000, seconds: 89.6, lengthM: 100 });
	});

	test("why a home is not: beyond by seconds, in the profile asked for", async () => {
		const { body } = await server().agents.planner.get(
			"/api/residences/R004/explain?category=EDU-PRI&profile=elder",
		);
		// 500 m east and 600 m north of the school: 11,000 dm at 53 m/min
		expect(body).toMatchObject({ code: "beyond", speedMPerMin: 53 });
		expect(body.facility.walk).toMatchObject({ costDm: 11_000, seconds: 1245.3 });
		expect(body.beyondBy).toBe(645.3);
	});

	test("own mode: another unit's home has none of its own", async () => {
		const { body } = await server().agents.planner.get(
			"/api/residences/R003/explain?category=ADM-PSC&mode=own",
		);
		expect(body).toMatchObject({ code: "no-own-facility", facility: null });
		expect(body.nearestAny.unit).toMatchObject({ kind: "street", name: "西园街道" });
	});

	test("an unknown home, and a category that nobody walks to, are 404 with their codes", async () => {
		const { planner } = server().agents;
		const refusals = [
			["/api/residences/R999/explain?category=EDU-PRI", "residence.unknown"],
			["/api/residences/R001/explain?category=EDU-PRI&mode=own", "times.none"],
		] as const;
		for (const [path, code] of refusals) {
			const { status, body } = await planner.get(path);
			expect([path, status, body.error.code]).toEqual([path, 404, code]);
		}
	});

	test("an explanation that the browser holds is not sent again", async () => {
		const { planner } = server().agents;
		const path = "/api/residences/R001/explain?category=EDU-PRI";
		const { headers } = await planner.get(path);
		await planner.get(path).set("if-none-match", String(headers["etag"])).expect(304);
	});
});

type Parser = Extract<
	Parameters<ReturnType<Agent["get"]>["parse"]>[0],
	(response: never, done: never) => void
>;
const bytes: Parser = (response, done) => {
	const chunks: Buffer[] = [];
	response.on("data", (chunk: Buffer) => chunks.push(chunk));
	response.on("end", () => done(null, Buffer.concat(chunks)));
};
