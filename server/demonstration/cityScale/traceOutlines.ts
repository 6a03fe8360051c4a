// The outlines of regions of a grid's squares; neighbours share every corner of their border.
import type { LonLat, MultiPolygonRings } from "../../../planning/geo/LonLat.ts";

type Ring = number[];

/** Outlines by region. `lonLat` of corner `row × (side + 1) + column`; `side` squares per side. Outer rings turn left. */
export function traceOutlines(
	region: Int32Array,
	side: number,
	count: number,
	lonLat: Float64Array,
): MultiPolygonRings[] {
	const sides = bordersOf(region, side, count);
	return sides.map((border) => {
		const rings = ringsOf(border, side + 1);
		const outers = rings.filter((ring) => areaOf(ring, side + 1) > 0);
		const polygons = outers.map((outer) => [outer]);
		for (const hole of rings) {
			if (areaOf(hole, side + 1) > 0) continue;
			const polygon = polygons.find(([outer]) => holds(outer as Ring, hole, side + 1));
			polygon?.push(hole);
		}
		return polygons.map((polygon) =>
			polygon.map((ring) =>
				[...ring, ring[0] as number].map(
					(corner): LonLat => [lonLat[2 * corner] as number, lonLat[2 * corner + 1] as number],
				),
			),
		);
	});
}

/** Of each region, the sides of its squares that others or nobody share: corner to corner, the region on the left. */
function bordersOf(region: Int32Array, side: number, count: number): Map<number, number[]>[] {
	const borders = Array.from({ length: count }, () => new Map<number, number[]>());
	const regionAt = (column: number, row: number) =>
		column < 0 || row < 0 || column >= side || row >= side ? -1 : region[row * side + column];
	for (let row = 0; row < side; row++)
		for (let column = 0; column < side; column++) {
			const own = regionAt(column, row) as number;
			const southWest = row * (side + 1) + column;
			const [southEast, northWest] = [southWest + 1, southWest + side + 1];
			const add = (from: number, to: number) => {
				const known = borders[own]?.get(from);
				if (known === undefined) borders[own]?.set(from, [to]);
				else known.push(to);
			};
			if (regionAt(column, row - 1) !== own) add(southWest, southEast);
			if (regionAt(column + 1, row) !== own) add(southEast, northWest + 1);
			if (regionAt(column, row + 1) !== own) add(northWest + 1, northWest);
			if (regionAt(column - 1, row) !== own) add(northWest, southWest);
		}
	return borders;
}

/** Chained into rings; where two squares touch at a corner only, the ring turns left and stays with its own. */
function ringsOf(border: Map<number, number[]>, corners: number): Ring[] {
	const rings: Ring[] = [];
	for (const [first, ends] of border)
		while (ends.length > 0) {
			const ring = [first];
			let from = first;
			let to = ends.pop() as number;
			while (to !== first) {
				ring.push(to);
				const left = to + leftOf(to - from, corners);
				const next = border.get(to) ?? [];
				const turn = Math.max(0, next.indexOf(left));
				from = to;
				to = next.splice(turn, 1)[0] as number;
			}
			rings.push(ring);
		}
	return rings;
}

function leftOf(step: number, corners: number): number {
	if (step === 1) return corners;
	if (step === corners) return -1;
	return step === -1 ? -corners : 1;
}

function areaOf(ring: Ring, corners: number): number {
	let sum = 0;
	ring.forEach((corner, i) => {
		const next = ring[(i + 1) % ring.length] as number;
		sum +=
			(corner % corners) * Math.floor(next / corners) -
			(next % corners) * Math.floor(corner / corners);
	});
	return sum;
}

/** Is the middle of a square at the hole's first corner within the outer ring? */
function holds(outer: Ring, hole: Ring, corners: number): boolean {
	const first = hole[0] as number;
	const [x, y] = [(first % corners) + 0.5, Math.floor(first / corners) + 0.5];
	let inside = false;
	outer.forEach((corner, i) => {
		const next = outer[(i + 1) % outer.length] as number;
		const [ay, by] = [Math.floor(corner / corners), Math.floor(next / corners)];
		if (ay > y !== by > y && corner % corners > x) inside = !inside;
	});
	return inside;
}
