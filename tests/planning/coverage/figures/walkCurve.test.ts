import fc from "fast-check";
import { expect, test } from "vitest";
import { homeUnits } from "../../../../planning/coverage/figures/homeUnits.ts";
import { cellSums } from "../../../../planning/coverage/figures/unitFigures.ts";
import { walkCurve } from "../../../../planning/coverage/figures/walkCurve.ts";
import { anyHomes, walks } from "../../../scenes/walks.ts";

const LEVEL = { ofCell: Int32Array.of(0, 0, 1, 1, 2, 2) };

test("each step has all who walk at most that far; whom nothing reaches stays in the denominator", () => {
	const { farness, people } = walks([
		{ minutes: 0, people: 10 },
		{ minutes: 10, people: 40 },
		{ minutes: 10.1, people: 30 },
		{ minutes: null, people: 20 },
	]);
	const { at, whole } = walkCurve(farness, people, { steps: 3 });
	expect(at).toEqual([0, 10, 20, 30]);
	expect([...(whole ?? [])]).toEqual([10, 50, 80, 80]);
});

test("a unit has the curve of its own people; a unit without people has none", () => {
	const { farness, people, places } = walks([
		{ minutes: 5, people: 3, cell: 0 },
		{ minutes: 25, people: 1, cell: 1 },
		{ minutes: 25, people: 9, cell: 2 },
		{ minutes: 1, people: 7 },
	]);
	const unitOf = homeUnits(places, LEVEL);
	const { whole, units } = walkCurve(farness, people, { unitOf, unitCount: 3, steps: 2 });
	expect(units.map((unit) => unit && [...unit])).toEqual([[0, 75, 100], [0, 0, 100], null]);
	expect([...(whole ?? [])]).toEqual([0, 50, 100]);
});

test("where nobody lives there is no curve", () => {
	const { farness, people } = walks([{ minutes: 3, people: 0 }]);
	expect(walkCurve(farness, people).whole).toBeNull();
});

test("at every step a curve is the share within that limit, of the city and of each unit, however fast who walks", () => {
	fc.assert(
		fc.property(anyHomes, fc.integer({ min: 1, max: 70 }), (homes, steps) => {
			const { farness, people, places } = walks(homes);
			const unitOf = homeUnits(places, LEVEL);
			const curve = walkCurve(farness, people, { unitOf, unitCount: 3, steps });
			curve.at.forEach((limit, step) => {
				const { total, covered } = cellSums(farness, places, people, { limit, cellCount: 6 });
				const share = (cells: number[]) => {
					const [all, within] = [total, covered].map((sums) =>
						cells.reduce((sum, cell) => sum + sums[cell], 0),
					);
					return all === 0 ? null : (within / all) * 100;
				};
				expect(curve.whole?.[step] ?? null).toBe(share([0, 1, 2, 3, 4, 5, 6]));
				for (const unit of [0, 1, 2])
					expect(curve.units[unit]?.[step] ?? null).toBe(share([2 * unit, 2 * unit + 1]));
			});
		}),
	);
});
