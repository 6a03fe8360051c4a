import { expect, test } from "vitest";
import { bmuFacts, recordOf } from "../../../client/screens/unit/bmuFacts.ts";
import { historyLines } from "../../../client/screens/unit/historyLine.ts";
import { peerScale } from "../../../client/screens/unit/peerScale.ts";
import { pathOn, pictureFrame } from "../../../client/screens/unit/pictureFrame.ts";
import type { BmuRecord, UnitPage } from "../../../planning/wire/unitPage.ts";
import { rectangle } from "../../scenes/gridCity.ts";
import { at } from "../../scenes/streetScene.ts";

const square = [rectangle([0, 0, 1_000, 1_000])];

test("a unit fills its picture: north is up, its middle is in the middle, one scale in both directions", () => {
	const frame = pictureFrame(square);
	const [west, south] = frame.xy(at(0, 0));
	const [east, north] = frame.xy(at(1_000, 1_000));
	expect([west + east, south + north]).toEqual([
		expect.closeTo(frame.width, 3),
		expect.closeTo(frame.height, 3),
	]);
	expect(north).toBeLessThan(south);
	expect((east - west) / (south - north)).toBeCloseTo(1, 3);
	expect((east - west) * frame.metresPerPx).toBeCloseTo(1_000, -1);
	expect([frame.isOn(at(500, 500)), frame.isOn(at(5_000, 500))]).toEqual([true, false]);
});

test("a path closes every ring, holes too", () => {
	const [outer = []] = rectangle([0, 0, 1_000, 1_000]);
	const [hole = []] = rectangle([400, 400, 600, 600]);
	expect(pathOn(pictureFrame(square), [[outer, hole]]).match(/Z/g)).toHaveLength(2);
});

test("a strip of shares always runs from 0 to 100, any other to the greatest peer", () => {
	const spread = [10, 20, 40, 60, 80] as const;
	expect(peerScale({ spread }, true)?.(40)).toBe(40);
	expect(peerScale({ spread }, false)?.(40)).toBe(50);
	expect(peerScale({ spread: null }, true)).toBeNull();
	expect(peerScale({ spread: [0, 0, 0, 0, 0] }, false)?.(0)).toBe(0);
});

test("a version without data breaks the line instead of drawing it at 0", () => {
	const lines = historyLines([50, null, 100, 0], { width: 320, height: 120, margin: 10 });
	expect(lines.map((line) => line.map(({ x, y }) => [x, y]))).toEqual([
		[[10, 60]],
		[
			[210, 10],
			[310, 110],
		],
	]);
});

const service = (category: string, count: number, isLayerMissing = false) =>
	({ category, count, isLayerMissing }) as UnitPage["services"][number];
const record = (has: BmuRecord["has"], recordedAt: string): BmuRecord => ({
	item: "party-committee",
	has,
	note: "",
	recordedBy: "顾规划",
	recordedAt,
});

test("centres are judged by facilities, councils by the newest record; what nobody knows is unknown", () => {
	const records = [record("yes", "2026-02-01T00:00:00Z"), record("no", "2026-01-01T00:00:00Z")];
	const { has, residents } = bmuFacts({
		unit: { areaKm2: 2, residents: 18_000, declaredResidents: 21_000 },
		parts: 1,
		services: [service("ADM-RCP", 2), service("HEA-CHC", 0), service("ADM-POL", 0, true)],
		records,
	});
	expect(has).toMatchObject({
		reception: "yes",
		health: "no",
		culture: "unknown",
		police: "unknown",
		"party-committee": "yes",
		"urban-management": "unknown",
	});
	expect(residents).toBe(21_000);
	expect(recordOf(records, "party-committee")?.recordedAt).toBe("2026-02-01T00:00:00Z");
});
