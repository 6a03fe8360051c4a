// Areas on the WGS84 ellipsoid without a projection.
// Latitudes become authalic (the sphere of equal area), edges great circles of it: each edge adds the spherical
// excess of the strip between itself and the equator. Against PostGIS geography: 1e-9 of the area for edges of some
// kilometres, 1e-7 for edges of a degree.
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";

const SEMI_MAJOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180;
const POLAR_Q = authalicQ(1);
const AUTHALIC_RADIUS_M2 = (SEMI_MAJOR_M * SEMI_MAJOR_M * POLAR_Q) / 2;

/** Area in square metres of a territory: outer rings add, holes take away, whatever their winding. */
export function areaM2(polygons: MultiPolygonRings): number {
	let sumM2 = 0;
	for (const rings of polygons)
		rings.forEach((ring, i) => {
			sumM2 += i === 0 ? ringAreaM2(ring) : -ringAreaM2(ring);
		});
	return sumM2;
}

/** Area in square metres enclosed by one closed ring. */
export function ringAreaM2(ring: readonly LonLat[]): number {
	let excess = 0;
	for (let i = 0; i + 1 < ring.length; i++) {
		const halfLon = Math.tan(((ring[i + 1][0] - ring[i][0]) * RADIANS) / 2);
		const fromT = tanHalfAuthalic(ring[i][1]);
		const toT = tanHalfAuthalic(ring[i + 1][1]);
		excess += 2 * Math.atan2(halfLon * (fromT + toT), 1 + fromT * toT);
	}
	return Math.abs(excess) * AUTHALIC_RADIUS_M2;
}

/** Tangent of half the authalic latitude. */
function tanHalfAuthalic(lat: number): number {
	const sin = authalicQ(Math.sin(lat * RADIANS)) / POLAR_Q;
	return sin / (1 + Math.sqrt(Math.max(0, 1 - sin * sin)));
}

function authalicQ(sinLat: number): number {
	const eSin = E * sinLat;
	return (1 - E2) * (sinLat / (1 - eSin * eSin) + Math.atanh(eSin) / E);
}
