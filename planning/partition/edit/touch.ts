// Where segments touch one another, found by a tree.
import Flatbush from "flatbush";
import { type Segment, segmentsTouch } from "../segmentsTouch.ts";
import type { BoxCm } from "./place.ts";

/** A place where one of some segments touches another of them, or one of those around; null where none does. */
export function firstTouch(
	segments: readonly Segment[],
	around: readonly Segment[] = [],
): readonly [x: number, y: number] | null {
	const all = [...segments, ...around];
	if (segments.length === 0) return null;
	const tree = new Flatbush(all.length, 16, Float64Array);
	for (const segment of all) tree.add(...boxOf(segment));
	tree.finish();
	for (let i = 0; i < segments.length; i++) {
		let met = -1;
		tree.search(...boxOf(segments[i]), (j) => {
			if (j > i && met < 0 && segmentsTouch(segments[i], all[j])) met = j;
			return false;
		});
		if (met >= 0) return meetingOf(segments[i], all[met]);
	}
	return null;
}

/** The segments of a line x, y …. */
export function segmentsOf(points: ArrayLike<number>): Segment[] {
	const segments: Segment[] = [];
	for (let i = 0; i + 3 < points.length; i += 2)
		segments.push([points[i], points[i + 1], points[i + 2], points[i + 3]]);
	return segments;
}

/** The box of a segment. */
export function boxOf([ax, ay, bx, by]: Segment): BoxCm {
	return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

/** About where two segments meet. */
function meetingOf([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): [number, number] {
	const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
	if (turn === 0) return [cx, cy];
	const share = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn;
	return [Math.round(ax + share * (bx - ax)), Math.round(ay + share * (by - ay))];
}
