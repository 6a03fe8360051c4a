// Files about persons: refused by the check, with no copy left; contact columns of other layers are left out and told.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checked, understood } from "./handIn.ts";
import { onTinyServer } from "./tinyServer.ts";

/** Valid by its check character; of nobody. */
const NUMBER = "11010519491231002X";
const HOMES = { kind: "residences" };
const SHOPS = { kind: "facilities", category: "COM-SHP" };

const FILES: readonly [string, object, string, string][] = [
	[
		"a column of identity numbers among homes",
		HOMES,
		`id,lon,lat,常住人口,备注\n1,121.0005,31.0005,3,\n2,121.001,31.0005,2,${NUMBER}\n`,
		"residence.personal-data",
	],
	[
		"identity numbers as the ids of homes",
		HOMES,
		`id,lon,lat,常住人口\n${NUMBER},121.0005,31.0005,3\n${NUMBER},121.001,31.0005,2\n`,
		"residence.personal-data",
	],
	[
		"identity numbers in a table that lacks a column",
		HOMES,
		`id,lon,lat,备注\n1,121.0005,31.0005,\n2,121.001,31.0005,${NUMBER}\n`,
		"residence.personal-data",
	],
	[
		"a row for each person",
		HOMES,
		"称呼,性,lon,lat,常住人口\n王伟,男,121.0005,31.0005,1\n李娜,女,121.001,31.0005,1\n张敏,女,121.002,31.0005,1\n",
		"residence.person-level",
	],
	[
		"an identity number of an operator of a shop",
		SHOPS,
		`id,名称,lon,lat,经营者\n1,北园菜场,121.0005,31.0005,王伟 ${NUMBER}\n`,
		"personal.identity-number",
	],
	[
		"persons without a header, the first of them in its place",
		SHOPS,
		`${NUMBER},王伟\n${NUMBER},李娜\n`,
		"personal.identity-number",
	],
	[
		"an identity number in a row that nobody asked for",
		{ ...SHOPS, where: [{ column: "类", value: "店" }] },
		`id,名称,lon,lat,类\n1,北园菜场,121.0005,31.0005,店\n2,${NUMBER},121.001,31.0005,人\n`,
		"personal.identity-number",
	],
];

onTinyServer("files about persons", (server, db) => {
	const data = () => server().agents.data;

	test.each(FILES)("%s: refused, and no copy is left", async (_, settings, bytes, code) => {
		const { id, state, problem, understanding, report, ...upload } = await checked(
			data(),
			settings,
			{ name: "persons.csv", bytes },
		);
		expect([state, problem?.code]).toEqual(["failed", code]);
		expect(problem?.zh).toContain("已拒收，未留副本");
		expect([understanding, report, upload.settings]).toEqual([null, null, null]);
		expect(existsSync(join(db().filesFolder, "uploads", String(id)))).toBe(false);
		const { body } = await data().get(`/api/uploads/${id}/issues`).expect(200);
		expect(body.issues.length).toBeGreaterThan(0);
		const stored = await db().knex("uploads").where({ id }).first("*");
		for (const shown of [problem, body, stored]) {
			expect(JSON.stringify(shown)).not.toContain(NUMBER);
			expect(JSON.stringify(shown)).not.toContain("王伟");
		}
		const again = await data().post(`/api/uploads/${id}/understand`).send({});
		expect([again.status, again.body.error.code]).toEqual([409, "upload.not-received"]);
	});

	test("what is shown of a file before its check does not show identity numbers", async () => {
		const bytes = `id,名称,lon,lat,证\n1,北园,121.0005,31.0005,${NUMBER}\n2,南园,121.001,31.0005,王伟${NUMBER}\n`;
		const { understanding } = await understood(data(), { name: "homes.csv", bytes });
		expect(understanding?.columns.map(({ name }) => name)).toContain("证");
		expect(JSON.stringify(understanding)).not.toContain(NUMBER);
	});

	test("contact columns of facilities are left out, and that is told", async () => {
		const bytes = "id,名称,lon,lat,联系电话\n1,北园菜场,121.0005,31.0005,13800000000\n";
		const { id, state, understanding } = await checked(data(), SHOPS, { name: "a.csv", bytes });
		expect(state).toBe("checked");
		expect(JSON.stringify(understanding)).not.toContain("13800000000");
		const { body } = await data().get(`/api/uploads/${id}/issues`).expect(200);
		const codes = body.issues.map((issue: { code: string }) => issue.code);
		expect(codes).toContain("columns.contact-left-out");
		expect(JSON.stringify(body)).not.toContain("13800000000");
	});
});
