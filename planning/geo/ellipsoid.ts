// Distances on the WGS84 ellipsoid without a projection: metres per degree at the mid-latitude.
// Error against a geodesic stays under 1 mm for segments of up to some kilometres.
import type { LonLat } from "./LonLat.ts";

const SEMI_MAJOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const RADIANS = Math.PI / 180;

/**
 * Metres per degree of longitude and latitude at a latitude, from the radii of curvature
 * N(φ) of the prime vertical and M(φ) of the meridian.
 */
export function metresPerDegree(lat: number): { lonM: number; latM: number } {
	const sin = Math.sin(lat * RADIANS);
	const w2 = 1 - E2 * sin * sin;
	const primeVerticalM = SEMI_MAJOR_M / Math.sqrt(w2);
	const meridianM = (primeVerticalM * (1 - E2)) / w2;
	return { lonM: primeVerticalM * Math.cos(lat * RADIANS) * RADIANS, latM: meridianM * RADIANS };
}

/** Distance in metres between two near positions (same street, same city). */
export function distanceM(from: LonLat, to: LonLat): number {
	const { lonM, latM } = metresPerDegree((from[1] + to[1]) / 2);
	return Math.hypot((to[0] - from[0]) * lonM, (to[1] - from[1]) * latM);
}
