import { expect, test } from "vitest";
import { densitiesOn, densityOf } from "../../../../client/data/figures/densities.ts";
import type { Figures } from "../../../../client/data/figures/FiguresContext.tsx";
import { metresPerDegree } from "../../../../planning/geo/ellipsoid.ts";

const BOX = [120.5, 30.8, 120.6, 30.9] as const;

test("the people beyond are all on the grid, also those who live at the edge of the city", () => {
	const grid = densitiesOn(BOX);
	const homes = {
		residences: { lon: Float64Array.of(120.5, 120.55), lat: Float64Array.of(30.8, 30.85) },
		people: { who: "all", count: Uint32Array.of(1_000, 500), unknownHomes: 0 },
		farness: {
			unit: "minutes",
			cost: Uint32Array.of(20_000, 5_000),
			walker: new Uint8Array(2),
			speeds: [100],
			ownLimit: 15,
			horizon: 30,
		},
	};
	const density = densityOf({ homes, figure: { limit: 15 } } as unknown as Figures, grid);
	const { lonM, latM } = metresPerDegree((grid.box[1] + grid.box[3]) / 2);
	const cellKm2 =
		(((grid.box[2] - grid.box[0]) / grid.columns) *
			lonM *
			((grid.box[3] - grid.box[1]) / grid.rows) *
			latM) /
		1e6;
	const people = density?.perKm2.reduce((sum, perKm2) => sum + perKm2 * cellKm2, 0) ?? 0;
	expect(people).toBeGreaterThan(990);
	expect(people).toBeLessThan(1_010);
});

test("a large city has no more cells than are seen", () => {
	const { columns, rows } = densitiesOn([120, 30, 122, 32]);
	expect(Math.max(columns, rows)).toBeLessThanOrEqual(512);
});
