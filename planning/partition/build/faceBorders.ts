// The border of each face: its half-edges, its length, what lies beyond.
import type { Subdivision } from "./Subdivision.ts";

export interface FaceBorder {
	readonly lengthCm: number;
	/** Centimetres of border with each claiming cell beyond; a face beyond with several claims counts for each. */
	readonly withCell: ReadonlyMap<number, number>;
	/** Middle of the longest segment, of equal ones the westernmost, in centimetres. */
	readonly at: readonly [xCm: number, yCm: number];
}

/** Borders of some faces, one pass over the segments. */
export function faceBorders(
	{ graph, segments, claims, vertices }: Subdivision,
	wanted: ReadonlySet<number>,
): ReadonlyMap<number, FaceBorder> {
	const { x, y } = vertices;
	const borders = new Map<
		number,
		{ lengthCm: number; longestCm: number; withCell: Map<number, number>; at: [number, number] }
	>();
	for (let half = 0; half < 2 * segments.count; half++) {
		const face = graph.face[half];
		if (!wanted.has(face)) continue;
		const [a, b] = [segments.a[half >> 1], segments.b[half >> 1]];
		const lengthCm = Math.hypot(x[b] - x[a], y[b] - y[a]);
		let border = borders.get(face);
		if (border === undefined) {
			border = { lengthCm: 0, longestCm: -1, withCell: new Map(), at: [0, 0] };
			borders.set(face, border);
		}
		border.lengthCm += lengthCm;
		const at: [number, number] = [(x[a] + x[b]) / 2, (y[a] + y[b]) / 2];
		if (
			lengthCm > border.longestCm ||
			(lengthCm === border.longestCm && byPlace(at, border.at) < 0)
		) {
			border.longestCm = lengthCm;
			border.at = at;
		}
		for (const cell of claims[graph.face[half ^ 1]])
			border.withCell.set(cell, (border.withCell.get(cell) ?? 0) + lengthCm);
	}
	return borders;
}

/** From west to east, from south to north on one meridian. */
export function byPlace(one: readonly [number, number], other: readonly [number, number]): number {
	return one[0] - other[0] || one[1] - other[1];
}
