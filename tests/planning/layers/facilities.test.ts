import { expect, test } from "vitest";
import { facilityReader } from "../../../planning/layers/facilities.ts";
import { checkFeatures, checkRows, square } from "./rows.ts";

const SCHOOL = { id: "s1", name: "一小", lon: "121.47", lat: "31.23" };

test("all facilities of a file can be of one category", () => {
	const { records, found } = checkRows(facilityReader, [SCHOOL], { category: "EDU-PRI" });
	expect(found).toEqual([]);
	expect(records[0]).toMatchObject({ id: "s1", category: "EDU-PRI", name: "一小", entrances: [] });
});

test("a category the standard lacks is refused once, with the codes that look like it", () => {
	const { groups } = checkRows(facilityReader, [SCHOOL, { ...SCHOOL, id: "s2" }], {
		category: "EDU-PRY",
	});
	expect(groups[0]).toMatchObject({ code: "category.unknown", severity: "blocking", count: 1 });
	expect(groups[0].issues[0].message.en).toContain("EDU-PRI");
});

test("a column of categories is checked row by row", () => {
	const rows = [
		{ ...SCHOOL, type: "EDU-PRI" },
		{ ...SCHOOL, id: "s2", type: "SCHOOL" },
		{ ...SCHOOL, id: "s1", type: "HEA-CHC" },
	];
	const { records, groups } = checkRows(facilityReader, rows, { columns: { category: "type" } });
	expect(records.map(({ category, id }) => `${category} ${id}`)).toEqual([
		"EDU-PRI s1",
		"HEA-CHC s1",
	]);
	expect(groups[0].issues[0].at).toMatchObject({ row: 2 });
});

test("areas, operator, premises and doors are read; a 9-digit operator code becomes 12 digits", () => {
	const row = {
		...SCHOOL,
		floor_area_m2: "320.5",
		operator_code: "310101002",
		premises_id: "P7",
		entrances: "121.4701 31.2301; 121.4702 31.2302",
	};
	const { records } = checkRows(facilityReader, [row], { category: "ADM-ISF" });
	expect(records[0]).toMatchObject({
		floorAreaM2: 320.5,
		operatorCode: "310101002000",
		premisesId: "P7",
		entrances: [
			[121.4701, 31.2301],
			[121.4702, 31.2302],
		],
	});
});

test("contact columns are left out and listed", () => {
	const { records, groups } = checkRows(facilityReader, [{ ...SCHOOL, 联系电话: "021-5555" }], {
		category: "EDU-PRI",
	});
	expect(records).toHaveLength(1);
	expect(groups[0]).toMatchObject({ code: "columns.contact-left-out", severity: "info" });
	expect(groups[0].issues[0].message.zh).toContain("联系电话");
	expect(JSON.stringify(records)).not.toContain("5555");
});

test("an area gives a point inside it, a line is refused", () => {
	const line = { type: "LineString", coordinates: [[121, 31]] };
	const { records, found } = checkFeatures(
		facilityReader,
		[
			{ properties: { id: "a" }, geometry: square(121, 31, 0.01) },
			{ properties: { id: "b" }, geometry: line },
		],
		{ category: "GRN-PK" },
	);
	expect(records[0].lonLat[0]).toBeCloseTo(121.005, 9);
	expect(records[0].lonLat[1]).toBeCloseTo(31.005, 9);
	expect(found).toEqual(["blocking geometry.wrong-kind × 1", "info geometry.point-inside × 1"]);
});
