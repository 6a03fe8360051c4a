// Where the nearest street is: for telling a person why a place is not attached.
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { Attacher } from "./attacher.ts";

export interface NearestStreet {
	readonly distanceM: number;
	/** The point of the street that is nearest. */
	readonly foot: LonLat;
}

/** The nearest street that addresses may lie on, whatever is between; null in a graph without streets. */
export function nearestStreet(attacher: Attacher, [lon, lat]: LonLat): NearestStreet | null {
	const { tree, segmentLonLat } = attacher;
	const [first] = tree?.neighbors(lon, lat, 1) ?? [];
	if (tree === null || first === undefined) return null;
	const { lonM, latM } = metresPerDegree(lat);
	const footOn = (segment: number): NearestStreet => {
		const s = 4 * segment;
		const ax = (segmentLonLat[s] - lon) * lonM;
		const ay = (segmentLonLat[s + 1] - lat) * latM;
		const dx = (segmentLonLat[s + 2] - lon) * lonM - ax;
		const dy = (segmentLonLat[s + 3] - lat) * latM - ay;
		const squared = dx * dx + dy * dy;
		const t = squared > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared)) : 0;
		const [footX, footY] = [ax + t * dx, ay + t * dy];
		return { distanceM: Math.hypot(footX, footY), foot: [lon + footX / lonM, lat + footY / latM] };
	};
	// the tree measures boxes in degrees; nothing outside this box can be nearer than the first one found
	const start = footOn(first);
	const [dLon, dLat] = [start.distanceM / lonM, start.distanceM / latM];
	return tree
		.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat)
		.map(footOn)
		.reduce((least, one) => (one.distanceM < least.distanceM ? one : least), start);
}

/** Metres to it. */
export function nearestStreetM(attacher: Attacher, lonLat: LonLat): number | null {
	return nearestStreet(attacher, lonLat)?.distanceM ?? null;
}
