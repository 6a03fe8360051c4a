import { expect, test } from "vitest";
import { addAccount } from "../../../server/commands/addAccount.ts";
import { onBothEngines } from "../engines.ts";

onBothEngines("a new account", (db) => {
	const wang = {
		name: "wang",
		displayName: "王敏",
		password: "long enough",
		grants: [{ role: "planner" as const, scopeUnitCode: null }],
	};
	const accounts = () => db().knex("accounts").pluck("accounts.name");

	test("has its scope in the twelve digits that units are known by", async () => {
		await addAccount(db().knex, {
			...wang,
			grants: [{ role: "planner", scopeUnitCode: " 310101002 " }],
		});
		expect(await db().knex("role_grants").pluck("role_grants.scope_unit_code")).toEqual([
			"310101002000",
		]);
	});

	test.each([
		["a name somebody has", wang, "account.name-taken"],
		["an empty name", { ...wang, name: "" }, "account.name-invalid"],
		["a name with a space nobody sees", { ...wang, name: "wang " }, "account.name-invalid"],
		["a name as long as a page", { ...wang, name: "王".repeat(65) }, "account.name-invalid"],
		["seven characters of password", { ...wang, name: "li", password: "1234567" }, null],
		[
			"an empty scope, which is not the whole city",
			{ ...wang, name: "li", grants: [{ role: "planner" as const, scopeUnitCode: " " }] },
			"account.scope-empty",
		],
	])("with %s is refused and nothing is written", async (_, account, code) => {
		const before = await accounts();
		const refused = addAccount(db().knex, account);
		await expect(refused).rejects.toMatchObject(code === null ? { name: "Refused" } : { code });
		expect(await accounts()).toEqual(before);
	});
});
