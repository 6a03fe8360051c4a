// Which parts of cells share a border, and how much of a part's border faces nobody.
// Borders match on coordinates rounded to 1e-7° (about 1 cm). Where one side has a corner that the other lacks
// (a T-junction) only the segments left alone are cut at the corners that lie on them and matched again.

import { Corners } from "./Corners.ts";
import type { CellPart } from "./cellIndex.ts";

export interface CellAdjacency {
	/** Parts that share some length of border with each part; a shared point does not count. */
	readonly neighbours: readonly ReadonlySet<number>[];
	/** Metres of each part's border, and of what no other part shares. */
	readonly borderM: Float64Array;
	readonly outsideM: Float64Array;
}

interface Segment {
	readonly part: number;
	readonly from: number;
	readonly to: number;
}

/** Adjacency of cell parts; cost grows with the number of corners. */
export function adjacencyOf(parts: readonly CellPart[]): CellAdjacency {
	const corners = new Corners();
	const neighbours = parts.map(() => new Set<number>());
	const borderM = new Float64Array(parts.length);
	const outsideM = new Float64Array(parts.length);

	const segments: Segment[] = [];
	parts.forEach(({ rings }, part) => {
		for (const ring of rings)
			for (let i = 0; i + 1 < ring.length; i++) {
				const [from, to] = [corners.idOf(ring[i]), corners.idOf(ring[i + 1])];
				if (from === to) continue;
				segments.push({ part, from, to });
				borderM[part] += corners.apartM(from, to);
			}
	});
	const alone = match(segments, neighbours);
	for (const { part, from, to } of match(corners.cutAll(alone), neighbours))
		outsideM[part] += corners.apartM(from, to);
	return { neighbours, borderM, outsideM };
}

/** Link the parts on both sides of equal segments; returns the segments that only one part has. */
function match(segments: readonly Segment[], neighbours: readonly Set<number>[]): Segment[] {
	const first = new Map<number, Segment>();
	const matched = new Set<Segment>();
	for (const segment of segments) {
		const key = Math.min(segment.from, segment.to) * 2 ** 26 + Math.max(segment.from, segment.to);
		const other = first.get(key);
		if (other === undefined) first.set(key, segment);
		else if (other.part !== segment.part) {
			neighbours[segment.part].add(other.part);
			neighbours[other.part].add(segment.part);
			matched.add(segment).add(other);
		}
	}
	return segments.filter((segment) => !matched.has(segment));
}
