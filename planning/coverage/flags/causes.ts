// One cause per uncovered residence and category, in this order: not attached; severed; a gap in the facilities.
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import type { NearestTimes } from "../analysis.ts";
import type { Severed } from "../search/results.ts";
import type { Surveyed } from "../surveyed.ts";

export interface Causes {
	readonly severed: readonly Severed[];
	/** Residences, ascending. */
	readonly gap: Int32Array;
}

/** Sort the attached residences of one category that are not within its limit by cause. */
export function causesOf(
	{ attachments }: Surveyed,
	{ within }: NearestTimes,
	severed: readonly Severed[],
): Causes {
	const gap = new Int32Array(within.length);
	const isSevered = new Set(severed.map(({ residence }) => residence));
	const { edge } = attachments.residences;
	let count = 0;
	for (let residence = 0; residence < within.length; residence++)
		if (within[residence] === 0 && edge[residence] !== NO_EDGE && !isSevered.has(residence))
			gap[count++] = residence;
	return { severed, gap: gap.slice(0, count) };
}
