// Areas without assembling shapes: the plane is cut into upright strips at every corner and crossing; in a strip edges
// lie one above the other, and the pieces between them are trapezoids. No polygon is too crooked for that.
import type { EdgeList } from "./EdgeList.ts";

/** Called with each trapezoid inside the first polygons: is it in one of the others too, its area and middle. */
export type PieceVisitor = (isInOther: boolean, area: number, x: number, y: number) => void;

export interface Strips {
	/** Polygons below this number are the first, the others come after. */
	readonly firstCount: number;
	readonly polygonCount: number;
	/** The strips lie between these. */
	readonly west: number;
	readonly east: number;
	/** Is the bottom of a strip inside the polygon of a number? Asked once per polygon, at the middle of a strip. */
	readonly isInsideBelow: (polygon: number, x: number) => boolean;
	/** Where the bottom line passes in or out of a polygon: pairs of x and polygon. */
	readonly passes: readonly number[];
}

let active = new Int32Array(256);
let height = new Float64Array(256);

/** Visit all pieces inside the first polygons, strip by strip. */
export function eachPiece(edges: EdgeList, strips: Strips, visit: PieceVisitor): void {
	const { x1, y1, x2, slope, polygon, count } = edges;
	const { firstCount, polygonCount, passes } = strips;
	if (active.length < count) {
		active = new Int32Array(2 * count);
		height = new Float64Array(2 * count);
	}
	const order = Uint32Array.from({ length: count }, (_, edge) => edge).sort(
		(a, b) => x1[a] - x1[b],
	);
	const stops = stopsOf(edges, order, strips);
	const isInside = new Uint8Array(polygonCount);
	const below = insideBelow(strips, stops);
	let activeCount = 0;
	let next = 0;
	for (let stop = 0; stop + 1 < stops.length; stop++) {
		const [west, east] = [stops[stop], stops[stop + 1]];
		const middle = (west + east) / 2;

		// edges of this strip, in the order of the last one as far as it goes
		let kept = 0;
		for (let i = 0; i < activeCount; i++) if (x2[active[i]] > middle) active[kept++] = active[i];
		activeCount = kept;
		for (; next < count && x1[order[next]] < middle; next++)
			if (x2[order[next]] > middle) active[activeCount++] = order[next];

		// from below upwards: insertion, because the order hardly changes
		for (let i = 0; i < activeCount; i++) {
			const edge = active[i];
			const y = y1[edge] + slope[edge] * (middle - x1[edge]);
			let at = i;
			for (; at > 0 && height[at - 1] > y; at--) {
				active[at] = active[at - 1];
				height[at] = height[at - 1];
			}
			active[at] = edge;
			height[at] = y;
		}

		// which polygons the bottom of the strip lies in
		isInside.set(below);
		for (let i = 0; i < passes.length; i += 2) if (passes[i] < middle) isInside[passes[i + 1]] ^= 1;
		let [inFirst, inOther] = [0, 0];
		for (let which = 0; which < polygonCount; which++)
			if (which < firstCount) inFirst += isInside[which];
			else inOther += isInside[which];

		for (let i = 0; i < activeCount; i++) {
			if (inFirst > 0 && i > 0 && height[i] > height[i - 1])
				visit(
					inOther > 0,
					(height[i] - height[i - 1]) * (east - west),
					middle,
					(height[i] + height[i - 1]) / 2,
				);
			const which = polygon[active[i]];
			isInside[which] ^= 1;
			const change = isInside[which] === 1 ? 1 : -1;
			if (which < firstCount) inFirst += change;
			else inOther += change;
		}
	}
}

/** For each polygon whether the bottom line is inside it west of all passes; asked in the widest strip. */
function insideBelow(
	{ polygonCount, firstCount, passes, isInsideBelow }: Strips,
	stops: Float64Array,
): Uint8Array {
	const below = new Uint8Array(polygonCount);
	let widest = 0;
	for (let stop = 0; stop + 1 < stops.length; stop++)
		if (stops[stop + 1] - stops[stop] > stops[widest + 1] - stops[widest]) widest = stop;
	if (stops.length < 2) return below;
	const x = (stops[widest] + stops[widest + 1]) / 2;
	for (let which = firstCount; which < polygonCount; which++)
		below[which] = isInsideBelow(which, x) ? 1 : 0;
	for (let i = 0; i < passes.length; i += 2) if (passes[i] < x) below[passes[i + 1]] ^= 1;
	return below;
}

/** x of all corners, crossings and passes between west and east, each once. */
function stopsOf(
	edges: EdgeList,
	order: Uint32Array,
	{ west, east, passes }: Strips,
): Float64Array {
	const { x1, y1, x2, slope, count } = edges;
	const stops = [west, east];
	const add = (x: number) => {
		if (x > west && x < east) stops.push(x);
	};
	for (let edge = 0; edge < count; edge++) {
		add(x1[edge]);
		add(x2[edge]);
	}
	for (let i = 0; i < passes.length; i += 2) add(passes[i]);
	let activeCount = 0;
	for (const edge of order) {
		const from = x1[edge];
		const yEast = y1[edge] + slope[edge] * (x2[edge] - from);
		const [low, high] = [Math.min(y1[edge], yEast), Math.max(y1[edge], yEast)];
		let kept = 0;
		for (let i = 0; i < activeCount; i++) {
			const other = active[i];
			if (x2[other] <= from) continue;
			active[kept++] = other;
			if (slope[other] === slope[edge]) continue;
			const yHere = y1[other] + slope[other] * (from - x1[other]);
			const yThere = y1[other] + slope[other] * (x2[other] - x1[other]);
			if (Math.max(yHere, yThere) < low || Math.min(yHere, yThere) > high) continue;
			const x = from + (yHere - y1[edge]) / (slope[edge] - slope[other]);
			if (x > from && x < x2[edge] && x < x2[other]) add(x);
		}
		activeCount = kept;
		active[activeCount++] = edge;
	}
	const sorted = Float64Array.from(stops).sort();
	return sorted.filter((x, i) => i === 0 || x !== sorted[i - 1]);
}
