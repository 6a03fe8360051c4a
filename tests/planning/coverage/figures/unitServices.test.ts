import { expect, test } from "vitest";
import { unitCounts } from "../../../../planning/coverage/figures/unitCounts.ts";
import {
	facilitiesOfUnit,
	unitServices,
} from "../../../../planning/coverage/figures/unitServices.ts";
import { locate } from "../../../../planning/coverage/located.ts";
import { BMU, EAST_STREET, townCity, WEST_STREET } from "../../../scenes/tinyCity.ts";

const located = locate(townCity);
const unit = (kind: "street" | "bmu", code: string) => {
	const found = located.tree.unit(kind, code);
	if (found === undefined) throw new Error(`No ${kind} ${code}.`);
	return found;
};
const servicesOf = (kind: "street" | "bmu", code: string) => {
	const one = unit(kind, code);
	return new Map(
		unitServices(located, one, facilitiesOfUnit(located, one)).map((service) => [
			service.category,
			service,
		]),
	);
};

test("everything in the west counts for the west, nothing for the east", () => {
	const counts = unitCounts(located, "street");
	expect([...(counts.get(WEST_STREET) ?? [])]).toEqual([
		["ADM-PSC", 1],
		["COM-MKT", 1],
		["EDU-PRI", 1],
	]);
	expect(counts.get(EAST_STREET)).toBeUndefined();
});

test("the east must have a party-mass centre and has none; that nobody has a police station says nothing", () => {
	const east = servicesOf("street", EAST_STREET);
	expect(east.get("ADM-PSC")).toEqual({
		category: "ADM-PSC",
		count: 0,
		presence: "missing",
		isRequired: true,
		isLayerMissing: false,
	});
	expect(east.get("ADM-POL")?.presence).toBe("no-data");
	expect(servicesOf("street", WEST_STREET).get("ADM-PSC")?.presence).toBe("has");
});

test("facilities of a unit are those that the counts count", () => {
	for (const [kind, code] of [
		["street", WEST_STREET],
		["street", EAST_STREET],
		["bmu", BMU],
	] as const) {
		const total = [...(unitCounts(located, kind).get(code)?.values() ?? [])].reduce(
			(sum, count) => sum + count,
			0,
		);
		expect(facilitiesOfUnit(located, unit(kind, code))).toHaveLength(total);
	}
});
