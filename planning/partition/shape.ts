// The shape of a unit or a cell: the arcs whose two sides differ, traced into parts with holes.
import { arcMeasures, twiceAreaUnderArc } from "./arcMeasures.ts";
import { isInsideRing } from "./isInsideRing.ts";
import { cellOfSide, pushPointsCm } from "./sides.ts";
import type { Assignment, Tiling } from "./Tiling.ts";
import { type Ring, traceWalks } from "./traceRings.ts";

/** One connected part: its outer ring, counterclockwise, then its holes, clockwise. */
export type ShapePart = readonly [outer: Ring, ...holes: Ring[]];

/** The parts of a territory, the largest first. Parts may touch in points, never along a line. */
export type Shape = readonly ShapePart[];

/** Shape of one cell. */
export function cellShape(tiling: Tiling, cell: number): Shape {
	return shapeOfSides(tiling, sidesOfCell(tiling, cell));
}

/** Shape of one unit; no parts when it has no cells. */
export function unitShape(tiling: Tiling, { unitOfCell }: Assignment, unit: number): Shape {
	const sides: number[] = [];
	unitOfCell.forEach((other, cell) => {
		if (other !== unit) return;
		for (const side of sidesOfCell(tiling, cell)) {
			const beyond = cellOfSide(tiling, side ^ 1);
			if (beyond < 0 || unitOfCell[beyond] !== unit) sides.push(side);
		}
	});
	return shapeOfSides(tiling, sides);
}

/** Parts and holes of the territory on the left of a closed set of sides. */
export function shapeOfSides(tiling: Tiling, sides: ArrayLike<number>): Shape {
	const parts: [Ring, ...Ring[]][] = [];
	const loose: Ring[] = [];
	for (const walk of traceWalks(tiling, sides)) {
		const outer = walk.find((ring) => twiceRingAreaCm2(tiling, ring) > 0);
		const holes = walk.filter((ring) => ring !== outer).map(fromLeastSide);
		if (outer === undefined) loose.push(...holes);
		else parts.push([fromLeastSide(outer), ...holes]);
	}
	const sized = parts
		.map((part) => ({ part, size: twiceRingAreaCm2(tiling, part[0]) }))
		.sort((a, b) => b.size - a.size || a.part[0][0] - b.part[0][0]);
	for (const hole of loose) {
		const around = sized.findLast(
			({ part }) => sized.length === 1 || isAround(tiling, part[0], hole),
		);
		if (around === undefined) throw new Error(`No part around the hole at side ${hole[0]}.`);
		around.part.push(hole);
	}
	for (const { part } of sized) {
		const [outer, ...holes] = part;
		part.splice(0, part.length, outer, ...holes.sort((a, b) => a[0] - b[0]));
	}
	return sized.map(({ part }) => part);
}

/** Twice the area inside a ring, whole cm²; negative for a hole. */
export function twiceRingAreaCm2(tiling: Tiling, ring: ArrayLike<number>): number {
	const measures = arcMeasures(tiling);
	const { pointCm, arcFirstPoint } = tiling;
	const first = 2 * arcFirstPoint[ring[0] >> 1];
	let sum = 0;
	for (let i = 0; i < ring.length; i++) {
		const side = ring[i];
		const under = twiceAreaUnderArc(
			tiling,
			measures,
			side >> 1,
			pointCm[first],
			pointCm[first + 1],
		);
		sum += (side & 1) === 0 ? under : -under;
	}
	return sum;
}

/** Points of a ring as x, y in centimetres; the first is not repeated. */
export function ringPointsCm(tiling: Tiling, ring: Iterable<number>): number[] {
	const points: number[] = [];
	for (const side of ring) pushPointsCm(tiling, side, points);
	return points;
}

/** All sides of a cell, ring after ring. */
export function sidesOfCell({ cellFirstRing, ringFirstSide, ringSide }: Tiling, cell: number) {
	return ringSide.subarray(
		ringFirstSide[cellFirstRing[cell]],
		ringFirstSide[cellFirstRing[cell + 1]],
	);
}

/** Is a hole inside an outer ring of its own territory? A hole may touch the outline of another part, not of its own. */
function isAround(tiling: Tiling, outer: Ring, hole: Ring): boolean {
	const [xCm, yCm] = ringPointsCm(tiling, hole);
	return isInsideRing(ringPointsCm(tiling, outer), xCm, yCm);
}

/** The same ring, begun at its least side, so that equal shapes are written alike. */
function fromLeastSide(ring: Ring): Ring {
	const least = ring.indexOf(Math.min(...ring));
	return [...ring.slice(least), ...ring.slice(0, least)];
}
