// A unit and those of its kind around it, drawn coarsely: the small map of its page.
import type { Knex } from "knex";
import { distanceM } from "../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { thinRing } from "../../planning/geo/thinRing.ts";
import type { UnitPage } from "../../planning/wire/unitPage.ts";
import { type DivisionCollection, divisionFeatures } from "./divisionFeatures.ts";
import type { UnitKey } from "./findUnit.ts";

/** How much around the unit the picture shows, of its width and height. */
const MARGIN = 0.12;
/** Points are kept apart by the picture's diagonal through this: less than a pixel of the largest one shown. */
const POINTS_ACROSS = 1_000;

type Feature = DivisionCollection["features"][number];
type Box = readonly [west: number, south: number, east: number, north: number];

export async function unitOutlines(
	db: Knex,
	snapshotId: number,
	{ kind, code }: UnitKey,
): Promise<UnitPage["outlines"]> {
	const { features } = await divisionFeatures(db, snapshotId, kind);
	const own = features.find(({ properties }) => properties.code === code);
	if (own === undefined) throw new Error(`Unit ${kind} ${code} has no shape.`);
	const frame = widened(boxOf(own));
	const leastM = distanceM([frame[0], frame[1]], [frame[2], frame[3]]) / POINTS_ACROSS;
	return features
		.filter((feature) => feature === own || touches(boxOf(feature), frame))
		.map(({ properties, geometry }) => ({
			code: properties.code,
			name: properties.name,
			polygons: geometry.coordinates.map((rings) => rings.map((ring) => thinRing(ring, leastM))),
		}));
}

function boxOf({ geometry }: Feature): Box {
	let [west, south, east, north] = [180, 90, -180, -90];
	for (const [outer = []] of geometry.coordinates)
		for (const [lon, lat] of outer as readonly LonLat[]) {
			west = Math.min(west, lon);
			south = Math.min(south, lat);
			east = Math.max(east, lon);
			north = Math.max(north, lat);
		}
	return [west, south, east, north];
}

function widened([west, south, east, north]: Box): Box {
	const [lon, lat] = [(east - west) * MARGIN, (north - south) * MARGIN];
	return [west - lon, south - lat, east + lon, north + lat];
}

function touches(a: Box, b: Box): boolean {
	return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}
