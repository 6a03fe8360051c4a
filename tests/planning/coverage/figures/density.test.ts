import fc from "fast-check";
import { expect, test } from "vitest";
import { density } from "../../../../planning/coverage/figures/density.ts";
import type { Box } from "../../../../planning/geo/box.ts";
import { at } from "../../../scenes/streetScene.ts";

const SIDE_M = 10_000;
const CELLS = 160;
const CELL_M = SIDE_M / CELLS;
const CELL_KM2 = (CELL_M / 1_000) ** 2;
/** The middle of cell 80 from the west and from the south. */
const MIDDLE_M = 80.5 * CELL_M;
const BOX: Box = [...at(0, 0), ...at(SIDE_M, SIDE_M)];

const surface = (
	homes: readonly (readonly [eastM: number, northM: number, people: number])[],
	part: { readonly box: Box; readonly columns: number } = { box: BOX, columns: CELLS },
) => {
	const places = homes.map(([eastM, northM]) => at(eastM, northM));
	const lonLat = {
		lon: Float64Array.from(places, ([lon]) => lon),
		lat: Float64Array.from(places, ([, lat]) => lat),
	};
	const count = Uint32Array.from(homes, ([, , people]) => people);
	return density(lonLat, { who: "all", count }, { ...part, rows: CELLS });
};
const peopleOf = (perKm2: Float32Array) => perKm2.reduce((sum, one) => sum + one * CELL_KM2, 0);

test("away from the edges people are spread out but none is lost", () => {
	const inside = fc.tuple(
		fc.integer({ min: 1_500, max: 8_500 }),
		fc.integer({ min: 1_500, max: 8_500 }),
		fc.integer({ min: 1, max: 5_000 }),
	);
	fc.assert(
		fc.property(fc.array(inside, { minLength: 1, maxLength: 30 }), (homes) => {
			const { perKm2 } = surface(homes);
			const people = homes.reduce((sum, [, , one]) => sum + one, 0);
			expect(peopleOf(perKm2) / people).toBeCloseTo(1, 2);
			expect(perKm2.every((one) => one >= 0)).toBe(true);
		}),
		{ numRuns: 20 },
	);
});

test("one home makes a bell as wide as a Gaussian of 400 m", () => {
	const { perKm2, max } = surface([[MIDDLE_M, MIDDLE_M, 1_000]]);
	// three boxes of 0.8 km: three quarters of a box's height in each direction
	expect(max / (1_000 * (0.75 / 0.8) ** 2)).toBeCloseTo(1, 1);
	let variance = 0;
	perKm2.forEach((one, cell) => {
		const eastKm = (((cell % CELLS) - 80) * CELL_M) / 1_000;
		variance += (one * CELL_KM2 * eastKm * eastKm) / 1_000;
	});
	expect(Math.sqrt(variance) / 0.4).toBeCloseTo(1, 1);
});

test("the bell is the same to all four sides", () => {
	const { perKm2, max } = surface([[MIDDLE_M, MIDDLE_M, 10]]);
	const atCell = (column: number, row: number) => perKm2[row * CELLS + column];
	expect(atCell(80, 79)).toBe(max);
	for (const by of [1, 5, 9, 20]) {
		expect(atCell(80 + by, 79)).toBe(atCell(80 - by, 79));
		expect(atCell(80, 79 + by)).toBe(atCell(80 + by, 79));
		expect(atCell(80, 79 - by)).toBe(atCell(80 + by, 79));
	}
});

test("rows run from the north: a home in the north-west is highest in the first cell", () => {
	const { perKm2, max } = surface([[25, SIDE_M - 25, 10]]);
	expect(perKm2[0]).toBe(max);
	expect(perKm2[CELLS * CELLS - 1]).toBe(0);
});

test("a home just outside the box is seen in it, one far outside is not; nobody has no height", () => {
	expect(surface([[-100, 5_000, 10]]).max).toBeGreaterThan(0);
	expect(surface([[-2_000, 5_000, 10]]).max).toBe(0);
	expect(surface([]).max).toBe(0);
});

test("a part of the box has the heights of the whole", () => {
	const homes = [
		[4_900, 5_100, 500],
		[5_400, 2_000, 80],
	] as const;
	const west = surface(homes, {
		box: [...at(0, 0), ...at(SIDE_M / 2, SIDE_M)],
		columns: CELLS / 2,
	});
	const whole = surface(homes);
	west.perKm2.forEach((one, cell) => {
		const [row, column] = [Math.floor(cell / west.columns), cell % west.columns];
		expect(one).toBeCloseTo(whole.perKm2[row * CELLS + column], 3);
	});
});

test("two homes are the sum of both", () => {
	const homes = [
		[4_000, 5_000, 7],
		[4_300, 5_200, 90],
	] as const;
	const [one, other] = homes.map((home) => surface([home]).perKm2);
	surface(homes).perKm2.forEach((both, cell) => {
		expect(both).toBeCloseTo(one[cell] + other[cell], 4);
	});
});
