// Odd outlines are told with their place, and none of them hinders the import.
import { describe, expect, test } from "vitest";
import { unitReader } from "../../../planning/layers/divisions.ts";
import { facilityReader } from "../../../planning/layers/facilities.ts";
import { landReader } from "../../../planning/layers/land.ts";
import { at } from "../../scenes/streetScene.ts";
import { checkFeatures, square } from "./rows.ts";

type PlaceM = readonly [number, number];
const ringOf = (...places: readonly PlaceM[]) => [...places, places[0]].map(([x, y]) => at(x, y));
const polygon = (...rings: unknown[]) => ({ type: "Polygon", coordinates: rings });
const BOX: readonly PlaceM[] = [
	[0, 0],
	[100, 0],
	[100, 100],
	[0, 100],
];

function shape(...rings: unknown[]) {
	const properties = { code: "310101001", name: "甲街道" };
	return checkFeatures(unitReader, [{ properties, geometry: polygon(...rings) }], {
		level: "street",
	});
}

describe("an outline", () => {
	test("with repeated corners says how many and where, and is taken", () => {
		const { groups, records } = shape(
			ringOf([0, 0], [100, 0], [100, 0], [100, 0], [100, 100], [0, 100]),
		);
		const [lon, lat] = at(100, 0);
		expect(groups).toMatchObject([
			{ code: "geometry.duplicate-vertex", severity: "info", issues: [{ at: { lon, lat } }] },
		]);
		expect(groups[0].issues[0].message.zh).toContain("2 个重复顶点");
		expect(records).toHaveLength(1);
	});

	test("that goes out and back within half a metre has a spike; a wedge of two metres has none", () => {
		const spiked = (widthM: number) =>
			shape(
				ringOf([0, 0], [100, 0], [100, 50], [300, 50], [100, 50 + widthM], [100, 100], [0, 100]),
			);
		expect(spiked(0.2).found).toEqual(["warning geometry.spike × 1"]);
		expect(spiked(2).found).toEqual([]);
	});

	test("less than a metre wide is a sliver", () => {
		expect(shape(ringOf([0, 0], [100, 0], [100, 0.5], [0, 0.5])).found).toEqual([
			"warning geometry.sliver × 1",
		]);
		expect(shape(ringOf([0, 0], [100, 0], [100, 3], [0, 3])).found).toEqual([]);
	});

	test("clockwise is as good as counterclockwise; a hole that runs like its outline is told", () => {
		const hole: readonly PlaceM[] = [
			[40, 40],
			[60, 40],
			[60, 60],
			[40, 60],
		];
		expect(shape(ringOf(...[...BOX].reverse())).found).toEqual([]);
		expect(shape(ringOf(...BOX), ringOf(...[...hole].reverse())).found).toEqual([]);
		expect(shape(ringOf(...BOX), ringOf(...hole)).found).toEqual(["info geometry.ring-order × 1"]);
	});

	test("with heights keeps longitude and latitude, and says so once", () => {
		const { records, found } = shape(ringOf(...BOX).map(([lon, lat]) => [lon, lat, 4]));
		expect(found).toEqual(["info geometry.z-dropped × 1"]);
		expect(records[0].polygons[0][0].every((place) => place.length === 2)).toBe(true);
	});

	test("without coordinates is refused with what to do", () => {
		const { groups } = shape();
		expect(groups[0]).toMatchObject({ code: "geometry.invalid", severity: "blocking" });
		expect(groups[0].issues[0].message.zh).toContain("图形是空的");
	});
});

test("points among areas in one layer are a warning with the counts", () => {
	const { groups } = checkFeatures(
		facilityReader,
		[
			{ properties: { id: "a" }, geometry: square(121, 31, 0.01) },
			{ properties: { id: "b" }, geometry: { type: "Point", coordinates: [121, 31] } },
			{ properties: { id: "c" }, geometry: { type: "Point", coordinates: [121.1, 31] } },
		],
		{ category: "GRN-PK" },
	);
	expect(groups[0]).toMatchObject({ code: "geometry.mixed-types", severity: "warning", count: 1 });
	expect(groups[0].issues[0].message.en).toContain("2 points, 1 areas");
});

test("land has a use and an area; without a use it is refused", () => {
	const geometry = square(121, 31, 0.01);
	const { records, found } = checkFeatures(landReader, [
		{ properties: { id: "a", use: "居住用地" }, geometry },
		{ properties: { id: "b", use: "" }, geometry },
	]);
	expect(records).toMatchObject([{ id: "a", use: "居住用地", name: null }]);
	expect(found).toEqual(["blocking land.use-empty × 1"]);
});
