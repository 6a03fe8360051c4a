// Is a MultiPolygon valid by RFC 7946 and OGC? Slow and plain, for tests.
import Flatbush from "flatbush";
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";

/** What is wrong with a MultiPolygon, in words; empty when it is valid. */
export function polygonFaults(polygons: MultiPolygonRings): string[] {
	const faults: string[] = [];
	const rings = polygons.flatMap((polygon, p) =>
		polygon.map((ring, r) => ({ ring, name: `polygon ${p} ring ${r}`, isHole: r > 0 })),
	);
	for (const { ring, name, isHole } of rings) {
		const [first, last] = [ring[0], ring[ring.length - 1]];
		if (ring.length < 4) faults.push(`${name} has ${ring.length} positions`);
		if (first[0] !== last[0] || first[1] !== last[1]) faults.push(`${name} is open`);
		if (turn(ring) > 0 === isHole) faults.push(`${name} winds the wrong way`);
	}
	polygons.forEach(([outer, ...holes], p) => {
		for (const hole of holes)
			if (!contains(outer, hole[0])) faults.push(`a hole of polygon ${p} lies outside it`);
		for (const [other] of polygons.filter((_, q) => q !== p))
			if (contains(outer, other[0]) && !holes.some((hole) => contains(hole, other[0])))
				faults.push(`polygon ${p} overlaps another`);
	});
	return [...faults, ...touches(rings.map(({ ring }) => ring))];
}

/** Even-odd. */
export function isInPolygon(polygons: MultiPolygonRings, place: LonLat): boolean {
	return polygons.flat().filter((ring) => contains(ring, place)).length % 2 === 1;
}

function contains(ring: readonly LonLat[], [lon, lat]: LonLat): boolean {
	let isInside = false;
	for (let i = 0; i + 1 < ring.length; i++) {
		const [a, b] = [ring[i], ring[i + 1]];
		if (a[1] > lat !== b[1] > lat && lon < ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0])
			isInside = !isInside;
	}
	return isInside;
}

function turn(ring: readonly LonLat[]): number {
	let sum = 0;
	const [lon, lat] = ring[0];
	for (let i = 0; i + 1 < ring.length; i++)
		sum +=
			(ring[i][0] - lon) * (ring[i + 1][1] - lat) - (ring[i + 1][0] - lon) * (ring[i][1] - lat);
	return sum;
}

/** Sides that meet anywhere but at the corner they follow one another by. */
function touches(rings: readonly (readonly LonLat[])[]): string[] {
	const sides = rings.flatMap((ring, r) =>
		ring.slice(1).map((to, i) => ({ from: ring[i], to, r, i, count: ring.length - 1 })),
	);
	if (sides.length === 0) return [];
	const tree = new Flatbush(sides.length);
	for (const { from, to } of sides)
		tree.add(
			Math.min(from[0], to[0]),
			Math.min(from[1], to[1]),
			Math.max(from[0], to[0]),
			Math.max(from[1], to[1]),
		);
	tree.finish();
	return sides.flatMap((side, s) =>
		tree
			.search(
				Math.min(side.from[0], side.to[0]),
				Math.min(side.from[1], side.to[1]),
				Math.max(side.from[0], side.to[0]),
				Math.max(side.from[1], side.to[1]),
			)
			.filter((other) => other > s)
			.map((other) => sides[other])
			.filter((other) => {
				const gap = other.i - side.i;
				if (other.r === side.r && (gap === 1 || gap === side.count - 1)) return false;
				return meet(side.from, side.to, other.from, other.to);
			})
			.map((other) => `sides meet at ${other.from}`),
	);
}

function meet(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
	const side = (p: LonLat, q: LonLat, r: LonLat) =>
		Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
	return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}
