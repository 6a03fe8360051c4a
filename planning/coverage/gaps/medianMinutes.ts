import { limitDm, secondsOf } from "../../reach/profiles.ts";
import { MIN_HORIZON_S } from "../horizon.ts";

interface Walkers {
	readonly speeds: readonly number[];
	readonly residenceSpeed: Uint8Array;
}

/** Median walk in minutes, one decimal, of `residences[from … to − 1]`; null when nobody's is known. */
export type MedianMeter = (
	residences: ArrayLike<number>,
	from: number,
	to: number,
) => number | null;

/** Lists up to here are sorted by insertion: a call to sort a list of three takes longer than sorting it. */
const FEW = 24;

/** Medians of those whose walk takes at most `MIN_HORIZON_S`; the meter's memory is kept from call to call. */
export function medianMeterOf(
	{ speeds, residenceSpeed }: Walkers,
	{ costDm }: { readonly costDm: Uint32Array },
): MedianMeter {
	const farthestDm = speeds.map((speed) => limitDm(MIN_HORIZON_S, speed));
	let tenths = new Uint32Array(FEW);
	return (residences, from, to) => {
		if (to - from > tenths.length) tenths = new Uint32Array(2 * (to - from));
		let count = 0;
		for (let i = from; i < to; i++) {
			const cost = costDm[residences[i]];
			const walker = residenceSpeed[residences[i]];
			if (cost > farthestDm[walker]) continue;
			const seconds = secondsOf(cost, speeds[walker]);
			tenths[count++] = Math.round(seconds * 10); // seconds have one decimal
		}
		if (count === 0) return null;
		if (count > FEW) tenths.subarray(0, count).sort();
		else sortFew(tenths, count);
		const minutesAt = (i: number) => tenths[i] / 10 / 60;
		return Math.round(((minutesAt((count - 1) >> 1) + minutesAt(count >> 1)) / 2) * 10) / 10;
	};
}

/** The median of a whole list. */
export function medianMinutes(
	walkers: Walkers,
	times: { readonly costDm: Uint32Array },
	residences: Int32Array,
): number | null {
	return medianMeterOf(walkers, times)(residences, 0, residences.length);
}

function sortFew(numbers: Uint32Array, count: number): void {
	for (let i = 1; i < count; i++) {
		const one = numbers[i];
		let at = i;
		for (; at > 0 && numbers[at - 1] > one; at--) numbers[at] = numbers[at - 1];
		numbers[at] = one;
	}
}
