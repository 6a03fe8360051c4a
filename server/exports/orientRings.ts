// The direction of rings: GeoJSON (RFC 7946) and GeoPackage want outer rings counter-clockwise, shapefiles clockwise;
// holes run the other way.
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";

type Ring = readonly LonLat[];

/** The same polygons with their outer rings in this direction. A ring keeps its first vertex. */
export function orientRings(
	polygons: MultiPolygonRings,
	outer: "clockwise" | "counter-clockwise",
): MultiPolygonRings {
	return polygons.map((rings) =>
		rings.map((ring, i) => {
			const wantsClockwise = (outer === "clockwise") === (i === 0);
			return isClockwise(ring) === wantsClockwise ? ring : ring.toReversed();
		}),
	);
}

function isClockwise(ring: Ring): boolean {
	const [lon0, lat0] = ring[0] ?? [0, 0];
	let twiceArea = 0;
	let [lon1, lat1] = [0, 0];
	for (const [lon, lat] of ring) {
		const [lon2, lat2] = [lon - lon0, lat - lat0];
		twiceArea += lon1 * lat2 - lon2 * lat1;
		[lon1, lat1] = [lon2, lat2];
	}
	return twiceArea < 0;
}
