// Rings run one way whatever file they came from: the same ground is then the same record, from a shapefile (outlines
// clockwise) as from GeoJSON (counter-clockwise, RFC 7946).
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";

/** Outlines counter-clockwise, holes clockwise, each from its own first corner; the same rings where nothing had to turn. */
export function turned(polygons: MultiPolygonRings): MultiPolygonRings {
	return polygons.map((rings) =>
		rings.map((ring, i) => (isCounterClockwise(ring) === (i === 0) ? ring : [...ring].reverse())),
	);
}

function isCounterClockwise(ring: readonly LonLat[]): boolean {
	const [lon0, lat0] = ring[0];
	let twiceArea = 0;
	for (let i = 1; i < ring.length; i++)
		twiceArea +=
			(ring[i - 1][0] - lon0) * (ring[i][1] - lat0) - (ring[i][0] - lon0) * (ring[i - 1][1] - lat0);
	return twiceArea > 0;
}
