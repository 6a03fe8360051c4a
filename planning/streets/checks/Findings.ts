// What a check of streets found: every finding counted, the first thousand kept.

export const LISTED_FINDINGS = 1_000;

export interface Findings<F> {
	/** Exact. */
	readonly count: number;
	/** The first `LISTED_FINDINGS`, in the order of the ways. */
	readonly listed: readonly F[];
	/** Share of ends or ways concerned, 0–100. */
	readonly sharePct: number;
}

/** An end of a line that stops just before another line. */
export interface AlmostJoined {
	readonly lon: number;
	readonly lat: number;
	readonly wayId: number;
	readonly otherWayId: number;
	readonly distanceM: number;
}

/** Two lines that cross at one level without a node in common, at the place where they do. */
export interface MissingCrossing {
	readonly lon: number;
	readonly lat: number;
	readonly wayId: number;
	readonly otherWayId: number;
}

/** A line that repeats an earlier one; the place is its middle point. */
export interface DuplicateWay {
	readonly lon: number;
	readonly lat: number;
	readonly wayId: number;
	readonly otherWayId: number;
}
