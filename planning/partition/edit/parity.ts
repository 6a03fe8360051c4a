// Inside or outside of a set of segments that close: how many of them a ray meets, odd or even. Exact on whole
// centimetres: places are middles of segments, counted in half centimetres.
import type { Half } from "./arcOrder.ts";

/**
 * Does what lies on the left of a segment lie inside closed lines, given as x, y of both ends of each segment? The
 * segment may be one of them; none may pass through its middle otherwise. Differences of coordinates under 450 km.
 */
export function isLeftInside(segmentsCm: ArrayLike<number>, [px, py, qx, qy]: Half): boolean {
	const [middleX2, middleY2] = [px + qx, py + qy];
	// the place is the middle, moved to the left by less than anything: at a level segment up or down, else east or west
	const isBelow = py === qy && qx < px;
	const isAbove = isBelow ? (y: number) => 2 * y >= middleY2 : (y: number) => 2 * y > middleY2;
	let isInside = false;
	for (let i = 0; i < segmentsCm.length; i += 4) {
		const [ax, ay, bx, by] = [
			segmentsCm[i],
			segmentsCm[i + 1],
			segmentsCm[i + 2],
			segmentsCm[i + 3],
		];
		const isItself =
			(ax === px && ay === py && bx === qx && by === qy) ||
			(ax === qx && ay === qy && bx === px && by === py);
		if (isItself) {
			if (qy > py) isInside = !isInside; // it runs north: the place is west of it, the ray goes east
			continue;
		}
		if (isAbove(ay) === isAbove(by)) continue;
		const turn = (bx - ax) * (middleY2 - 2 * ay) - (by - ay) * (middleX2 - 2 * ax);
		if (turn > 0 === by > ay) isInside = !isInside;
	}
	return isInside;
}
