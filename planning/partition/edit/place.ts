// Places in whole centimetres: one number for each, and an order that does not depend on how they came.

/** More than twice the largest coordinate; keys stay whole numbers under 2⁵³. */
const SPAN = 2 ** 26;

/** One number per place; smaller is further west, on one meridian further south. */
export function placeKey(xCm: number, yCm: number): number {
	return (xCm + SPAN / 2) * SPAN + yCm + SPAN / 2;
}

/** West, south, east, north in centimetres. */
export type BoxCm = readonly [west: number, south: number, east: number, north: number];

/** The box of points x, y, x, y …, so many centimetres wider. */
export function boxOfPoints(pointsCm: ArrayLike<number>, marginCm = 0): BoxCm {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < pointsCm.length; i += 2) {
		const [x, y] = [pointsCm[i], pointsCm[i + 1]];
		if (x < west) west = x;
		if (x > east) east = x;
		if (y < south) south = y;
		if (y > north) north = y;
	}
	return [west - marginCm, south - marginCm, east + marginCm, north + marginCm];
}

/** Do two boxes have a place in common? */
export function boxesMeet(one: BoxCm, other: BoxCm): boolean {
	return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}
