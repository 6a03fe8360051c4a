// How far the nearest street is: for telling a person why a place is not attached.
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { Attacher } from "./attacher.ts";

/** Metres to the nearest street that addresses may lie on, whatever is between; null in a graph without streets. */
export function nearestStreetM(attacher: Attacher, [lon, lat]: LonLat): number | null {
	const { tree, segmentLonLat } = attacher;
	const [first] = tree?.neighbors(lon, lat, 1) ?? [];
	if (tree === null || first === undefined) return null;
	const { lonM, latM } = metresPerDegree(lat);
	const distanceM = (segment: number): number => {
		const s = 4 * segment;
		const ax = (segmentLonLat[s] - lon) * lonM;
		const ay = (segmentLonLat[s + 1] - lat) * latM;
		const dx = (segmentLonLat[s + 2] - lon) * lonM - ax;
		const dy = (segmentLonLat[s + 3] - lat) * latM - ay;
		const squared = dx * dx + dy * dy;
		const t = squared > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared)) : 0;
		return Math.hypot(ax + t * dx, ay + t * dy);
	};
	// the tree measures boxes in degrees; nothing outside this box can be nearer than the first one found
	const reachM = distanceM(first);
	const [dLon, dLat] = [reachM / lonM, reachM / latM];
	return tree
		.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat)
		.reduce((least, segment) => Math.min(least, distanceM(segment)), reachM);
}
