// The area that two sets of polygons share, in the plane, whatever their shape: no polygon is too crooked, because
// nothing is assembled. The plane is cut into upright strips at every corner and crossing; in a strip the edges lie one
// above the other, and the pieces between them are trapezoids.

/** Rings as x, y, x, y …; closed or not, any direction; inside is where an odd number of a polygon's rings lie around. */
export type PlanarPolygon = readonly ArrayLike<number>[];

interface Edges {
	readonly x1: number[];
	readonly y1: number[];
	readonly x2: number[];
	readonly y2: number[];
	/** Number of the polygon; those of the second set come after those of the first. */
	readonly polygon: number[];
}

/** What two territories have in common, and what only the first has; a place is in the largest piece, null in none. */
export interface Overlay {
	readonly shared: number;
	readonly sharedAt: readonly [x: number, y: number] | null;
	readonly onlyFirst: number;
	readonly onlyFirstAt: readonly [x: number, y: number] | null;
}

/** Compare areas: inside any polygon of `a`, and any or none of `b`. Rounding: about 1e-12 of the box around `a`. */
export function overlay(a: readonly PlanarPolygon[], b: readonly PlanarPolygon[]): Overlay {
	const box = boxOfPolygons(a);
	const edges: Edges = { x1: [], y1: [], x2: [], y2: [], polygon: [] };
	a.forEach((polygon, i) => {
		for (const ring of polygon) addRing(edges, moved(ring, box), i);
	});
	b.forEach((polygon, i) => {
		for (const ring of polygon) addRing(edges, clipped(moved(ring, box), box), a.length + i);
	});
	const shared = { area: 0, largest: 0, x: 0, y: 0 };
	const onlyFirst = { area: 0, largest: 0, x: 0, y: 0 };
	eachPiece(edges, { countA: a.length, count: a.length + b.length }, (isInB, area, x, y) => {
		const kind = isInB ? shared : onlyFirst;
		kind.area += area;
		if (area > kind.largest) [kind.largest, kind.x, kind.y] = [area, x, y];
	});
	const placeOf = ({ largest, x, y }: typeof shared) =>
		largest > 0 ? ([x + box[0], y + box[1]] as const) : null;
	return {
		shared: shared.area,
		sharedAt: placeOf(shared),
		onlyFirst: onlyFirst.area,
		onlyFirstAt: placeOf(onlyFirst),
	};
}

/** The area inside any polygon of `a` and any polygon of `b`. */
export function overlapArea(a: readonly PlanarPolygon[], b: readonly PlanarPolygon[]): number {
	return overlay(a, b).shared;
}

export type Box = readonly [west: number, south: number, east: number, north: number];

export function boxOfPolygons(polygons: readonly PlanarPolygon[]): Box {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const rings of polygons)
		for (const ring of rings)
			for (let i = 0; i < ring.length; i += 2) {
				west = Math.min(west, ring[i]);
				south = Math.min(south, ring[i + 1]);
				east = Math.max(east, ring[i]);
				north = Math.max(north, ring[i + 1]);
			}
	return [west, south, east, north];
}

/** A ring moved so that the box begins at 0, 0: small numbers keep the digits that matter. */
function moved(ring: ArrayLike<number>, [west, south]: Box): number[] {
	const points: number[] = [];
	for (let i = 0; i < ring.length; i += 2) points.push(ring[i] - west, ring[i + 1] - south);
	return points;
}

/** A moved ring cut to the box (Sutherland & Hodgman, 1974): edges along the box may lie double, and cancel out. */
function clipped(points: readonly number[], [west, south, east, north]: Box): readonly number[] {
	return clipHalf(
		clipHalf(clipHalf(clipHalf(points, 0, 0, 1), 0, east - west, -1), 1, 0, 1),
		1,
		north - south,
		-1,
	);
}

/** What of a ring lies where `sign × coordinate ≥ sign × limit`; axis 0 is x, 1 is y. */
function clipHalf(points: readonly number[], axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
	const kept: number[] = [];
	const n = points.length;
	if (n === 0) return kept;
	let [fromX, fromY] = [points[n - 2], points[n - 1]];
	let from = sign * ((axis === 0 ? fromX : fromY) - limit);
	for (let i = 0; i < n; i += 2) {
		const [x, y] = [points[i], points[i + 1]];
		const to = sign * ((axis === 0 ? x : y) - limit);
		if (from < 0 !== to < 0) {
			const along = from / (from - to);
			if (axis === 0) kept.push(limit, fromY + (y - fromY) * along);
			else kept.push(fromX + (x - fromX) * along, limit);
		}
		if (to >= 0) kept.push(x, y);
		[fromX, fromY, from] = [x, y, to];
	}
	return kept;
}

/** Edges from west to east; upright ones bound no strip. */
function addRing(edges: Edges, points: readonly number[], polygon: number): void {
	const n = points.length;
	for (let i = 0; i < n; i += 2) {
		const j = i === 0 ? n - 2 : i - 2;
		if (points[i] === points[j]) continue;
		const [from, to] = points[i] < points[j] ? [i, j] : [j, i];
		edges.x1.push(points[from]);
		edges.y1.push(points[from + 1]);
		edges.x2.push(points[to]);
		edges.y2.push(points[to + 1]);
		edges.polygon.push(polygon);
	}
}

/** Visit the trapezoids inside the first set, strip by strip: whether in the second set too, area, middle. */
function eachPiece(
	edges: Edges,
	{ countA, count }: { countA: number; count: number },
	visit: (isInB: boolean, area: number, x: number, y: number) => void,
): void {
	const { x1, y1, x2, y2, polygon } = edges;
	const order = [...x1.keys()].sort((a, b) => x1[a] - x1[b]);
	const stops = stopsOf(edges, order);
	const isInside = new Uint8Array(count);
	const heightAt = new Float64Array(x1.length);
	let active: number[] = [];
	let next = 0;
	for (let stop = 0; stop + 1 < stops.length; stop++) {
		const [west, east] = [stops[stop], stops[stop + 1]];
		const middle = (west + east) / 2;
		active = active.filter((edge) => x2[edge] > middle);
		for (; next < order.length && x1[order[next]] < middle; next++)
			if (x2[order[next]] > middle) active.push(order[next]);
		for (const edge of active)
			heightAt[edge] =
				y1[edge] + ((y2[edge] - y1[edge]) * (middle - x1[edge])) / (x2[edge] - x1[edge]);
		active.sort((a, b) => heightAt[a] - heightAt[b]);
		isInside.fill(0);
		let [inA, inB, below] = [0, 0, 0];
		for (const edge of active) {
			const height = heightAt[edge];
			if (inA > 0 && height > below)
				visit(inB > 0, (height - below) * (east - west), middle, (height + below) / 2);
			below = height;
			isInside[polygon[edge]] ^= 1;
			const change = isInside[polygon[edge]] === 1 ? 1 : -1;
			if (polygon[edge] < countA) inA += change;
			else inB += change;
		}
	}
}

/** x of all corners and crossings, each once, from the west. */
function stopsOf({ x1, y1, x2, y2 }: Edges, order: readonly number[]): Float64Array {
	const stops = [...x1, ...x2];
	let active: number[] = [];
	for (const edge of order) {
		active = active.filter((other) => x2[other] > x1[edge]);
		const [low, high] = [Math.min(y1[edge], y2[edge]), Math.max(y1[edge], y2[edge])];
		for (const other of active) {
			if (Math.max(y1[other], y2[other]) < low || Math.min(y1[other], y2[other]) > high) continue;
			const x = crossingX(edge, other);
			if (x !== null) stops.push(x);
		}
		active.push(edge);
	}
	const sorted = Float64Array.from(stops).sort();
	return sorted.filter((x, i) => i === 0 || x !== sorted[i - 1]);

	function crossingX(a: number, b: number): number | null {
		const slopeA = (y2[a] - y1[a]) / (x2[a] - x1[a]);
		const slopeB = (y2[b] - y1[b]) / (x2[b] - x1[b]);
		if (slopeA === slopeB) return null;
		const x = (y1[b] - slopeB * x1[b] - (y1[a] - slopeA * x1[a])) / (slopeA - slopeB);
		return x > Math.max(x1[a], x1[b]) && x < Math.min(x2[a], x2[b]) ? x : null;
	}
}
