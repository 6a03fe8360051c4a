// The place of residence-based flags: the convex hull of their residences, drawn a little wider so that one house shows.
import { convex, multiPoint } from "@turf/turf";
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { LonLat, MultiPolygonRings } from "../../geo/LonLat.ts";

const MARGIN_M = 40;
const CORNERS = 8;

/** Convex hull of places, each widened to an octagon of 40 m; at least one place. */
export function hullOf(places: readonly LonLat[]): MultiPolygonRings {
	const points = places.flatMap(([lon, lat]) => {
		const { lonM, latM } = metresPerDegree(lat);
		return Array.from({ length: CORNERS }, (_, corner) => {
			const angle = (2 * Math.PI * corner) / CORNERS;
			return [lon + (MARGIN_M * Math.cos(angle)) / lonM, lat + (MARGIN_M * Math.sin(angle)) / latM];
		});
	});
	const hull = convex(multiPoint(points));
	if (hull === null) throw new Error(`No hull of ${places.length} places.`);
	return [hull.geometry.coordinates.map((ring) => ring.map(([lon, lat]) => [lon, lat] as const))];
}
