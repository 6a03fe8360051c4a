// Convex hulls on whole centimetres, exact. Points well inside are thrown away first (Akl & Toussaint, 1978), what is
// left goes through a monotone chain (Andrew, 1979).

/** One number per point, in the order of x, then y: |coordinate| < 2²⁵. */
const HALF = 2 ** 25;
const SPAN = 2 ** 26;

/** Corners of the hull of points x, y, x, y …, counterclockwise from the westernmost, not closed, none on a line. */
export function convexHull(pointsCm: ArrayLike<number>): number[] {
	const keys = outermost(pointsCm).sort();
	if (keys.length === 0) return [];
	const hull: number[] = [];
	for (const key of keys) pushCorner(hull, key, 0);
	const lower = hull.length - 2;
	for (let i = keys.length - 2; i >= 0; i--) pushCorner(hull, keys[i], lower);
	if (hull.length > 2) hull.length -= 2; // the last corner is the first
	return hull;
}

/** Twice the area of a ring x, y, x, y …, not closed; counterclockwise positive. */
export function twiceAreaOfPointsCm2(ringCm: ArrayLike<number>): number {
	const [x0, y0] = [ringCm[0], ringCm[1]];
	let sum = 0;
	for (let i = 2; i + 3 < ringCm.length; i += 2)
		sum += (ringCm[i] - x0) * (ringCm[i + 3] - y0) - (ringCm[i + 1] - y0) * (ringCm[i + 2] - x0);
	return sum;
}

/** Keys of the points that may be corners: not strictly inside the octagon of the extremes in eight directions. */
function outermost(pointsCm: ArrayLike<number>): Float64Array {
	const octagon = octagonOf(pointsCm);
	const keys = new Float64Array(pointsCm.length >> 1);
	let count = 0;
	for (let i = 0; i < pointsCm.length; i += 2) {
		const x = pointsCm[i];
		const y = pointsCm[i + 1];
		if (!isStrictlyInside(octagon, x, y)) keys[count++] = (x + HALF) * SPAN + (y + HALF);
	}
	return keys.subarray(0, count);
}

/** Points farthest south, south-east, east … counterclockwise, repeated ones left out. */
function octagonOf(pointsCm: ArrayLike<number>): number[] {
	const far = new Float64Array(8).fill(-Infinity);
	const at = new Int32Array(8);
	const reach = (direction: number, distance: number, i: number) => {
		if (distance <= far[direction]) return;
		far[direction] = distance;
		at[direction] = i;
	};
	for (let i = 0; i < pointsCm.length; i += 2) {
		const x = pointsCm[i];
		const y = pointsCm[i + 1];
		reach(0, -y, i);
		reach(1, x - y, i);
		reach(2, x, i);
		reach(3, x + y, i);
		reach(4, y, i);
		reach(5, y - x, i);
		reach(6, -x, i);
		reach(7, -x - y, i);
	}
	const corners: number[] = [];
	for (const i of at) {
		const [x, y] = [pointsCm[i], pointsCm[i + 1]];
		if (corners.at(-2) !== x || corners.at(-1) !== y) corners.push(x, y);
	}
	if (corners.length > 2 && corners[0] === corners.at(-2) && corners[1] === corners.at(-1))
		corners.length -= 2;
	return corners;
}

function isStrictlyInside(corners: readonly number[], x: number, y: number): boolean {
	const n = corners.length;
	if (n < 6) return false;
	let fromX = corners[n - 2];
	let fromY = corners[n - 1];
	for (let i = 0; i < n; i += 2) {
		const toX = corners[i];
		const toY = corners[i + 1];
		if ((toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX) <= 0) return false;
		fromX = toX;
		fromY = toY;
	}
	return true;
}

/** Add a corner, first taking back those that would not turn left any more. */
function pushCorner(hull: number[], key: number, from: number): void {
	const x = Math.floor(key / SPAN) - HALF;
	const y = (key % SPAN) - HALF;
	for (;;) {
		const n = hull.length;
		if (n - from >= 2 && hull[n - 2] === x && hull[n - 1] === y) return; // the same point again
		if (n - from < 4) break;
		const [ax, ay] = [hull[n - 4], hull[n - 3]];
		if ((hull[n - 2] - ax) * (y - ay) - (hull[n - 1] - ay) * (x - ax) > 0) break;
		hull.length = n - 2;
	}
	hull.push(x, y);
}
