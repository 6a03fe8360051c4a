// Classes of a residence by its walk: bands up to the limit that is asked for, then beyond, then not attached.
import { boundsOf, type Farness, type LimitUnit } from "../../planning/coverage/figures/farness.ts";
import { NOT_ATTACHED as WITHOUT_STREET } from "../../planning/coverage/figures/unitFigures.ts";

export const BEYOND = 250;
export const NOT_ATTACHED = 251;

export interface WalkBands {
	/** Upper bounds, in the unit of limits; the last is the limit. */
	readonly upTo: readonly number[];
	readonly unit: LimitUnit;
}

/** At most three bands: of five minutes up to 15; else thirds of the limit, a radius rounded to 50 m. */
export function walkBands(limit: number, unit: LimitUnit): WalkBands {
	const step = unit === "metres" ? 50 : 1;
	const third = (part: number) => Math.round((limit * part) / (3 * step)) * step;
	if (unit !== "minutes" || limit > 15) {
		const inner = [third(1), third(2)].filter((bound) => bound > 0 && bound < limit);
		return { upTo: [...new Set(inner), limit], unit };
	}
	const upTo: number[] = [];
	for (let minutes = 5; minutes < limit; minutes += 5) upTo.push(minutes);
	return { upTo: [...upTo, limit], unit };
}

/** A class per residence: index of its band, BEYOND, or NOT_ATTACHED. Whole costs decide, never a rounded minute. */
export function walkClasses(farness: Farness, status: Uint8Array, { upTo }: WalkBands): Uint8Array {
	const { cost, walker } = farness;
	const bounds = upTo.map((limit) => boundsOf(farness, limit));
	const classes = new Uint8Array(cost.length);
	for (let home = 0; home < cost.length; home++) {
		const own = cost[home] ?? 0;
		const kind = walker[home] ?? 0;
		const band = bounds.findIndex((bound) => own <= (bound[kind] ?? 0));
		classes[home] = band >= 0 ? band : status[home] === WITHOUT_STREET ? NOT_ATTACHED : BEYOND;
	}
	return classes;
}
