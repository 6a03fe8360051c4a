// Who may replace what: uploads are shared among data staff, but a grant for one unit covers that unit only.
import { expect, test } from "vitest";
import { DISTRICT, EAST_STREET, NORTH_WEST, WEST_STREET } from "../../scenes/tinyCity.ts";
import { checked, rested, understood } from "./handIn.ts";
import { onTinyServer } from "./tinyServer.ts";

const SHOPS = {
	name: "shops.csv",
	bytes: "id,名称,lon,lat\n1,北园菜场,121.0005,31.0005\n",
};
const COLUMNS = { id: "id", name: "名称", lon: "lon", lat: "lat" };
const SETTINGS = { kind: "facilities", category: "COM-SHP", columns: COLUMNS };
const COMMIT = { acceptWarnings: true, reason: "核对过", renewSnapshot: false };

onTinyServer("grants for one unit", (server) => {
	test.each([
		[null, 403],
		[EAST_STREET, 403],
		[DISTRICT, 403],
		["310199999000", 403],
		[WEST_STREET, 200],
		[WEST_STREET.slice(0, 9), 200],
		[NORTH_WEST, 200],
	])("a check within %s by the west street's account answers %i", async (within, expected) => {
		const { westData } = server().agents;
		const { id } = await understood(westData, SHOPS);
		const settings = { ...SETTINGS, within };
		const { status, body } = await westData.post(`/api/uploads/${id}/check`).send({ settings });
		expect([status, body.error?.code]).toEqual([
			expected,
			expected === 403 ? "policy.forbidden" : undefined,
		]);
		if (expected === 200) expect((await rested(westData, id)).problem).toBeNull();
	});

	test("it mends and commits within its unit, and nothing that another prepared for the whole city", async () => {
		const { westData, data } = server().agents;
		const own = await checked(westData, { ...SETTINGS, within: WEST_STREET }, SHOPS);
		await westData.post(`/api/uploads/${own.id}/steps`).send({ steps: [] }).expect(200);
		await rested(westData, own.id);
		await westData.post(`/api/uploads/${own.id}/commit`).send(COMMIT).expect(200);
		expect(await rested(westData, own.id)).toMatchObject({ state: "committed" });

		const whole = await checked(data, SETTINGS, SHOPS);
		for (const [stage, asked] of [
			["steps", { steps: [] }],
			["commit", COMMIT],
		] as const) {
			const { status, body } = await westData.post(`/api/uploads/${whole.id}/${stage}`).send(asked);
			expect([stage, status, body.error?.code]).toEqual([stage, 403, "policy.forbidden"]);
		}
		expect((await rested(data, whole.id)).state).toBe("checked");
	});

	test("an upload of one account is seen, and can be carried on, by other data staff, and by nobody else", async () => {
		const { westData, data, planner } = server().agents;
		const { id } = await understood(westData, SHOPS);
		const { body } = await data.get("/api/uploads").expect(200);
		expect(body.uploads.map((upload: { id: number }) => upload.id)).toContain(id);
		await data.post(`/api/uploads/${id}/check`).send({ settings: SETTINGS }).expect(200);
		expect(await rested(data, id)).toMatchObject({ state: "checked", createdBy: "westData" });
		await planner.get(`/api/uploads/${id}`).expect(403);
	});

	test("roll back, corrections and snapshots are of the whole city", async () => {
		const { westData, data } = server().agents;
		const correction = {
			kind: "divisions",
			scope: "street",
			action: "change",
			id: WEST_STREET,
			values: { declaredResidents: 1234 },
			reason: "普查更正",
			acceptWarnings: true,
			renewSnapshot: false,
		};
		for (const [path, asked] of [
			["/api/versions/1/commit", { reason: "回退", renewSnapshot: false }],
			["/api/corrections", correction],
			["/api/snapshots", {}],
		] as const) {
			const { status, body } = await westData.post(path).send(asked);
			expect([path, status, body.error?.code]).toEqual([path, 403, "policy.forbidden"]);
			await data.post(path).send(asked).expect(200);
		}
	});
});
