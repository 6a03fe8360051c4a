// The curves of all units behind the one that is looked at: each of them while they are few, else where half of them lie.
// Pure.
import type { WalkCurve } from "../../../planning/coverage/figures/walkCurve.ts";

/** More lines than this are a smear. */
const MOST_LINES = 250;

export type CurveSpread =
	| { readonly kind: "lines"; readonly lines: readonly Float64Array[] }
	/** Lower and upper quartile of the units at every step. */
	| { readonly kind: "quartiles"; readonly low: Float64Array; readonly high: Float64Array };

/** Units without people have no curve. */
export function curveSpread({ at, units }: Pick<WalkCurve, "at" | "units">): CurveSpread {
	const lines = units.filter((line) => line !== null);
	if (lines.length <= MOST_LINES) return { kind: "lines", lines };
	const [low, high] = [new Float64Array(at.length), new Float64Array(at.length)];
	const shares = new Float64Array(lines.length);
	for (let step = 0; step < at.length; step++) {
		for (let i = 0; i < lines.length; i++) shares[i] = lines[i]?.[step] ?? 0;
		shares.sort();
		low[step] = shares[Math.floor(lines.length / 4)] ?? 0;
		high[step] = shares[Math.floor((lines.length * 3) / 4)] ?? 0;
	}
	return { kind: "quartiles", low, high };
}
