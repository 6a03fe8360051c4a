import { expect, test } from "vitest";
import { unitReader } from "../../../planning/layers/divisions.ts";
import { checkFeatures, square } from "./rows.ts";

const STREET = { code: "310101002", name: "南京东路街道" };
const geometry = square(121.47, 31.23, 0.01);

test("a street gets a 12-digit code, its kind from the digits, its district as parent", () => {
	const { records, found } = checkFeatures(unitReader, [{ properties: STREET, geometry }], {
		level: "street",
	});
	expect(found).toEqual([]);
	expect(records[0]).toMatchObject({
		kind: "street",
		code: "310101002000",
		name: "南京东路街道",
		parentCode: "310101000000",
		streetKind: "subdistrict",
	});
	expect(records[0].polygons).toHaveLength(1);
});

test.each([
	["310115100000", "town"],
	["310230200000", "township"],
	["310115501000", "other"],
])("the township digits of %s say %s", (code, streetKind) => {
	const properties = { code, name: "x" };
	const { records } = checkFeatures(unitReader, [{ properties, geometry }], { level: "street" });
	expect(records[0].streetKind).toBe(streetKind);
});

test("a committee's parent is its street; a numeric code is kept as text", () => {
	const properties = { code: 310101002001, name: "云南中路居委会", zone: "urban" };
	const { records } = checkFeatures(unitReader, [{ properties, geometry }], { level: "committee" });
	expect(records[0]).toMatchObject({
		code: "310101002001",
		parentCode: "310101002000",
		streetKind: null,
		zone: "urban",
	});
});

test("codes of circles and basic management units are their own text", () => {
	const properties = { code: "片区-3", name: "三号片区" };
	const { records } = checkFeatures(unitReader, [{ properties, geometry }], { level: "circle" });
	expect(records[0]).toMatchObject({ code: "片区-3", parentCode: null });
});

test("codes with a wrong number of digits are refused, of another level warned about", () => {
	const { found } = checkFeatures(
		unitReader,
		[
			{ properties: { code: "3.1E+11", name: "a" }, geometry },
			{ properties: { code: "310101002001", name: "b" }, geometry },
		],
		{ level: "street" },
	);
	expect(found).toEqual(["blocking code.wrong-digits × 1", "warning code.level-differs × 1"]);
});

test("an open ring is closed, a ring without area is refused", () => {
	const open = [
		[121, 31],
		[121.1, 31],
		[121.1, 31.1],
	];
	const flat = [
		[121, 31],
		[121.1, 31],
		[121.2, 31],
		[121, 31],
	];
	const shape = (ring: unknown) => ({ type: "Polygon", coordinates: [ring] });
	const { records, found } = checkFeatures(
		unitReader,
		[
			{ properties: { code: "310101001", name: "a" }, geometry: shape(open) },
			{ properties: { code: "310101002", name: "b" }, geometry: shape(flat) },
		],
		{ level: "street" },
	);
	expect(records[0].polygons[0][0]).toHaveLength(4);
	expect(found).toEqual(["blocking geometry.no-area × 1", "info geometry.ring-closed × 1"]);
});

test("features without any code column name the field that has none", () => {
	const { groups } = checkFeatures(unitReader, [{ properties: { name: "a" }, geometry }], {
		level: "street",
	});
	expect(groups[0]).toMatchObject({ code: "column.absent", severity: "blocking" });
	expect(groups[0].issues[0].field).toBe("code");
});

test("a boundary that crosses itself is a warning with the place, one that touches itself is none", () => {
	const bow = [
		[121, 31],
		[121.2, 31.2],
		[121.2, 31],
		[121, 31.1],
		[121, 31],
	];
	const touching = [
		[121, 31],
		[121.1, 31.1],
		[121.2, 31],
		[121.2, 31.2],
		[121.1, 31.1],
		[121, 31.2],
		[121, 31],
	];
	const shape = (ring: unknown) => ({ type: "Polygon", coordinates: [ring] });
	const { groups } = checkFeatures(
		unitReader,
		[
			{ properties: { code: "310101001", name: "a" }, geometry: shape(touching) },
			{ properties: { code: "310101002", name: "b" }, geometry: shape(bow) },
		],
		{ level: "street" },
	);
	expect(groups).toMatchObject([{ code: "geometry.self-crossing", severity: "warning", count: 1 }]);
	expect(groups[0].issues[0].at).toEqual({ feature: 2, lon: 121, lat: 31 });
});
