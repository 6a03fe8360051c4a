// Tilings and troubles held against GEOS, which knows nothing of arcs.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Trouble } from "../../../planning/partition/build/Outline.ts";
import { SLACK_CM } from "../../../planning/partition/build/Subdivision.ts";
import { buildTiling } from "../../../planning/partition/buildTiling.ts";
import { simplifyTiling } from "../../../planning/partition/simplifyTiling.ts";
import type { Tiling } from "../../../planning/partition/Tiling.ts";
import { misfitCells } from "../../scenes/misfitOutlines.ts";
import { outlineOf, PLANE, type PlaneCell, planeParts } from "../../scenes/planeOutlines.ts";
import { drawnCells, randomOutlines } from "../../scenes/randomOutlines.ts";
import { type Geos, withGeos } from "./geos.ts";
import { cellPartsCm } from "./soundTiling.ts";
import { expectTiling } from "./tilingByGeos.ts";

const built = (cells: readonly PlaneCell[]) => buildTiling(cells.map(outlineOf), { frame: PLANE });

/** A cell as drawn: polygons of one cell may share borders, so they are united. */
function drawnShape(geos: Geos, { polygons }: PlaneCell): number {
	return geos.union(
		polygons.map((rings) => geos.madeValid(geos.territory(planeParts({ polygons: [rings] })))),
	);
}

function sumM2(troubles: readonly Trouble[], isMeant: (trouble: Trouble) => boolean): number {
	return troubles.filter(isMeant).reduce((sum, { areaM2 }) => sum + areaM2, 0);
}

/** What a territory may differ by: its border moved by the slack all along. */
function allowedM2(geos: Geos, geometry: number): number {
	return (SLACK_CM * geos.length(geometry) + 4) / 1e4;
}

describe("by GEOS, a tiling of random cells that fit", () => {
	test("is valid, disjoint, whole, and each cell is the one drawn, within the slack along its border", () => {
		fc.assert(
			fc.property(randomOutlines, (drawing) => {
				const cells = drawnCells(drawing);
				const { tiling } = built(cells);
				expectTiling(tiling);
				withGeos((geos) => {
					cells.forEach((cell, index) => {
						const drawn = drawnShape(geos, cell);
						const made = geos.territory(cellPartsCm(tiling, index));
						const differsM2 = geos.area(geos.symmetricDifference(drawn, made)) / 1e4;
						expect(differsM2).toBeLessThanOrEqual(allowedM2(geos, drawn));
					});
				});
			}),
			{ numRuns: 150 },
		);
	});

	test("stays one when it is thinned for small scales", () => {
		fc.assert(
			fc.property(randomOutlines, fc.constantFrom(50, 1_000, 20_000), (drawing, toleranceCm) => {
				const { tiling } = built(drawnCells(drawing));
				expectTiling(simplifyTiling(tiling, toleranceCm));
			}),
			{ numRuns: 60 },
		);
	});
});

describe("by GEOS, of random cells that do not fit", () => {
	test("every overlap told is the intersection of the two outlines, every gap what they leave free", () => {
		let overlapping = 0;
		let open = 0;
		fc.assert(
			fc.property(misfitCells, (cells) => {
				const { tiling, troubles } = built(cells);
				expectTiling(tiling);
				withGeos((geos) => {
					const shapes = cells.map((cell) => drawnShape(geos, cell));
					for (const [i, one] of cells.entries())
						for (let j = 0; j < i; j++) {
							const shared = geos.intersection(shapes[i], shapes[j]);
							const toldM2 = sumM2(
								troubles,
								({ kind, cells: claimed }) =>
									kind === "overlap" &&
									claimed.includes(one.code) &&
									claimed.includes(cells[j].code),
							);
							const byGeosM2 = geos.area(shared) / 1e4;
							expect(Math.abs(toldM2 - byGeosM2)).toBeLessThanOrEqual(allowedM2(geos, shared));
							if (byGeosM2 > 1) overlapping++;
						}
					const all = geos.union(shapes);
					const freeM2 = (geos.area(geos.filled(all)) - geos.area(all)) / 1e4;
					const toldM2 = sumM2(troubles, ({ kind }) => kind === "gap");
					expect(Math.abs(toldM2 - freeM2)).toBeLessThanOrEqual(allowedM2(geos, all));
					if (freeM2 > 1) open++;
				});
			}),
			{ numRuns: 150 },
		);
		expect(Math.min(overlapping, open)).toBeGreaterThan(100); // the drawings do not fit, indeed
	});
});

test("GEOS itself is asked rightly: a square with a hole, two that overlap, a bow-tie", () => {
	const square = (x: number, y: number, size: number) => [
		x,
		y,
		x + size,
		y,
		x + size,
		y + size,
		x,
		y + size,
	];
	withGeos((geos) => {
		const holed = geos.territory([[square(0, 0, 10), square(4, 4, 2)]]);
		expect([geos.area(holed), geos.length(holed), geos.isValid(holed)]).toEqual([96, 48, true]);
		expect(geos.area(geos.filled(holed))).toBe(100);
		const other = geos.territory([[square(5, 0, 10)]]);
		expect(geos.area(geos.intersection(holed, other))).toBe(48); // half of 100, less half the hole
		expect(geos.area(geos.union([holed, other]))).toBe(148);
		expect(geos.area(geos.symmetricDifference(holed, other))).toBe(100);
		const bowTie = geos.territory([[[0, 0, 10, 10, 10, 0, 0, 10]]]);
		expect(geos.isValid(bowTie)).toBe(false);
		expect(geos.area(geos.madeValid(bowTie))).toBe(50);
	});
});

test("a tiling of nothing is a tiling", () => {
	const empty: Tiling = built([]).tiling;
	expectTiling(empty);
	expect(empty.cellCode).toEqual([]);
});
