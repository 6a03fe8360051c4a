// The shape of a cell in one way of writing: equal ground gives equal numbers, whatever the arcs are called.
import { cellShape, ringPointsCm } from "../partition/shape.ts";
import { pushPointsCm } from "../partition/sides.ts";
import type { Tiling } from "../partition/Tiling.ts";

/** Parts of a cell, each its rings as x, y, x, y … in centimetres, the outer ring first. */
export type CellRings = readonly (readonly (readonly number[])[])[];

/** Rings begin at their least corner; holes and parts are in the order of their numbers. */
export function cellRings(tiling: Tiling, cell: number): CellRings {
	return cellShape(tiling, cell)
		.map((part) => {
			const [outer, ...holes] = part.map((ring) => fromLeastCorner(ringPointsCm(tiling, ring)));
			return [outer, ...holes.sort(byNumbers)];
		})
		.sort(([a], [b]) => byNumbers(a, b));
}

/** Is the ground of two cells the same, corner by corner? */
export function isSameGround(a: CellRings, b: CellRings): boolean {
	return (
		a.length === b.length &&
		a.every(
			(part, i) =>
				part.length === b[i].length && part.every((ring, j) => byNumbers(ring, b[i][j]) === 0),
		)
	);
}

/** Are the rings of two cells written alike, corner by corner? A quick look: if not, their ground may still be the same. */
export function isWrittenAlike(
	[one, a]: readonly [Tiling, number],
	[other, b]: readonly [Tiling, number],
): boolean {
	const [mine, theirs] = [writtenRings(one, a), writtenRings(other, b)];
	return byNumbers(mine, theirs) === 0;
}

function writtenRings(tiling: Tiling, cell: number): number[] {
	const { cellFirstRing, ringFirstSide, ringSide } = tiling;
	const points: number[] = [];
	for (let ring = cellFirstRing[cell]; ring < cellFirstRing[cell + 1]; ring++) {
		for (let i = ringFirstSide[ring]; i < ringFirstSide[ring + 1]; i++)
			pushPointsCm(tiling, ringSide[i], points);
		points.push(Number.POSITIVE_INFINITY); // the ring ends
	}
	return points;
}

/** The rotation of a ring that comes first by its numbers. */
function fromLeastCorner(ring: readonly number[]): readonly number[] {
	let best = 0;
	for (let i = 2; i < ring.length; i += 2)
		if (ring[i] < ring[best] || (ring[i] === ring[best] && ring[i + 1] < ring[best + 1])) best = i;
	const from = (i: number) => [...ring.slice(i), ...ring.slice(0, i)];
	let least = from(best);
	for (let i = best + 2; i < ring.length; i += 2)
		if (ring[i] === ring[best] && ring[i + 1] === ring[best + 1] && byNumbers(from(i), least) < 0)
			least = from(i);
	return least;
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
	for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
	return a.length - b.length;
}
