// Where people live beyond the limit, gathered by neighbourhood, so that a printed map of any size can show them as dots.

import type { Farness } from "../../planning/coverage/figures/farness.ts";
import { hexPeople } from "../../planning/coverage/figures/hexFigures.ts";
import type { Counted } from "../../planning/coverage/figures/people.ts";
import { peopleBeyond } from "../../planning/coverage/figures/peopleBeyond.ts";
import { boxAround } from "../../planning/geo/box.ts";
import { distanceM } from "../../planning/geo/ellipsoid.ts";
import { hexGridOf } from "../../planning/geo/hexGrid.ts";
import type { Spot } from "./map/MapPicture.ts";

/** A dot is readable on a page where about this many lie side by side. */
const SPOTS_ACROSS = 60;
const NARROWEST_M = 250;

/** Where the homes are, a slot each. */
interface HomePositions {
	readonly lon: Float64Array;
	readonly lat: Float64Array;
}

/** A dot per hexagon, in the middle of the people it stands for; most people first. */
export function beyondSpots(
	farness: Farness,
	people: Counted,
	{ limit, lon, lat }: HomePositions & { readonly limit: number },
): Spot[] {
	const places = Array.from(lon, (one, home) => [one, lat[home] ?? 0] as const);
	const counted = places.filter((_, home) => (people.count[home] ?? 0) > 0);
	if (counted.length === 0) return [];
	const box = boxAround(counted, 1);
	const acrossM = distanceM([box[0], box[1]], [box[2], box[3]]);
	const grid = hexGridOf(box, Math.max(NARROWEST_M, acrossM / SPOTS_ACROSS));
	const beyond = peopleBeyond(farness, people, limit);
	const hexes = hexPeople(grid.hexColumns(lon, lat), beyond);
	return Array.from(hexes.hex, (_, slot) => {
		const homes = hexes.homes.subarray(hexes.first[slot], hexes.first[slot + 1]);
		return spotOf(homes, beyond, { lon, lat });
	}).sort((a, b) => b.people - a.people);
}

function spotOf(homes: Uint32Array, { count }: Counted, { lon, lat }: HomePositions): Spot {
	let [people, east, north] = [0, 0, 0];
	for (const home of homes) {
		const here = count[home] ?? 0;
		people += here;
		east += here * (lon[home] ?? 0);
		north += here * (lat[home] ?? 0);
	}
	return { at: [east / people, north / people], people };
}
