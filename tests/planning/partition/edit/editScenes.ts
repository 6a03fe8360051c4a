// Tilings to draw on, lines to draw, and what every edit must keep.
import fc from "fast-check";
import { expect } from "vitest";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import { buildTiling } from "../../../../planning/partition/buildTiling.ts";
import type { TilingEdit } from "../../../../planning/partition/edit/TilingEdit.ts";
import { lonLatOfCm } from "../../../../planning/partition/lonLatShape.ts";
import { OUTSIDE, type Tiling } from "../../../../planning/partition/Tiling.ts";
import { outlineOf, PLANE } from "../../../scenes/planeOutlines.ts";
import { drawnCells, HEIGHT_CM, randomOutlines, WIDTH_CM } from "../../../scenes/randomOutlines.ts";
import { bentOptions, drawings } from "../../../scenes/randomTilings.ts";
import { gridTiling } from "../../../scenes/tilingScene.ts";
import { cellPartsCm, tilingFaults } from "../soundTiling.ts";

/** A line of places in the plane of a tiling, in degrees. */
export function lineOf(
	{ frame }: Tiling,
	...placesCm: readonly (readonly [number, number])[]
): LonLat[] {
	return placesCm.map(([x, y]) => lonLatOfCm(frame, x, y));
}

/** Tilings of Voronoi cells and rectangles, holes, exclaves and needles; and bent squares, some of them outside. */
export const builtTilings = randomOutlines.map(
	(drawing) => buildTiling(drawnCells(drawing).map(outlineOf), { frame: PLANE }).tiling,
);
export const gridTilings = fc
	.tuple(drawings, bentOptions)
	.map(([grid, options]) => gridTiling(grid, { ...options, stepCm: 10_000 }));
export const anyTilings = fc.oneof(builtTilings, gridTilings);

const spot = fc.tuple(
	fc.integer({ min: -3_000, max: WIDTH_CM + 10_000 }),
	fc.integer({ min: -3_000, max: HEIGHT_CM + 30_000 }),
);
/** Places of two to seven corners, some of them closed lines. */
export const drawnPlaces = fc
	.tuple(fc.array(spot, { minLength: 2, maxLength: 6 }), fc.nat({ max: 5 }))
	.map(([places, closing]) => (closing === 0 ? [...places, places[0]] : places));

/** Twice the area of each cell, whole cm². */
export function twiceAreasCm2(tiling: Tiling): number[] {
	return tiling.cellCode.map((_, cell) =>
		cellPartsCm(tiling, cell)
			.flat()
			.reduce((sum, ring) => sum + twiceRing(ring), 0),
	);
}

function twiceRing(ring: readonly number[]): number {
	let sum = 0;
	for (let i = 0; i < ring.length; i += 2) {
		const j = (i + 2) % ring.length;
		sum += ring[i] * ring[j + 1] - ring[j] * ring[i + 1];
	}
	return sum;
}

/** The length of all borders of each cell. */
export function borderLengthsCm(tiling: Tiling): number[] {
	return tiling.cellCode.map((_, cell) =>
		cellPartsCm(tiling, cell)
			.flat()
			.reduce((sum, ring) => sum + lengthOf(ring), 0),
	);
}

function lengthOf(ring: readonly number[]): number {
	let sum = 0;
	for (let i = 0; i < ring.length; i += 2) {
		const j = (i + 2) % ring.length;
		sum += Math.hypot(ring[j] - ring[i], ring[j + 1] - ring[i + 1]);
	}
	return sum;
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** What every edit keeps: planarity, the city's area to half a cm², and every cell's ground but for rounded vertices. */
export function expectKept(before: Tiling, { tiling, oldCell, joined }: TilingEdit): void {
	expect(tilingFaults(tiling)).toEqual([]);
	expect(tiling.cellCode).toEqual([...new Set(tiling.cellCode)].sort());
	const [areas, now] = [twiceAreasCm2(before), twiceAreasCm2(tiling)];
	expect(total(now)).toBe(total(areas));
	expect(rimTwiceCm2(tiling)).toBe(rimTwiceCm2(before));
	const bounds = borderLengthsCm(before);
	const perOld = areas.map(() => 0);
	now.forEach((area, cell) => {
		perOld[oldCell[cell]] += area;
	});
	const isJoined = new Set([...joined.values()].flat());
	areas.forEach((area, cell) => {
		if (isJoined.has(before.cellCode[cell])) return;
		expect(Math.abs(perOld[cell] - area) / 2).toBeLessThanOrEqual(0.5 * bounds[cell]);
	});
}

/** Twice the area that the outer lines enclose. */
function rimTwiceCm2({ pointCm, arcFirstPoint, arcLeft, arcRight }: Tiling): number {
	let sum = 0;
	for (let arc = 0; arc < arcLeft.length; arc++) {
		if (arcLeft[arc] !== OUTSIDE && arcRight[arc] !== OUTSIDE) continue;
		const sign = arcLeft[arc] === OUTSIDE ? -1 : 1;
		for (let i = 2 * arcFirstPoint[arc]; i + 3 < 2 * arcFirstPoint[arc + 1]; i += 2)
			sum += sign * (pointCm[i] * pointCm[i + 3] - pointCm[i + 2] * pointCm[i + 1]);
	}
	return sum;
}
