// The reached streets themselves, in bands of cost: what a polygon only paints around.
import type { LonLat } from "../../geo/LonLat.ts";
import { cutLine } from "./cutLine.ts";
import { groundLine, groundParts, isGroundEdge } from "./groundParts.ts";
import type { Labels, Walker } from "./labels.ts";
import { type Part, partsBeyond } from "./reachedParts.ts";

/** Lines of the streets whose cost is above the band before and at most `limitDm`, cut exactly where the limit is. */
export interface BandLines {
	readonly limitDm: number;
	readonly lines: LonLat[][];
}

/** Lines per band; `bandsDm` rise and end at most at the labels' limit. One pass over the edges. */
export function bandLines(walker: Walker, labels: Labels, bandsDm: readonly number[]): BandLines[] {
	const bands = bandsDm.map((limitDm): BandLines => ({ limitDm, lines: [] }));
	for (let edge = 0; edge < walker.graph.edgeHead.length; edge++) {
		if (!isGroundEdge(walker, edge)) continue;
		let earlier: Part[] = [];
		for (const { limitDm, lines } of bands) {
			const parts = groundParts(walker, labels, edge, limitDm);
			for (const part of partsBeyond(parts, earlier)) lines.push(lineOf(walker, edge, part));
			earlier = parts;
		}
	}
	return bands;
}

function lineOf(walker: Walker, edge: number, part: Part): LonLat[] {
	const cut = cutLine(groundLine(walker, edge), walker.graph.edgeLengthDm[edge], part);
	const line: LonLat[] = [];
	for (let i = 0; i < cut.length; i += 2)
		line.push([Math.round(cut[i] * 1e7) / 1e7, Math.round(cut[i + 1] * 1e7) / 1e7]);
	return line;
}
