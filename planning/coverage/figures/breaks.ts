// Classes of shares for a choropleth, with honest breaks: the reader chooses how they are drawn and sees where they lie.
import { ckmeans } from "simple-statistics";

/** Lower bounds of class 1 to 4 of the fixed ladders, in per cent. */
const HIGH_PCT = [60, 80, 90, 95] as const;
const EVEN_PCT = [20, 40, 60, 80] as const;
const HIGH_FROM_MEDIAN_PCT = 70;
const CLASSES = 5;
/** Less than shares are told apart by; keeps 59.999… from becoming 59.9. */
const ROUNDING = 1e-6;

/**
 * fixed: one of two ladders, so that a colour means the same share for every category that uses its ladder: most cities are
 * well covered, and there the differences lie near the top; else even steps · quantile: as many units in each class ·
 * equal: steps of equal width · natural: least squares within classes (Wang & Song 2011, The R Journal 3(2), 29–33).
 */
export const BREAK_KINDS = ["fixed", "quantile", "equal", "natural"] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

export interface ClassBreaks {
	readonly kind: BreakKind;
	/** Lower bounds of class 1 and on, rising, with one decimal; class 0 is everything below the first. */
	readonly bounds: readonly number[];
	/** Units in each class, as `classOf` says. */
	readonly counts: readonly number[];
	readonly noDataCount: number;
}

/**
 * Classes for shares in per cent; null is no data and never a class. Fixed always gives five; the others fewer where
 * values repeat, and one class without bounds where all values are the same.
 */
export function classBreaks(
	values: readonly (number | null)[],
	kind: BreakKind,
	classes = CLASSES,
): ClassBreaks {
	const known = values.filter((value) => value !== null).sort((a, b) => a - b);
	const bounds = boundsOf(kind, known, classes);
	const counts = new Array<number>(bounds.length + 1).fill(0);
	for (const value of known) counts[classOf(value, bounds)]++;
	return { kind, bounds, counts, noDataCount: values.length - known.length };
}

/** Class of a value: 0 (lowest) … the number of bounds. A value on a bound belongs to the upper class. */
export function classOf(value: number, bounds: readonly number[]): number {
	return bounds.filter((bound) => value >= bound).length;
}

/** Words of a class of shares: `<60`, `60–80`, … , `≥95`. */
export function classLabel(index: number, bounds: readonly number[]): string {
	const [low, high] = [bounds[index - 1], bounds[index]];
	if (low === undefined) return high === undefined ? "0–100" : `<${high}`;
	return high === undefined ? `≥${low}` : `${low}–${high}`;
}

function boundsOf(kind: BreakKind, sorted: readonly number[], classes: number): readonly number[] {
	if (kind === "fixed") return fixedBounds(sorted);
	return sorted.length === 0 ? [] : tidied(LOWEST_OF[kind](sorted, classes), sorted);
}

function fixedBounds(sorted: readonly number[]): readonly number[] {
	const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
	return median >= HIGH_FROM_MEDIAN_PCT ? HIGH_PCT : EVEN_PCT;
}

type LowestOf = (sorted: readonly number[], classes: number) => number[];

/** The lowest value of class 1 and on, of values that rise. */
const LOWEST_OF: Readonly<Record<Exclude<BreakKind, "fixed">, LowestOf>> = {
	quantile: (sorted, classes) =>
		stepsBetween(classes).map((step) => sorted[Math.floor((sorted.length * step) / classes)]),
	equal: (sorted, classes) => {
		const [low, high] = [sorted[0], sorted[sorted.length - 1]];
		return stepsBetween(classes).map((step) => low + ((high - low) * step) / classes);
	},
	natural: (sorted, classes) =>
		ckmeans([...sorted], Math.min(classes, new Set(sorted).size))
			.slice(1)
			.map(([lowest]) => lowest),
};

/** Rounded down to a decimal, so that the value that a bound was made of stays above it; none that parts nobody. */
function tidied(lowest: readonly number[], sorted: readonly number[]): number[] {
	const [low, high] = [sorted[0], sorted[sorted.length - 1]];
	const bounds = lowest.map((value) => Math.floor(value * 10 + ROUNDING) / 10);
	return [...new Set(bounds)].filter((bound) => bound > low && bound <= high);
}

function stepsBetween(classes: number): number[] {
	return Array.from({ length: classes - 1 }, (_, i) => i + 1);
}
