// The places where most people are beyond a limit: homes on the same or on neighbouring hexagons are one place.
import type { Box } from "../../geo/box.ts";
import { type HexGrid, hexGridOf } from "../../geo/hexGrid.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { middleOf } from "../gaps/middle.ts";
import { type Farness, measurer } from "./farness.ts";
import { type HexPeople, hexPeople } from "./hexFigures.ts";
import type { Counted } from "./people.ts";
import { peopleBeyond } from "./peopleBeyond.ts";
import { type PeopleMedian, peopleMedianOf } from "./peopleMedian.ts";

/** Width of the hexagons that are joined: an editable default of the app. */
const PLACE_WIDTH_M = 300;
const MOST_PLACES = 5;

export interface WorstPlace {
	/** The home nearest to the middle of the place. */
	readonly at: LonLat;
	/** Of those asked about, beyond the limit. */
	readonly people: number;
	/** Indices of their homes, rising. */
	readonly homes: Uint32Array;
	/** Half of the people walk at most this far, in the unit of limits; null beyond the horizon. */
	readonly medianMeasure: number | null;
	/** The longest walk; null where some home's is beyond the horizon. */
	readonly farthestMeasure: number | null;
}

interface PlacesAsked {
	/** Of all homes of the city, so that places do not shift with who or where is asked about. */
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	readonly limit: number;
	readonly most?: number;
}

/** The worst places, most people first, at most five (of one unit: `peopleIn`). */
export function worstPlaces(
	farness: Farness,
	counted: Counted,
	{ lon, lat, limit, most = MOST_PLACES }: PlacesAsked,
): WorstPlace[] {
	if (lon.length === 0) return [];
	const grid = hexGridOf(boxOf(lon, lat), PLACE_WIDTH_M);
	const beyond = peopleBeyond(farness, counted, limit);
	const hexes = hexPeople(grid.hexColumns(lon, lat), beyond);
	const medianOf = peopleMedianOf(farness, beyond);
	return joined(grid, hexes)
		.sort((a, b) => b.people - a.people)
		.slice(0, most)
		.map(({ slots, people }) => {
			const homes = homesOf(hexes, slots);
			return {
				at: middleHome(homes, lon, lat),
				people,
				homes,
				...walksOf(farness, homes, medianOf),
			};
		});
}

interface Joined {
	/** Of `HexPeople`. */
	readonly slots: readonly number[];
	readonly people: number;
}

/** Hexagons that hang together, in the order of their first one. */
function joined(grid: HexGrid, { hex, people }: HexPeople): Joined[] {
	const slotOf = new Int32Array(grid.count).fill(-1); // -1 again once it is in a place
	hex.forEach((one, slot) => {
		slotOf[one] = slot;
	});
	const places: Joined[] = [];
	for (let start = 0; start < hex.length; start++) {
		if (slotOf[hex[start]] < 0) continue;
		slotOf[hex[start]] = -1;
		const slots = [start];
		let sum = 0;
		for (let i = 0; i < slots.length; i++) {
			sum += people[slots[i]];
			for (const near of grid.neighbours(hex[slots[i]])) {
				if (slotOf[near] >= 0) slots.push(slotOf[near]);
				slotOf[near] = -1;
			}
		}
		places.push({ slots, people: sum });
	}
	return places;
}

function homesOf({ first, homes }: HexPeople, slots: readonly number[]): Uint32Array {
	const count = slots.reduce((sum, slot) => sum + first[slot + 1] - first[slot], 0);
	const found = new Uint32Array(count);
	let at = 0;
	for (const slot of slots) {
		found.set(homes.subarray(first[slot], first[slot + 1]), at);
		at += first[slot + 1] - first[slot];
	}
	return found.sort();
}

function middleHome(homes: Uint32Array, lon: Float64Array, lat: Float64Array): LonLat {
	const places = new Float64Array(2 * homes.length);
	homes.forEach((home, i) => {
		places[2 * i] = lon[home];
		places[2 * i + 1] = lat[home];
	});
	const middle = homes[middleOf(places)];
	return [lon[middle], lat[middle]];
}

function walksOf(
	farness: Farness,
	homes: Uint32Array,
	medianOf: PeopleMedian,
): Pick<WorstPlace, "medianMeasure" | "farthestMeasure"> {
	const measureOf = measurer(farness);
	const median = medianOf(homes, 0, homes.length);
	const farthest = homes.reduce((most, home) => Math.max(most, measureOf(home)), 0);
	return { medianMeasure: finiteOrNull(median), farthestMeasure: finiteOrNull(farthest) };
}

function finiteOrNull(measure: number): number | null {
	return Number.isFinite(measure) ? measure : null;
}

function boxOf(lon: Float64Array, lat: Float64Array): Box {
	const least = (values: Float64Array) => values.reduce((a, b) => Math.min(a, b), Infinity);
	const most = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), -Infinity);
	return [least(lon), least(lat), most(lon), most(lat)];
}
