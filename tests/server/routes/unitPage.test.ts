// A unit's page over HTTP, and what people record about a basic management unit.
import { expect, test } from "vitest";
import type { BmuRecord, UnitPage } from "../../../planning/wire/unitPage.ts";
import { BMU, DISTRICT, EAST_STREET, WEST_STREET } from "../../scenes/tinyCity.ts";
import { onTownServer } from "./tinyServer.ts";

onTownServer("a unit's page", (server) => {
	const pageOf = async (unit: string): Promise<UnitPage> =>
		(await server().agents.planner.get(`/api/units/${unit}/page`).expect(200)).body;

	test("the picture shows the unit and its neighbours, not the rest of the city", async () => {
		const { outlines } = await pageOf(`street/${WEST_STREET}`);
		expect(outlines.map(({ code }) => code).sort()).toEqual([WEST_STREET, EAST_STREET]);
		expect((await pageOf(`district/${DISTRICT}`)).outlines).toHaveLength(1);
	});

	test("the east has no party-mass centre, which every street must have", async () => {
		const { services, facilities } = await pageOf(`street/${EAST_STREET}`);
		expect(facilities).toEqual([]);
		expect(services.filter(({ presence }) => presence === "missing")).toEqual([
			{
				category: "ADM-PSC",
				count: 0,
				presence: "missing",
				isRequired: true,
				isLayerMissing: false,
			},
		]);
	});

	test("places are told from the findings about people of the unit", async () => {
		const { places } = await pageOf(`street/${EAST_STREET}`);
		const known = new Set(
			(await server().agents.planner.get("/api/flags").expect(200)).body.flags.map(
				({ id }: { id: string }) => id,
			),
		);
		for (const { people, lacks } of places) {
			expect(people).toBeLessThanOrEqual(200);
			for (const { flagId } of lacks) expect(known).toContain(flagId);
		}
	});

	test("800 m² for 80 households are 1,000 m² per hundred: nothing is missing", async () => {
		const { floorArea } = await pageOf(`street/${WEST_STREET}`);
		expect(floorArea).toMatchObject({
			areaM2: 800,
			households: 80,
			per100HouseholdsM2: 1_000,
			neededM2: 28,
			shortM2: 0,
			hasLargeOne: true,
			isConforming: true,
		});
	});

	test("of two streets the one that a school serves better has the first place", async () => {
		const school = async (code: string) =>
			(await pageOf(`street/${code}`)).peers.coverage.find(
				({ category, mode }) => category === "EDU-PRI" && mode === "any",
			)?.figure;
		// the school is 100 m from one home in the west and 500 m from one in the east, beyond from the others
		expect(await school(WEST_STREET)).toMatchObject({ value: 50, place: 1, of: 2 });
		expect((await pageOf(`street/${WEST_STREET}`)).peers).toMatchObject({
			units: 2,
			isAlike: false,
		});
	});

	test("the history of a unit begins with the version that brought it", async () => {
		const { history } = await pageOf(`street/${WEST_STREET}`);
		expect(history).toMatchObject([{ sourceName: "scene", changes: ["added"] }]);
	});

	test("a correction of a name is told as a change of the name, in the next snapshot", async () => {
		const { data, planner } = server().agents;
		await data
			.post("/api/corrections")
			.send({
				kind: "divisions",
				scope: "circle",
				action: "change",
				id: "C-1",
				values: { name: "西园新生活圈" },
				reason: "更名",
				acceptWarnings: true,
				renewSnapshot: true,
			})
			.expect(200);
		for (let asks = 0; asks < 100; asks++) {
			const { status, body } = await planner.get("/api/units/circle/C-1/page");
			if (status === 202) {
				await new Promise((resolve) => setTimeout(resolve, 100));
				continue;
			}
			expect(body.history).toMatchObject([
				{ changes: ["name"], reason: "更名" },
				{ changes: ["added"] },
			]);
			return;
		}
		throw new Error("The analysis of the new snapshot did not end.");
	});

	test("an unknown unit is 404", async () => {
		const { body } = await server()
			.agents.planner.get("/api/units/street/000000000001/page")
			.expect(404);
		expect(body.error.code).toBe("unit.unknown");
	});
});

onTownServer("records about a basic management unit", (server) => {
	const path = `/api/units/bmu/${BMU}/records`;
	const records = async (): Promise<BmuRecord[]> =>
		(await server().agents.planner.get(path).expect(200)).body.records;

	test("nothing is recorded at first; each record is kept, the newest first, with who and when", async () => {
		const { planner, data } = server().agents;
		expect(await records()).toEqual([]);
		await planner.put(`${path}/party-committee`).send({ has: "no" }).expect(200);
		await data.put(`${path}/party-committee`).send({ has: "yes", note: " 已成立 " }).expect(200);
		expect(await records()).toMatchObject([
			{ item: "party-committee", has: "yes", note: "已成立", recordedBy: "data" },
			{ item: "party-committee", has: "no", note: "", recordedBy: "planner" },
		]);
		expect(Date.parse((await records())[0]?.recordedAt ?? "")).toBeGreaterThan(0);
	});

	test("who may not record is refused, also outside the scope of the account", async () => {
		const { westLeader, westData } = server().agents;
		for (const agent of [westLeader, westData]) {
			const { body } = await agent.put(`${path}/urban-management`).send({ has: "yes" }).expect(403);
			expect(body.error.code).toBe("policy.forbidden");
		}
	});

	test("a record about a unit that does not exist is refused", async () => {
		const { body } = await server()
			.agents.planner.put("/api/units/bmu/B-9/records/party-committee")
			.send({ has: "yes" })
			.expect(404);
		expect(body.error.code).toBe("unit.unknown");
	});
});
