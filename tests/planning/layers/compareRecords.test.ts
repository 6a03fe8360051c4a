import { describe, expect, test } from "vitest";
import type { FacilityRecord, UnitRecord } from "../../../planning/city/records.ts";
import { compareRecords } from "../../../planning/layers/compare/compareRecords.ts";
import { gridCity, type RectM } from "../../scenes/gridCity.ts";

const facility = (
	id: string,
	eastM: number,
	more: Partial<FacilityRecord> = {},
): FacilityRecord => ({
	...gridCity({ doors: [{ id, category: "EDU-PRI", at: [eastM, 0], name: id }] }).facilities[0],
	...more,
});
const unit = (code: string, area: RectM): UnitRecord =>
	gridCity({ units: [{ kind: "committee", code, name: code, areas: [area] }] }).units[0];
const NOTHING = { added: 0, removed: 0, moved: 0, reshaped: 0, attributes: 0, unchanged: 0 };

test("added, removed, moved, changed and the same are counted each once", () => {
	const before = ["a", "b", "c", "d"].map((id, i) => facility(id, 100 * i));
	const after = [
		facility("a", 0),
		facility("b", 112.5, { capacity: 30 }),
		facility("c", 200, { address: "人民路 1 号" }),
		facility("e", 900),
	];
	const { counts, changes, hasCurrent } = compareRecords("facilities", before, after);
	expect(hasCurrent).toBe(true);
	expect(counts).toEqual({
		...NOTHING,
		added: 1,
		removed: 1,
		moved: 1,
		attributes: 1,
		unchanged: 1,
	});
	expect(changes.find(({ change }) => change === "moved")).toMatchObject({
		id: "EDU-PRI b",
		distanceM: expect.closeTo(12.5, 2),
		fields: [{ field: "capacity", before: null, after: "30" }],
	});
	expect(changes.find(({ change }) => change === "attributes")?.fields).toEqual([
		{ field: "address", before: null, after: "人民路 1 号" },
	]);
});

test("five centimetres are no move, six are", () => {
	const moved = (m: number) =>
		compareRecords("facilities", [facility("a", 0)], [facility("a", m)]).counts.moved;
	expect([moved(0.049), moved(0.06)]).toEqual([0, 1]);
});

describe("a shape", () => {
	const reshaped = (after: UnitRecord) =>
		compareRecords("divisions", [unit("A", [0, 0, 100, 100])], [after]);

	test("that grew by a strip says its areas and what is different", () => {
		const { changes, counts } = reshaped(unit("A", [10, 0, 130, 100]));
		expect(counts).toEqual({ ...NOTHING, reshaped: 1 });
		const { beforeM2, afterM2, differentM2 } = changes[0].area ?? {
			beforeM2: 0,
			afterM2: 0,
			differentM2: 0,
		};
		expect([beforeM2, afterM2, differentM2].map((m2) => Math.round(m2 / 20) * 20)).toEqual([
			10_000, 12_000, 4_000,
		]);
	});

	test("begun at another corner, run the other way, or with a corner more on a side is the same", () => {
		const same = unit("A", [0, 0, 100, 100]);
		const [[[a, b, c, d]]] = same.polygons;
		const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const;
		for (const ring of [
			[b, c, d, a, b],
			[a, d, c, b, a],
			[a, middle, b, c, d, a],
		])
			expect(reshaped({ ...same, polygons: [[ring]] }).counts.unchanged).toBe(1);
	});

	test("within a centimetre is the same, two centimetres beside it is not", () => {
		expect(reshaped(unit("A", [0, 0, 100.008, 100])).counts.unchanged).toBe(1);
		expect(reshaped(unit("A", [0, 0, 100.02, 100])).counts.reshaped).toBe(1);
	});

	test("that lost a hole is reshaped", () => {
		const whole = unit("A", [0, 0, 100, 100]);
		const [[outer]] = whole.polygons;
		const [[hole]] = unit("B", [40, 40, 60, 60]).polygons;
		expect(reshaped({ ...whole, polygons: [[outer, hole]] }).counts.reshaped).toBe(1);
	});
});

test("without a version before, everything is added", () => {
	const { hasCurrent, counts } = compareRecords("facilities", null, [facility("a", 0)]);
	expect([hasCurrent, counts]).toEqual([false, { ...NOTHING, added: 1 }]);
});

test("of more than five thousand changes the counts are exact, the largest listed, and no kind is crowded out", () => {
	const one = facility("x", 0);
	const many = Array.from({ length: 7_000 }, (_, i) => ({ ...one, id: `m${i}` }));
	const [lon, lat] = one.lonLat;
	const moved = many.map((record, i) => ({
		...record,
		lonLat: [lon + (i + 1) * 1e-5, lat] as const,
	}));
	const added = Array.from({ length: 3 }, (_, i) => ({ ...one, id: `n${i}` }));
	const { counts, changes } = compareRecords("facilities", many, [...moved, ...added]);
	expect(counts).toEqual({ ...NOTHING, moved: 7_000, added: 3 });
	expect(changes).toHaveLength(5_000);
	expect(changes.filter(({ change }) => change === "added")).toHaveLength(3);
	expect(changes[0].id).toBe("EDU-PRI m6999");
});
