// A unit's territory over HTTP: what can be measured by hand on the grid of the tiny city, and who may ask.
import supertest from "supertest";
import { expect, test } from "vitest";
import type { UnitTerritory } from "../../../planning/coverage/unitTerritory.ts";
import type { UnitRow } from "../../../planning/wire/api.ts";
import { DISTRICT, EAST_STREET, NORTH_WEST, WEST_STREET } from "../../scenes/tinyCity.ts";
import { onTinyServer } from "./tinyServer.ts";

onTinyServer("territory", (server) => {
	const get = async (unit: string): Promise<UnitTerritory> =>
		(await server().agents.planner.get(`/api/units/${unit}/territory`).expect(200)).body;

	test("a street of 550 m by 1,100 m: area, border, compactness, one part", async () => {
		const street = await get(`street/${WEST_STREET}`);
		expect(street).toMatchObject({ kind: "street", code: WEST_STREET, cells: 2, parts: 1 });
		expect(street.apart).toEqual([]);
		expect(street.areaM2 / (550 * 1100)).toBeCloseTo(1, 3);
		expect(street.perimeterM / 3300).toBeCloseTo(1, 3);
		const exact = street.planeAreaCm2 * 2;
		expect(exact).toBe(Math.round(exact));
		// a rectangle of one by two: 4π·2 ÷ 6² and 2 ÷ (π·5/4)
		expect(street.compactness?.polsbyPopper).toBeCloseTo((8 * Math.PI) / 36, 3);
		expect(street.compactness?.reock).toBeCloseTo(8 / (5 * Math.PI), 3);
		expect(street.compactness?.hullShare).toBeCloseTo(1, 5);
	});

	test("its one neighbour shares the side of 1,100 m, and the line of it comes along", async () => {
		const { neighbours, aloneM } = await get(`street/${WEST_STREET}`);
		expect(neighbours.map(({ code, name }) => [code, name])).toEqual([[EAST_STREET, "东桥镇"]]);
		expect(neighbours[0]?.sharedM).toBeCloseTo(1100, -1);
		expect(aloneM).toBeCloseTo(2200, -1);
		const lines = neighbours[0]?.lines ?? [];
		expect(lines.length).toBe(2); // cut where the committees meet it
		const lons = lines.flat().map(([lon]) => lon.toFixed(6));
		expect(new Set(lons).size).toBe(1); // it runs north
	});

	test("committees that meet in a corner only are no neighbours", async () => {
		const { neighbours } = await get(`committee/${NORTH_WEST}`);
		expect(neighbours.map(({ name }) => name)).toEqual(["北桥居委会", "南园居委会"]);
	});

	test("districts and circles have theirs; the whole district borders on nobody", async () => {
		const district = await get(`district/${DISTRICT}`);
		expect([district.cells, district.neighbours]).toEqual([4, []]);
		expect(district.aloneM).toBeCloseTo(district.perimeterM, 6);
		expect((await get("circle/C-1")).cells).toBe(2);
	});

	test("the outline's area is the one of the table of units", async () => {
		const { body } = await server().agents.planner.get("/api/units").expect(200);
		for (const { kind, code, areaKm2 } of body.units as UnitRow[]) {
			const { areaM2, outlineAreaM2, perimeterM } = await get(`${kind}/${code}`);
			expect(outlineAreaM2).toBe(areaKm2 * 1e6);
			// these outlines fit: corners moved by less than a centimetre
			expect(Math.abs(areaM2 - outlineAreaM2)).toBeLessThan(0.01 * perimeterM);
		}
	});

	test("an unknown unit is 404, by its own name", async () => {
		for (const unit of ["street/000000000001", `circle/${WEST_STREET}`]) {
			const { status, body } = await server().agents.planner.get(`/api/units/${unit}/territory`);
			expect([status, body.error.code]).toEqual([404, "unit.unknown"]);
		}
	});

	test("a grant covers its own units' territories only", async () => {
		const { westLeader, nobody } = server().agents;
		await westLeader.get(`/api/units/street/${WEST_STREET}/territory`).expect(200);
		await westLeader.get(`/api/units/committee/${NORTH_WEST}/territory`).expect(200);
		for (const unit of [`street/${EAST_STREET}`, `district/${DISTRICT}`]) {
			const { status, body } = await westLeader.get(`/api/units/${unit}/territory`);
			expect([status, body.error.code]).toEqual([403, "policy.forbidden"]);
		}
		await nobody.get(`/api/units/street/${WEST_STREET}/territory`).expect(403);
		await supertest(server().app).get(`/api/units/street/${WEST_STREET}/territory`).expect(401);
	});

	test("what has not changed is not sent again", async () => {
		const { planner } = server().agents;
		const path = `/api/units/street/${WEST_STREET}/territory`;
		const { headers } = await planner.get(path).expect(200);
		await planner.get(path).set("if-none-match", String(headers["etag"])).expect(304);
		const other = await planner.get(`/api/units/street/${EAST_STREET}/territory`);
		expect(other.headers["etag"]).not.toBe(headers["etag"]);
	});
});
