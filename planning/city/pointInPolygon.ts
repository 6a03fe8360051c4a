// Where a point lies with respect to a polygon. Both neighbours of a border see the same crossing,
// because every edge is looked at from its lower end: a point is never in both or in neither.
import type { LonLat, PolygonRings } from "../geo/LonLat.ts";

export type Side = "outside" | "border" | "inside";

/** Which side of a polygon (outer ring first, then holes) a point is on. */
export function sideOf([lon, lat]: LonLat, rings: PolygonRings): Side {
	let isInside = false;
	for (const ring of rings)
		for (let i = 0; i + 1 < ring.length; i++) {
			const isUp =
				ring[i][1] < ring[i + 1][1] ||
				(ring[i][1] === ring[i + 1][1] && ring[i][0] < ring[i + 1][0]);
			const low = isUp ? ring[i] : ring[i + 1];
			const high = isUp ? ring[i + 1] : ring[i];
			if (lat < low[1] || lat > high[1]) continue;
			const turn = (high[0] - low[0]) * (lat - low[1]) - (high[1] - low[1]) * (lon - low[0]);
			if (turn === 0 && lon >= Math.min(low[0], high[0]) && lon <= Math.max(low[0], high[0]))
				return "border";
			if (lat < high[1] && turn > 0) isInside = !isInside; // half-open: a corner counts for one of its edges
		}
	return isInside ? "inside" : "outside";
}
