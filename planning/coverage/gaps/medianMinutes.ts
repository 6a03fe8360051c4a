import { secondsOf } from "../../reach/profiles.ts";
import { UNREACHED_DM } from "../../reach/reach.ts";

/** Median walk in minutes, one decimal, of those that a walk within the horizon reached; null when none was. */
export function medianMinutes(
	{ speeds, residenceSpeed }: { speeds: readonly number[]; residenceSpeed: Uint8Array },
	{ costDm }: { costDm: Uint32Array },
	residences: Int32Array,
): number | null {
	const tenths = new Uint32Array(residences.length);
	let count = 0;
	for (let i = 0; i < residences.length; i++) {
		const cost = costDm[residences[i]];
		if (cost === UNREACHED_DM) continue;
		const seconds = secondsOf(cost, speeds[residenceSpeed[residences[i]]]);
		tenths[count++] = Math.round(seconds * 10); // seconds have one decimal
	}
	if (count === 0) return null;
	const sorted = count === 1 ? tenths : tenths.subarray(0, count).sort();
	const minutesAt = (i: number) => sorted[i] / 10 / 60;
	return Math.round(((minutesAt((count - 1) >> 1) + minutesAt(count >> 1)) / 2) * 10) / 10;
}
