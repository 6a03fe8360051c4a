// A point inside a territory, far from its edge: where a label goes and a map flies to.
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat, MultiPolygonRings, PolygonRings } from "../geo/LonLat.ts";
import { boxOf } from "./cellIndex.ts";
import { ringAreaM2 } from "./geodesicArea.ts";
import { sideOf } from "./pointInPolygon.ts";

const GRID = 12;
const ROUNDS = 4;

/**
 * A point inside the largest part: of a grid over its box the point farthest from the border, then finer grids
 * around the best so far. Within a few per cent of the true pole of inaccessibility.
 */
export function labelPoint(polygons: MultiPolygonRings): LonLat {
	const rings = largestPart(polygons);
	const [west, south, east, north] = boxOf(rings[0]);
	let best: LonLat = [(west + east) / 2, (south + north) / 2];
	let bestM = -Infinity;
	let [centre, halfLon, halfLat]: [LonLat, number, number] = [
		best,
		(east - west) / 2,
		(north - south) / 2,
	];
	for (let round = 0; round < ROUNDS; round++) {
		for (let column = 0; column <= GRID; column++)
			for (let row = 0; row <= GRID; row++) {
				const point: LonLat = [
					centre[0] + halfLon * ((2 * column) / GRID - 1),
					centre[1] + halfLat * ((2 * row) / GRID - 1),
				];
				const insideM = distanceInsideM(point, rings, bestM);
				if (insideM > bestM) [best, bestM] = [point, insideM];
			}
		[centre, halfLon, halfLat] = [best, (2 * halfLon) / GRID, (2 * halfLat) / GRID];
	}
	return best;
}

function largestPart(polygons: MultiPolygonRings): PolygonRings {
	let largest = polygons[0];
	let largestM2 = -1;
	for (const rings of polygons) {
		const m2 = ringAreaM2(rings[0]);
		if (m2 > largestM2) [largest, largestM2] = [rings, m2];
	}
	return largest;
}

/** Distance to the border, negative outside; any number not above `leastM` where it is not above that. */
function distanceInsideM(point: LonLat, rings: PolygonRings, leastM: number): number {
	const { lonM, latM } = metresPerDegree(point[1]);
	const enoughM2 = leastM > 0 ? leastM * leastM * (1 - 1e-12) : -1;
	let nearestM2 = Infinity;
	for (const ring of rings)
		for (let i = 0; i + 1 < ring.length; i++) {
			const dx = (ring[i + 1][0] - ring[i][0]) * lonM;
			const dy = (ring[i + 1][1] - ring[i][1]) * latM;
			const px = (point[0] - ring[i][0]) * lonM;
			const py = (point[1] - ring[i][1]) * latM;
			const squared = dx * dx + dy * dy;
			const t = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
			nearestM2 = Math.min(nearestM2, (px - t * dx) ** 2 + (py - t * dy) ** 2);
			if (nearestM2 <= enoughM2) return -1; // nearer to the border than the best so far
		}
	return sideOf(point, rings) === "outside" ? -Math.sqrt(nearestM2) : Math.sqrt(nearestM2);
}
