// The rings of a tiling whose arcs were renumbered; those of cells around a change are traced anew.
import { pushPointsCm } from "../sides.ts";
import type { Tiling } from "../Tiling.ts";
import { closedWalks } from "../traceRings.ts";
import { compareHalves, type Half } from "./arcOrder.ts";
import type { TilingArcs } from "./splicedArcs.ts";

type TilingRings = Pick<Tiling, "cellFirstRing" | "ringFirstSide" | "ringSide">;

interface Renumbering {
	/** The old cell of each new one, at least for those not touched. */
	readonly order: Int32Array;
	readonly newArc: Int32Array;
	/** 1 for new cells whose rings are to be traced. */
	readonly isTouched: Uint8Array;
}

/** Rings of all cells, in canonical order, each begun with the side that holds its first half. */
export function splicedRings(
	old: TilingRings,
	arcs: TilingArcs,
	{ order, newArc, isTouched }: Renumbering,
): TilingRings {
	const traced = tracedRings(arcs, isTouched);
	const { cellFirstRing: oldFirstRing, ringFirstSide: oldFirstSide, ringSide: oldSide } = old;
	const cellFirstRing = new Uint32Array(order.length + 1);
	let mostRings = oldFirstSide.length;
	for (const rings of traced.values()) mostRings += rings.length;
	const ringFirstSide = new Uint32Array(mostRings);
	const ringSide = new Uint32Array(2 * arcs.arcFrom.length);
	let [at, ringCount] = [0, 0];
	for (let cell = 0; cell < order.length; cell++) {
		if (isTouched[cell] === 1)
			for (const ring of traced.get(cell) ?? []) {
				ringSide.set(ring, at);
				at += ring.length;
				ringFirstSide[++ringCount] = at;
			}
		else {
			const end = oldFirstRing[order[cell] + 1];
			for (let ring = oldFirstRing[order[cell]]; ring < end; ring++) {
				at = copySides(oldSide, oldFirstSide[ring], oldFirstSide[ring + 1], {
					ringSide,
					at,
					newArc,
				});
				ringFirstSide[++ringCount] = at;
			}
		}
		cellFirstRing[cell + 1] = ringCount;
	}
	return {
		cellFirstRing,
		ringFirstSide: ringFirstSide.slice(0, ringCount + 1),
		ringSide: ringSide.slice(0, at),
	};
}

interface SideCopy {
	readonly ringSide: Uint32Array;
	readonly at: number;
	readonly newArc: Int32Array;
}

/** Sides of a ring by the new numbers of their arcs; the place after them. */
function copySides(
	from: Uint32Array,
	first: number,
	end: number,
	{ ringSide, at, newArc }: SideCopy,
): number {
	for (let i = first; i < end; i++)
		ringSide[at + i - first] = 2 * newArc[from[i] >> 1] + (from[i] & 1);
	return at + end - first;
}

function tracedRings(arcs: TilingArcs, isTouched: Uint8Array): Map<number, readonly number[][]> {
	const { arcLeft, arcRight } = arcs;
	const sides = new Map<number, number[]>();
	const add = (cell: number, side: number) => {
		const known = sides.get(cell);
		if (known === undefined) sides.set(cell, [side]);
		else known.push(side);
	};
	for (let arc = 0; arc < arcLeft.length; arc++) {
		const [left, right] = [arcLeft[arc], arcRight[arc]];
		if (left >= 0 && isTouched[left] === 1) add(left, 2 * arc);
		if (right >= 0 && isTouched[right] === 1) add(right, 2 * arc + 1);
	}
	const traced = new Map<number, readonly number[][]>();
	for (const [cell, ofCell] of sides) {
		const rings = closedWalks(arcs, ofCell).map((walk) => fromFirstHalf(arcs, walk));
		rings.sort((a, b) => compareHalves(a.first, b.first));
		traced.set(
			cell,
			rings.map(({ ring }) => ring),
		);
	}
	return traced;
}

function fromFirstHalf(arcs: TilingArcs, walk: readonly number[]): { ring: number[]; first: Half } {
	let start = 0;
	let first: Half | undefined;
	walk.forEach((side, i) => {
		const points: number[] = [];
		pushPointsCm(arcs, side, points);
		pushPointsCm(arcs, walk[(i + 1) % walk.length], points);
		const count = arcs.arcFirstPoint[(side >> 1) + 1] - arcs.arcFirstPoint[side >> 1] - 1;
		for (let k = 0; k < count; k++) {
			const half: Half = [points[2 * k], points[2 * k + 1], points[2 * k + 2], points[2 * k + 3]];
			if (first !== undefined && compareHalves(half, first) >= 0) continue;
			first = half;
			start = i;
		}
	});
	return { ring: [...walk.slice(start), ...walk.slice(0, start)], first: first ?? [0, 0, 0, 0] };
}
