// 综合达标 (DESIGN 4.6): every one of eight services within its own limit. An editable default of the app, not a norm.
import { limitDm } from "../../reach/profiles.ts";
import { categoryOf, limitOf } from "../../standards/catalogue.ts";
import type { NearestTimes } from "../analysis.ts";
import { UNKNOWN_COST } from "./farness.ts";

/** Services of the composite; any one of several categories serves. */
export const COMPOSITE_PARTS: readonly (readonly string[])[] = [
	["HEA-CHC"],
	["EDU-MID"],
	["CUL-CEN"],
	["SPO-GYM", "SPO-L"],
	["EDU-PRI"],
	["COM-MKT"],
	["ELD-DAY"],
	["GRN-PK"],
];
/** Farther than this per cent of the limit is not told apart. */
export const FAR_PCT = 255;
/** Limits of the composite can be asked up to this per cent. */
export const COMPOSITE_HORIZON_PCT = 200;

/** For each part and home: the walk in per cent of the limit, rounded up, so that ≤ 100 is exactly within; FAR_PCT beyond. */
export function compositeParts(
	timesOf: (category: string) => Pick<NearestTimes, "costDm"> | null,
	{ speeds, walker }: { readonly speeds: readonly number[]; readonly walker: Uint8Array },
): Uint8Array[] {
	return COMPOSITE_PARTS.map((categories) => {
		const part = new Uint8Array(walker.length).fill(FAR_PCT);
		for (const code of categories) {
			const times = timesOf(code);
			const category = categoryOf(code);
			if (times === null || category === undefined) continue;
			const bounds = speeds.map((speed) => limitDm((limitOf(category) ?? 0) * 60, speed));
			times.costDm.forEach((costDm, home) => {
				if (costDm === UNKNOWN_COST) return;
				const pct = Math.min(FAR_PCT, Math.ceil((costDm * 100) / bounds[walker[home]]));
				part[home] = Math.min(part[home], pct);
			});
		}
		return part;
	});
}

/** The farthest part of each home: at most 100 is 综合达标. */
export function compositeCost(parts: readonly Uint8Array[]): Uint32Array {
	const cost = new Uint32Array(parts[0]?.length ?? 0);
	for (const part of parts)
		for (let home = 0; home < cost.length; home++)
			if (part[home] > cost[home]) cost[home] = part[home];
	for (let home = 0; home < cost.length; home++)
		if (cost[home] === FAR_PCT) cost[home] = UNKNOWN_COST;
	return cost;
}

/** How many of the parts each home reaches at a per cent of their limits. */
export function reachedParts(parts: readonly Uint8Array[], limitPct: number): Uint8Array {
	const reached = new Uint8Array(parts[0]?.length ?? 0);
	for (const part of parts)
		for (let home = 0; home < reached.length; home++) if (part[home] <= limitPct) reached[home]++;
	return reached;
}
