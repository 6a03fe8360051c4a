// How far every home is from what is asked: whole costs, so that any limit is answered by a comparison, without a search.
import { limitDm } from "../../reach/profiles.ts";

/** Costs that no search reached. */
export const UNKNOWN_COST = 0xffff_ffff;
/** 综合达标 stands where a category's code stands. */
export const COMPOSITE = "COMPOSITE";

export type LimitUnit = "minutes" | "metres" | "percent";

export interface Farness {
	/** What limits are said in: minutes of walking, metres straight, or per cent of each category's own limit. */
	readonly unit: LimitUnit;
	/** Decimetres of level walking; decimetres straight; whole per cent, rounded up. UNKNOWN_COST beyond the horizon. */
	readonly cost: Uint32Array;
	/** Index into `speeds` of each home. */
	readonly walker: Uint8Array;
	/** Metres per minute. */
	readonly speeds: readonly number[];
	/** The standard's own limit, in `unit`. */
	readonly ownLimit: number;
	/** Limits up to here can be asked, in `unit`. */
	readonly horizon: number;
}

/** The largest cost that is still within a limit, for each kind of walker. `scale` multiplies speeds (sensitivity). */
export function boundsOf({ unit, speeds }: Farness, limit: number, scale = 1): Float64Array {
	return Float64Array.from(speeds, (speedMPerMin) => {
		if (unit === "percent") return limit * scale;
		if (unit === "metres") return limit * 10;
		return scale === 1
			? limitDm(limit * 60, speedMPerMin)
			: Math.floor(limit * 10 * speedMPerMin * scale);
	});
}

/** 1 for each home within the limit. `scale` as of `boundsOf`. */
export function withinOf(farness: Farness, limit: number, scale = 1): Uint8Array {
	const { cost, walker } = farness;
	const bounds = boundsOf(farness, limit, scale);
	const within = new Uint8Array(cost.length);
	for (let home = 0; home < cost.length; home++)
		within[home] = cost[home] <= bounds[walker[home]] ? 1 : 0;
	return within;
}

/** A cost in the unit that limits are said in; null beyond the horizon. */
export function measureOf({ unit, cost, walker, speeds }: Farness, home: number): number | null {
	if (cost[home] === UNKNOWN_COST) return null;
	if (unit === "percent") return cost[home];
	return unit === "metres" ? cost[home] / 10 : cost[home] / 10 / speeds[walker[home]];
}

/** The measures of many homes in turn; Infinity beyond the horizon. */
export function measurer(farness: Farness): (home: number) => number {
	const { cost, walker } = farness;
	const farthest = boundsOf(farness, farness.horizon);
	return (home) =>
		cost[home] <= farthest[walker[home]] ? (measureOf(farness, home) ?? Infinity) : Infinity;
}
