// Rings from the sides that bound a territory. At a junction the walk keeps to its own piece of the interior, so that
// pieces which only touch stay apart; then each walk is cut where it meets a node again, so that every ring is simple.
import { endOfSide, headingOfSide, startOfSide } from "./sides.ts";
import type { Tiling } from "./Tiling.ts";

/** A closed simple line as sides, the territory on the left. */
export type Ring = readonly number[];

type TracedArcs = Pick<Tiling, "pointCm" | "arcFirstPoint" | "arcFrom" | "arcTo">;

/**
 * The closed walks around a territory given by all its sides (the territory on the left of each), each as simple
 * rings: one walk per connected piece of interior and piece of its surroundings. A walk holds at most one
 * counterclockwise ring. Throws where the sides do not close.
 */
export function traceWalks(tiling: TracedArcs, sides: ArrayLike<number>): Ring[][] {
	return closedWalks(tiling, sides).map((walk) => simpleRings(tiling, walk));
}

/** The same walks, not cut where they meet a node again. */
export function closedWalks(tiling: TracedArcs, sides: ArrayLike<number>): number[][] {
	const leaving = new Map<number, number[]>();
	for (let i = 0; i < sides.length; i++) {
		const node = startOfSide(tiling, sides[i]);
		const list = leaving.get(node);
		if (list === undefined) leaving.set(node, [sides[i]]);
		else list.push(sides[i]);
	}
	const used = new Set<number>();
	const walks: number[][] = [];
	for (let i = 0; i < sides.length; i++) {
		if (used.has(sides[i])) continue;
		const walk: number[] = [];
		let side = sides[i];
		do {
			used.add(side);
			walk.push(side);
			side = nextSide(tiling, side, leaving.get(endOfSide(tiling, side)));
		} while (side !== sides[i] && !used.has(side));
		if (side !== sides[i]) throw new Error(`Sides do not close at side ${side}.`);
		walks.push(walk);
	}
	return walks;
}

/** The side that goes on from another: the first one clockwise from where we came, which bounds the same interior. */
function nextSide(
	tiling: TracedArcs,
	side: number,
	leaving: readonly number[] | undefined,
): number {
	if (leaving === undefined) throw new Error(`Sides do not close after side ${side}.`);
	if (leaving.length === 1) return leaving[0];
	const back = headingOfSide(tiling, side ^ 1);
	let best = leaving[0];
	let bestHeading = headingOfSide(tiling, best);
	for (let i = 1; i < leaving.length; i++) {
		const heading = headingOfSide(tiling, leaving[i]);
		if (isClockwiseBefore(back, heading, bestHeading)) [best, bestHeading] = [leaving[i], heading];
	}
	return best;
}

type Heading = readonly [number, number];

/** Turning clockwise from `back`, is `a` met before `b`? Exact: products of centimetres stay under 2⁵³. */
function isClockwiseBefore(back: Heading, a: Heading, b: Heading): boolean {
	const [halfA, halfB] = [halfTurn(back, a), halfTurn(back, b)];
	return halfA === halfB ? cross(a, b) < 0 : halfA < halfB;
}

/** 0 clockwise of `back` by less than half a turn, 1 straight across, 2 by more. */
function halfTurn(back: Heading, heading: Heading): number {
	const turn = cross(back, heading);
	return turn < 0 ? 0 : turn === 0 ? 1 : 2;
}

function cross(a: Heading, b: Heading): number {
	return a[0] * b[1] - a[1] * b[0];
}

/** Cut a closed walk at the nodes that it meets again. */
function simpleRings(tiling: TracedArcs, walk: readonly number[]): Ring[] {
	const rings: Ring[] = [];
	const path: number[] = [];
	const at = new Map<number, number>();
	for (const side of walk) {
		const node = startOfSide(tiling, side);
		const met = at.get(node);
		if (met !== undefined) {
			const loop = path.splice(met);
			for (const inside of loop) at.delete(startOfSide(tiling, inside));
			rings.push(loop);
		}
		at.set(node, path.length);
		path.push(side);
	}
	rings.push(path);
	return rings;
}
