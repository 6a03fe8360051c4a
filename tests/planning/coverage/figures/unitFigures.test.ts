import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../../../planning/coverage/analyse.ts";
import type { NearestTimes } from "../../../../planning/coverage/analysis.ts";
import { peopleOf } from "../../../../planning/coverage/figures/people.ts";
import {
	cellSums,
	type LevelCells,
	unitFigures,
	wholeFigure,
} from "../../../../planning/coverage/figures/unitFigures.ts";
import { gridCity } from "../../../scenes/gridCity.ts";
import { anyHomes, type WalkingHome, walks } from "../../../scenes/walks.ts";

/** Cells 0–5: two units of three cells each, and one unit that has no cell. */
const LEVEL: LevelCells = { codes: ["a", "b", "c"], ofCell: Int32Array.of(0, 0, 0, 1, 1, 1) };
const sumsOf = (homes: readonly WalkingHome[], limit = 15) => {
	const { farness, people, places } = walks(homes);
	return cellSums(farness, places, people, { limit, cellCount: LEVEL.ofCell.length });
};

test("people within, all and not attached are added up by unit; the city has also those in no cell", () => {
	const sums = sumsOf([
		{ minutes: 5, people: 1, cell: 0 },
		{ minutes: 20, people: 2, cell: 2 },
		{ minutes: null, people: 4, cell: 3, status: 2 },
		{ minutes: 15, people: 8, cell: 5 },
		{ minutes: 1, people: 16 },
	]);
	const [a, b] = unitFigures(sums, LEVEL);
	expect(a).toEqual({ code: "a", total: 3, covered: 1, pct: 33.33, notAttached: 0 });
	expect(b).toEqual({ code: "b", total: 12, covered: 8, pct: 66.67, notAttached: 4 });
	expect(wholeFigure(sums)).toMatchObject({ code: "", total: 31, covered: 25, notAttached: 4 });
});

test("a unit where nobody lives has no share, not 0 %", () => {
	const [a, , c] = unitFigures(sumsOf([{ minutes: null, people: 3, cell: 1 }]), LEVEL);
	expect([a.pct, c.pct]).toEqual([0, null]);
	expect(wholeFigure(sumsOf([])).pct).toBeNull();
});

test("however homes are split in two, the figures of both add up to those of all", () => {
	fc.assert(
		fc.property(anyHomes, fc.nat(40), fc.integer({ min: 1, max: 30 }), (homes, at, limit) => {
			const [all, one, other] = [homes, homes.slice(0, at), homes.slice(at)].map((part) => {
				const sums = sumsOf(part, limit);
				return [...unitFigures(sums, LEVEL), wholeFigure(sums)];
			});
			all.forEach((figure, i) => {
				expect(one[i].total + other[i].total).toBe(figure.total);
				expect(one[i].covered + other[i].covered).toBe(figure.covered);
				expect(one[i].notAttached + other[i].notAttached).toBe(figure.notAttached);
			});
		}),
	);
});

describe("of a city that was analysed", () => {
	const city = gridCity({
		units: [
			{ kind: "committee", code: "c1", areas: [[-10, -10, 500, 1010]] },
			{ kind: "committee", code: "c2", areas: [[500, -10, 1010, 1010]] },
			{ kind: "committee", code: "c3", areas: [[2000, 0, 2100, 100]] },
		],
		homes: [0, 210, 470, 560, 730, 980].flatMap((eastM, i) =>
			[0, 300, 990].map((northM, j) => ({
				at: [eastM, northM] as const,
				residents: 2 ** (3 * i + j),
			})),
		),
		doors: [
			{ category: "ELD-DAY", at: [0, 0] },
			{ category: "HEA-CHC", at: [1_000, 1_000] },
		],
	});
	const { times, coverage, speeds, residenceSpeed: walker, residenceCell: cell } = analyse(city);
	const level = { codes: ["c1", "c2", "c3"], ofCell: Int32Array.of(0, 1, 2) };

	test.each(["ELD-DAY", "HEA-CHC"])(
		"%s has the figures of coverage.csv, unit by unit",
		(category) => {
			const rows = coverage.filter((row) => row.category === category && row.mode === "any");
			const found = times.find((one) => one.category === category && one.mode === "any");
			const limit = rows[0].limit ?? 0;
			const { costDm: cost } = found as NearestTimes;
			const sums = cellSums(
				{ unit: "minutes", cost, walker, speeds, ownLimit: limit, horizon: 15 },
				{ cell, status: new Uint8Array(cell.length) },
				peopleOf(
					{
						residents: Uint32Array.from(city.residences, ({ residents }) => residents),
						households: new Int32Array(cell.length),
						elders: new Int32Array(cell.length),
						children: new Int32Array(cell.length),
					},
					"all",
				),
				{ limit, cellCount: city.cells.length },
			);
			for (const figure of [wholeFigure(sums), ...unitFigures(sums, level)]) {
				const row = rows.find(({ unitCode }) => unitCode === figure.code);
				const { total, covered, pct, notAttached } = figure;
				expect(row).toMatchObject({ total, covered, pct, notAttached });
			}
			expect(rows.length).toBe(4);
		},
	);
});
