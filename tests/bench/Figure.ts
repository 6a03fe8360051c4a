// What a bench prints: one figure per id of the tables of numbers.

export interface Figure {
	readonly id: string;
	readonly value: number;
	/** ms, s, MB, ns, %, per s … */
	readonly unit: string;
	readonly atMost?: number;
	readonly atLeast?: number;
	/** The same work by the baseline, in the same unit, measured in the same run. */
	readonly baseline?: number;
	/** value ÷ baseline */
	readonly ratio?: number;
	readonly ratioAtMost?: number;
}

export interface BenchResult {
	readonly seed: number;
	/** Sizes of what was measured. */
	readonly scene: Readonly<Record<string, number>>;
	readonly figures: readonly Figure[];
}
