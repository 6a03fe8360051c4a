// How far a headline rate can be trusted: what it would be under other assumptions, one at a time, never combined.
import { pctOf } from "../coverageRows.ts";
import { type Farness, withinOf } from "./farness.ts";
import type { Counted } from "./people.ts";
import {
	cellSums,
	type HomePlaces,
	type LevelCells,
	NOT_ATTACHED,
	unitFigures,
	wholeFigure,
} from "./unitFigures.ts";

/** Walking a tenth slower and faster: an editable default of the app; no standard read so far fixes a speed. */
export const SPEED_SCALES = { slower: 0.9, faster: 1.1 } as const;
/** Status of a home 50–300 m from the street it was joined to. */
const NOTED = 1;

/**
 * slower, faster: walking speed · noted-out: homes 50–300 m from a street count as not covered · not-attached-out: homes
 * farther than that leave the denominator · declared-people: each committee counts for its declared 常住人口.
 */
export type BandCase = "slower" | "faster" | "noted-out" | "not-attached-out" | "declared-people";

/** Declared 常住人口 of committees. */
export interface Declared {
	readonly level: LevelCells;
	/** By committee of the level; null where none is committed. */
	readonly residents: readonly (number | null)[];
}

export interface BandEntry {
	readonly case: BandCase;
	readonly pct: number | null;
}

export interface Sensitivity {
	readonly basePct: number | null;
	/** Those that can be asked: see `sensitivity`. */
	readonly cases: readonly BandEntry[];
	/** Lowest and highest of the base and all cases; null where nobody is counted. */
	readonly lowPct: number | null;
	readonly highPct: number | null;
}

interface BandAsked {
	readonly limit: number;
	/** Its case is told only of all residents, and where some committee declares. */
	readonly declared?: Declared;
}

/**
 * A rate with its band. Straight lines (metres) depend on neither speed nor streets, so only people are left to vary. A
 * faster walk is left out where it would reach beyond the horizon. For one unit: `peopleIn`, of whole committees.
 */
export function sensitivity(
	farness: Farness,
	places: HomePlaces,
	people: Counted,
	{ limit, declared }: BandAsked,
): Sensitivity {
	const within = withinOf(farness, limit);
	const basePct = shareOf(within, people.count);
	const cases =
		farness.unit === "metres" ? [] : streetCases(farness, places, people, { limit, within });
	if (people.who === "all" && declared?.residents.some((one) => one !== null))
		cases.push({
			case: "declared-people",
			pct: declaredPct(farness, places, people, { limit, declared }),
		});
	const known = [basePct, ...cases.map(({ pct }) => pct)].filter((pct) => pct !== null);
	return {
		basePct,
		cases,
		lowPct: known.length === 0 ? null : Math.min(...known),
		highPct: known.length === 0 ? null : Math.max(...known),
	};
}

function streetCases(
	farness: Farness,
	{ status }: HomePlaces,
	{ count }: Counted,
	{ limit, within }: { readonly limit: number; readonly within: Uint8Array },
): BandEntry[] {
	const atSpeed = (scale: number) => shareOf(withinOf(farness, limit, scale), count);
	const { slower, faster } = SPEED_SCALES;
	const firmlyWithin = within.slice();
	const attached = count.slice();
	for (let home = 0; home < status.length; home++) {
		if (status[home] === NOTED) firmlyWithin[home] = 0;
		if (status[home] === NOT_ATTACHED) attached[home] = 0;
	}
	const cases: BandEntry[] = [{ case: "slower", pct: atSpeed(slower) }];
	if (limit * faster <= farness.horizon) cases.push({ case: "faster", pct: atSpeed(faster) });
	cases.push({ case: "noted-out", pct: shareOf(firmlyWithin, count) });
	cases.push({ case: "not-attached-out", pct: shareOf(within, attached) });
	return cases;
}

/** The rate with the people of each committee scaled to what it declares; as they are where it declares none or is empty. */
function declaredPct(
	farness: Farness,
	places: HomePlaces,
	people: Counted,
	{ limit, declared }: Required<BandAsked>,
): number | null {
	const { level, residents } = declared;
	const sums = cellSums(farness, places, people, { limit, cellCount: level.ofCell.length });
	let { covered, total } = wholeFigure(sums);
	unitFigures(sums, level).forEach((committee, index) => {
		const declaredResidents = residents[index];
		if (declaredResidents === null || committee.total === 0) return;
		total += declaredResidents - committee.total;
		covered += (declaredResidents / committee.total - 1) * committee.covered;
	});
	return pctOf(covered, total);
}

function shareOf(within: Uint8Array, count: Uint32Array): number | null {
	let [covered, total] = [0, 0];
	for (let home = 0; home < within.length; home++) {
		total += count[home];
		if (within[home] === 1) covered += count[home];
	}
	return pctOf(covered, total);
}
