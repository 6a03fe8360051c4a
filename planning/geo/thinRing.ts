// Outlines for small pictures: points that a picture could not tell apart are left out.
import { metresPerDegree } from "./ellipsoid.ts";
import type { LonLat } from "./LonLat.ts";

/** Rings of fewer points stay as they are. */
const FEWEST = 8;

/** A closed ring of which each point is at least `leastM` from the one kept before; the first and the last stay. */
export function thinRing(ring: readonly LonLat[], leastM: number): readonly LonLat[] {
	if (ring.length < FEWEST) return ring;
	const { lonM, latM } = metresPerDegree(ring[0][1]);
	const kept = [ring[0]];
	for (const point of ring.slice(1, -1)) {
		const before = kept[kept.length - 1];
		if (Math.hypot((point[0] - before[0]) * lonM, (point[1] - before[1]) * latM) >= leastM)
			kept.push(point);
	}
	kept.push(ring[ring.length - 1]);
	return kept.length < 4 ? ring : kept;
}
