// Classes of a coverage share. Two fixed ladders, so that a colour means the same share for every category that uses
// its ladder: most cities are well covered, and there the differences lie near the top; else even steps.

const HIGH_PCT = [60, 80, 90, 95] as const;
const EVEN_PCT = [20, 40, 60, 80] as const;
const HIGH_FROM_MEDIAN_PCT = 70;

export interface ShareClasses {
	/** Four lower bounds, of class 1 to class 4; class 0 is everything below the first. */
	readonly boundsPct: readonly number[];
	/** Units in each class. */
	readonly counts: readonly number[];
	readonly noDataCount: number;
}

/** Classes for shares in percent; null is no data and never a class. */
export function shareClasses(sharesPct: readonly (number | null)[]): ShareClasses {
	const known = sharesPct.filter((share) => share !== null).sort((a, b) => a - b);
	const median = known[Math.floor(known.length / 2)] ?? 0;
	const boundsPct = median >= HIGH_FROM_MEDIAN_PCT ? HIGH_PCT : EVEN_PCT;
	const counts = new Array<number>(boundsPct.length + 1).fill(0);
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

/** Words of a class: `<60`, `60–80`, … , `≥95`. */
export function shareClassLabel(index: number, boundsPct: readonly number[]): string {
	const [low, high] = [boundsPct[index - 1], boundsPct[index]];
	if (low === undefined) return `<${high}`;
	return high === undefined ? `≥${low}` : `${low}–${high}`;
}
