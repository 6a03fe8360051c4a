// What is told of one hexagon and of one unit beyond their shares: found when somebody points at them.
import { type Farness, measureOf, withinOf } from "../../../planning/coverage/figures/farness.ts";
import type { Counted } from "../../../planning/coverage/figures/people.ts";
import { NOT_ATTACHED } from "../../../planning/coverage/figures/unitFigures.ts";
import { lastAnswer } from "../lastAnswer.ts";
import type { Hexes } from "./hexes.ts";
import type { WalkedHomes } from "./walkedHomes.ts";

const withinNow = lastAnswer((farness: Farness, limit: number) => withinOf(farness, limit));

/** The home of a hexagon with the most people. */
export function largestHome(hexes: Hexes, slot: number, { count }: Counted): number {
	return homesIn(hexes, slot).reduce((most, home) =>
		(count[home] ?? 0) > (count[most] ?? 0) ? home : most,
	);
}

/** A home of a hexagon whose walk is the median of its people; null where half of them are beyond the horizon. */
export function medianHome(hexes: Hexes, slot: number, farness: Farness): number | null {
	const median = hexes.measure[slot] ?? Number.NaN;
	const found = homesIn(hexes, slot).find(
		(home) => Math.fround(measureOf(farness, home) ?? Number.NaN) === median,
	);
	return found ?? null;
}

function homesIn({ people: { first, homes } }: Hexes, slot: number): Uint32Array {
	return homes.subarray(first[slot], first[slot + 1]);
}

export interface UnitDetail {
	/** People of 60 and above beyond the limit, of homes that state them. */
	readonly eldersBeyond: number;
	/** Homes without a street within reach. */
	readonly notAttachedHomes: number;
}

/** `unitOf`: index of the unit of each home (`homeUnits`). */
export function unitDetail(
	{ residences, farness }: WalkedHomes,
	unitOf: Int32Array,
	{ unit, limit }: { readonly unit: number; readonly limit: number },
): UnitDetail {
	const within = withinNow(farness, limit);
	const { elders, status } = residences;
	let [eldersBeyond, notAttachedHomes] = [0, 0];
	for (let home = 0; home < unitOf.length; home++) {
		if (unitOf[home] !== unit) continue;
		if (within[home] === 0) eldersBeyond += Math.max(0, elders[home] ?? 0);
		if (status[home] === NOT_ATTACHED) notAttachedHomes++;
	}
	return { eldersBeyond, notAttachedHomes };
}
