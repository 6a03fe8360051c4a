import { expect, test } from "vitest";
import type { UnitKind, UnitRecord } from "../../../planning/city/records.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { assignCells } from "../../../planning/partition/assignCells.ts";

/** A unit that is a box from west to east, one degree high. */
function box(
	kind: UnitKind,
	code: string,
	[west, east]: [number, number],
	parentCode?: string,
): UnitRecord {
	const ring: LonLat[] = [
		[west, 30],
		[east, 30],
		[east, 31],
		[west, 31],
		[west, 30],
	];
	return {
		kind,
		code,
		name: code,
		parentCode: parentCode ?? null,
		streetKind: null,
		zone: null,
		declaredResidents: null,
		declaredHouseholds: null,
		seat: null,
		polygons: [[ring]],
	};
}

const COMMITTEES = [
	box("committee", "C1", [0, 1], "S1"),
	box("committee", "C2", [1, 2], "S1"),
	box("committee", "C3", [2, 3], "S2"),
];
const unitsOf = (units: readonly UnitRecord[]) =>
	Object.fromEntries(assignCells(units).map(({ code, units: found }) => [code, found]));

test("without divisions there are no cells", () => {
	expect(assignCells([])).toEqual([]);
	expect(assignCells([box("circle", "R1", [0, 1])])).toEqual([]);
});

test("committees are the cells and go up by their parents' codes", () => {
	const streets = [box("street", "S1", [0, 2], "D1"), box("street", "S2", [2, 3], "D1")];
	const found = unitsOf([...COMMITTEES, ...streets, box("district", "D1", [0, 3])]);
	expect(found).toEqual({
		C1: { committee: "C1", street: "S1", district: "D1" },
		C2: { committee: "C2", street: "S1", district: "D1" },
		C3: { committee: "C3", street: "S2", district: "D1" },
	});
});

test("a parent code that leads nowhere is replaced by the largest share of area", () => {
	const streets = [box("street", "T1", [0, 1.4]), box("street", "T2", [1.4, 3])];
	const found = unitsOf([...COMMITTEES, ...streets]);
	expect(["C1", "C2", "C3"].map((code) => found[code].street)).toEqual(["T1", "T2", "T2"]);
});

test("where most of a cell lies in no unit, it belongs to none", () => {
	const found = unitsOf([...COMMITTEES, box("circle", "R1", [0.4, 1.4])]);
	expect(["C1", "C2", "C3"].map((code) => found[code].circle)).toEqual([
		"R1",
		undefined,
		undefined,
	]);
});

test("a basic management unit takes cells of its own town only", () => {
	const streets = [box("street", "S1", [0, 2]), box("street", "S2", [2, 3])];
	const found = unitsOf([...COMMITTEES, ...streets, box("bmu", "B1", [1, 3], "S1")]);
	expect(["C1", "C2", "C3"].map((code) => found[code].bmu)).toEqual([undefined, "B1", undefined]);
});

test("streets are the cells where there are no committees", () => {
	const found = unitsOf([box("street", "S1", [0, 2], "D1"), box("district", "D1", [0, 3])]);
	expect(found).toEqual({ S1: { street: "S1", district: "D1" } });
});
