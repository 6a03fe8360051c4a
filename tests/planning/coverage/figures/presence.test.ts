import { expect, test } from "vitest";
import {
	isAskedOf,
	isRequiredOf,
	presenceOf,
} from "../../../../planning/coverage/figures/presence.ts";
import { CATEGORIES, type Category, categoryOf } from "../../../../planning/standards/catalogue.ts";

const named = (code: string) => categoryOf(code) as Category;
const subdistrict = { kind: "street", streetKind: "subdistrict" } as const;
const town = { kind: "street", streetKind: "town" } as const;
const committee = { kind: "committee", streetKind: null } as const;
const some = { count: 2, cityCount: 9 };
const none = { count: 0, cityCount: 9 };

test("a social-work station is asked of streets: one has it, one lacks it, a committee is not asked", () => {
	expect(presenceOf(named("ADM-SW"), town, some)).toBe("has");
	expect(presenceOf(named("ADM-SW"), town, none)).toBe("missing");
	expect(presenceOf(named("ADM-SW"), committee, none)).toBe("not-asked");
});

test("a category of which the city has none is a layer that is missing, and nobody's fault", () => {
	expect(presenceOf(named("ADM-SW"), town, { count: 0, cityCount: 0 })).toBe("no-data");
});

test("a sub-district office is asked of sub-districts, never of towns", () => {
	expect([isAskedOf(named("ADM-SUB"), subdistrict), isAskedOf(named("ADM-SUB"), town)]).toEqual([
		true,
		false,
	]);
	expect(isRequiredOf(named("ADM-SUB"), town)).toBe(false);
});

test("what must be there is always asked for; a policy is asked for without a must", () => {
	for (const category of CATEGORIES)
		for (const unit of [subdistrict, town, committee])
			if (isRequiredOf(category, unit)) expect(isAskedOf(category, unit), category.code).toBe(true);
	expect(isRequiredOf(named("ADM-SW"), town)).toBe(true);
	expect(isRequiredOf(named("ADM-MIN"), town)).toBe(false);
});

test("a primary school serves whoever is near and is asked of no committee; a parcel point, which the notice names, is", () => {
	expect(isAskedOf(named("EDU-PRI"), committee)).toBe(false);
	expect(isAskedOf(named("COM-EXP"), committee)).toBe(true);
	expect(isAskedOf(named("UTL-EV"), committee)).toBe(true);
});

test("a street must have a party-mass centre; that a committee has none of its own is no lack", () => {
	expect(presenceOf(named("ADM-PSC"), town, none)).toBe("missing");
	expect(presenceOf(named("ADM-PSC"), committee, none)).toBe("not-asked");
	expect(isAskedOf(named("ADM-RCP"), { kind: "bmu", streetKind: null })).toBe(true);
});
