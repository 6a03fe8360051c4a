// Arcs that go on as one where the others that met them are gone.
import { endOfSide, pushPointsCm, startOfSide } from "../sides.ts";
import type { Tiling } from "../Tiling.ts";
import type { LooseArc } from "./splicedArcs.ts";

/** What goes with some arcs, and the arcs that take its place; `newCell` is what lies where a cell lay. */
export function joinedArcs(
	tiling: Tiling,
	inner: readonly number[],
	newCell: (cell: number) => number,
): { readonly goneArcs: ReadonlySet<number>; readonly arcs: readonly LooseArc[] } {
	const { arcLeft, arcRight, arcFlags } = tiling;
	const goneArcs = new Set(inner);
	const leaving = sidesLeft(tiling, goneArcs);
	/** The side that goes on at the end of another, where exactly these two arcs are left and are alike. */
	const onwards = (side: number): number | undefined => {
		const sides = leaving.get(endOfSide(tiling, side));
		if (sides?.length !== 2) return undefined;
		const next = sides[0] === (side ^ 1) ? sides[1] : sides[0];
		return arcFlags[next >> 1] === arcFlags[side >> 1] ? next : undefined;
	};
	const arcs: LooseArc[] = [];
	for (const sides of leaving.values())
		for (const start of sides) {
			if (goneArcs.has(start >> 1) || onwards(start ^ 1) === undefined) continue;
			const chain = chainThrough(start, onwards);
			for (const side of chain) goneArcs.add(side >> 1);
			const points: number[] = [];
			for (const side of chain) pushPointsCm(tiling, side, points);
			points.push(...lastPoint(tiling, chain[chain.length - 1]));
			const [arc, isBack] = [start >> 1, (start & 1) === 1];
			arcs.push({
				points,
				left: newCell(isBack ? arcRight[arc] : arcLeft[arc]),
				right: newCell(isBack ? arcLeft[arc] : arcRight[arc]),
				flags: arcFlags[arc],
			});
		}
	return { goneArcs, arcs };
}

/** Sides that leave the nodes where gone arcs ended, without theirs. */
function sidesLeft(tiling: Tiling, gone: ReadonlySet<number>): Map<number, number[]> {
	const leaving = new Map<number, number[]>();
	for (const arc of gone)
		for (const side of [2 * arc, 2 * arc + 1]) leaving.set(startOfSide(tiling, side), []);
	for (let arc = 0; arc < tiling.arcFrom.length; arc++) {
		if (gone.has(arc)) continue;
		leaving.get(tiling.arcFrom[arc])?.push(2 * arc);
		leaving.get(tiling.arcTo[arc])?.push(2 * arc + 1);
	}
	return leaving;
}

/** All sides of the chain that a side is in, from its beginning; of a closed one from that side. */
function chainThrough(start: number, onwards: (side: number) => number | undefined): number[] {
	let first = start;
	for (;;) {
		const before = onwards(first ^ 1);
		if (before === undefined || (before ^ 1) === start) break;
		first = before ^ 1;
	}
	const chain = [first];
	for (let side = onwards(first); side !== undefined && side !== first; side = onwards(side))
		chain.push(side);
	return chain;
}

function lastPoint({ pointCm, arcFirstPoint }: Tiling, side: number): [number, number] {
	const arc = side >> 1;
	const point = 2 * ((side & 1) === 0 ? arcFirstPoint[arc + 1] - 1 : arcFirstPoint[arc]);
	return [pointCm[point], pointCm[point + 1]];
}
