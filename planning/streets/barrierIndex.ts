// Which barrier line does a straight segment cross? A packed tree over all barrier segments.
import Flatbush from "flatbush";
import { segmentsCross } from "../geo/crossing.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { BarrierLines } from "./StreetGraph.ts";

export interface BarrierIndex {
	readonly lines: BarrierLines;
	readonly tree: Flatbush | null;
	/** First point of each indexed segment, and the line it belongs to. */
	readonly segmentPoint: Uint32Array;
	readonly segmentLine: Uint32Array;
}

export function indexBarriers(lines: BarrierLines): BarrierIndex {
	const segmentPoint: number[] = [];
	const segmentLine: number[] = [];
	for (let line = 0; line < lines.lineKind.length; line++)
		for (let point = lines.firstPoint[line]; point + 1 < lines.firstPoint[line + 1]; point++) {
			segmentPoint.push(point);
			segmentLine.push(line);
		}
	const tree = segmentPoint.length > 0 ? new Flatbush(segmentPoint.length) : null;
	const xy = lines.pointLonLat;
	for (const point of segmentPoint) {
		const [ax, ay, bx, by] = [
			xy[2 * point],
			xy[2 * point + 1],
			xy[2 * point + 2],
			xy[2 * point + 3],
		];
		tree?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
	}
	tree?.finish();
	return {
		lines,
		tree,
		segmentPoint: Uint32Array.from(segmentPoint),
		segmentLine: Uint32Array.from(segmentLine),
	};
}

/** The smallest index of a barrier line that the straight segment crosses; -1 when it crosses none. */
export function barrierBetween(index: BarrierIndex, from: LonLat, to: LonLat): number {
	if (index.tree === null) return -1;
	const [ax, ay] = from;
	const [bx, by] = to;
	const xy = index.lines.pointLonLat;
	let crossed = -1;
	index.tree.search(
		Math.min(ax, bx),
		Math.min(ay, by),
		Math.max(ax, bx),
		Math.max(ay, by),
		(segment) => {
			const line = index.segmentLine[segment];
			if (crossed >= 0 && line >= crossed) return false;
			const p = 2 * index.segmentPoint[segment];
			if (segmentsCross(ax, ay, bx, by, xy[p], xy[p + 1], xy[p + 2], xy[p + 3])) crossed = line;
			return false;
		},
	);
	return crossed;
}
