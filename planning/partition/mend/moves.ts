// How far a boundary moved: of corners that are gone to the new line, and of new corners to the old one.
import Flatbush from "flatbush";
import type { ShapeCm } from "./claimedShapes.ts";

export interface Moves {
	/** Corners that moved, or that a line was led through. */
	readonly count: number;
	readonly largestCm: number;
}

const NONE: Moves = { count: 0, largestCm: 0 };
const SPAN = 2 ** 26;

/** Compare two shapes in the same plane. Cheap where they have the same corners. */
export function movesBetween(before: ShapeCm, after: ShapeCm): Moves {
	const [old, now] = [cornersOf(before), cornersOf(after)];
	const gone = [...old].filter((corner) => !now.has(corner));
	const fresh = [...now].filter((corner) => !old.has(corner));
	if (gone.length === 0 && fresh.length === 0) return NONE;
	const distances = [...distancesTo(after, gone), ...distancesTo(before, fresh)];
	return {
		count: distances.filter((cm) => cm > 0).length,
		largestCm: distances.reduce((most, cm) => Math.max(most, cm), 0),
	};
}

function cornersOf(shape: ShapeCm): Set<number> {
	const corners = new Set<number>();
	for (const part of shape)
		for (const ring of part)
			for (let i = 0; i < ring.length; i += 2)
				corners.add((ring[i] + SPAN / 2) * SPAN + ring[i + 1] + SPAN / 2);
	return corners;
}

/** Distance of each corner to the nearest line of a shape, centimetres. */
function distancesTo(shape: ShapeCm, corners: readonly number[]): number[] {
	if (corners.length === 0) return [];
	const ends: number[] = [];
	for (const ring of shape.flat())
		for (let i = 0; i < ring.length; i += 2) {
			const next = (i + 2) % ring.length;
			ends.push(ring[i], ring[i + 1], ring[next], ring[next + 1]);
		}
	if (ends.length === 0) return corners.map(() => Number.POSITIVE_INFINITY);
	const tree = new Flatbush(ends.length / 4, 16, Float64Array);
	for (let i = 0; i < ends.length; i += 4)
		tree.add(
			Math.min(ends[i], ends[i + 2]),
			Math.min(ends[i + 1], ends[i + 3]),
			Math.max(ends[i], ends[i + 2]),
			Math.max(ends[i + 1], ends[i + 3]),
		);
	tree.finish();
	return corners.map((corner) => {
		const x = Math.floor(corner / SPAN) - SPAN / 2;
		const y = (corner % SPAN) - SPAN / 2;
		return nearestCm(tree, ends, x, y);
	});
}

/** Distance to the nearest segment; the box of search doubles until the segment found lies within it. */
function nearestCm(tree: Flatbush, ends: readonly number[], x: number, y: number): number {
	for (let reach = 4; ; reach *= 4) {
		let nearest = Number.POSITIVE_INFINITY;
		tree.search(x - reach, y - reach, x + reach, y + reach, (i) => {
			nearest = Math.min(nearest, toSegment(ends, 4 * i, x, y));
			return false;
		});
		if (nearest <= reach || reach > SPAN) return nearest;
	}
}

function toSegment(ends: readonly number[], at: number, x: number, y: number): number {
	const [ax, ay] = [ends[at], ends[at + 1]];
	const [dx, dy] = [ends[at + 2] - ax, ends[at + 3] - ay];
	const squared = dx * dx + dy * dy;
	const share = squared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
	const t = Math.min(1, Math.max(0, share));
	return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
