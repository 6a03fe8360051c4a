// The isochrone as a MultiPolygon (RFC 7946: outer rings turn left, holes right, nothing crosses).
// Land belongs to its nearest street: inside where that part of the street is reached and at most 60 m away.
import type { LonLat } from "../../geo/LonLat.ts";
import { contours, type Ring } from "./contours.ts";
import { honourNodes, nodesInField } from "./honourNodes.ts";
import type { Labels, Walker } from "./labels.ts";
import { nested, withoutTrifles } from "./ringNesting.ts";
import { type StreetField, streetField } from "./streetField.ts";
import { thinRings } from "./thinRings.ts";

/** Polygons, each an outer ring and its holes, closed, [lon, lat] with seven decimals. */
export type IsochronePolygon = LonLat[][][];

/** Smaller holes (yards) are filled and smaller islands dropped, unless a street node lies there. */
const MIN_PART_M2 = 2_500;

/**
 * The polygon of some labels; empty when nothing is reached. `places` are the graph's `nodePlaces`, to be given when
 * many polygons of one graph are made. Cost: one pass over the edges, the streets around, a raster of at most 4 million cells.
 */
export function isochronePolygon(
	walker: Walker,
	labels: Labels,
	places?: Uint32Array,
): IsochronePolygon {
	const field = streetField(walker, labels);
	if (field === null) return [];
	const nodes = nodesInField(walker, labels, field, places);
	honourNodes(field, nodes);
	const rings = withoutTrifles(contours(field), nodes, MIN_PART_M2 / field.cellM ** 2);
	const thinned = thinRings(rings, field.cellM, nodes.at);
	return nested(thinned).map((polygon) => polygon.map((ring) => onGround(field, ring)));
}

function onGround({ centre, lonM, latM, west, south, cellM }: StreetField, ring: Ring): LonLat[] {
	const line: LonLat[] = [];
	for (let i = 0; i < ring.length; i += 2)
		line.push([
			rounded(centre[0] + (west + ring[i] * cellM) / lonM),
			rounded(centre[1] + (south + ring[i + 1] * cellM) / latM),
		]);
	line.push(line[0]);
	return line;
}

/** Seven decimals: about a centimetre. */
function rounded(degrees: number): number {
	return Math.round(degrees * 1e7) / 1e7;
}
