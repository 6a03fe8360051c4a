// Classes of a coverage share: five equal steps of a round size that reach from the lowest unit to 100 %.
// Equal and round, so that the legend says what the colours mean; the lowest class is open below.

export const CLASS_COUNT = 5;
const ROUND_STEPS_PCT = [0.5, 1, 2, 5, 10, 20] as const;

export interface ShareClasses {
	/** Four lower bounds, of class 1 to class 4; class 0 is everything below the first. */
	readonly boundsPct: readonly number[];
	/** Units in each class. */
	readonly counts: readonly number[];
	readonly noDataCount: number;
}

/** Classes for shares in percent; null is no data and never a class. */
export function shareClasses(sharesPct: readonly (number | null)[]): ShareClasses {
	const known = sharesPct.filter((share) => share !== null);
	const lowest = Math.min(100, ...known);
	const step = ROUND_STEPS_PCT.find((size) => 100 - CLASS_COUNT * size <= lowest) ?? 20;
	const boundsPct = Array.from(
		{ length: CLASS_COUNT - 1 },
		(_, i) => 100 - (CLASS_COUNT - 1 - i) * step,
	);
	const counts = new Array<number>(CLASS_COUNT).fill(0);
	for (const share of known) {
		const index = shareClassOf(share, boundsPct);
		counts[index] = (counts[index] ?? 0) + 1;
	}
	return { boundsPct, counts, noDataCount: sharesPct.length - known.length };
}

/** Class of one share, 0 (lowest) … 4. */
export function shareClassOf(sharePct: number, boundsPct: readonly number[]): number {
	return boundsPct.filter((bound) => sharePct >= bound).length;
}

/** Words of a class: `<80`, `80–85`, … , `≥95`. */
export function shareClassLabel(index: number, boundsPct: readonly number[]): string {
	const [low, high] = [boundsPct[index - 1], boundsPct[index]];
	if (low === undefined) return `<${high}`;
	return high === undefined ? `≥${low}` : `${low}–${high}`;
}
