// The curves of all units behind the one that is looked at: each of them while they are few, else where half of them lie.
// Pure.
import quickselect from "quickselect";
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
	const quarter = Math.floor(lines.length / 4);
	const threeQuarters = Math.floor((lines.length * 3) / 4);
	for (let step = 0; step < at.length; step++) {
		const shares = lines.map((line) => line[step] ?? 0);
		quickselect(shares, quarter);
		low[step] = shares[quarter] ?? 0;
		// all that follow the lower quartile are no less
		quickselect(shares, threeQuarters, quarter);
		high[step] = shares[threeQuarters] ?? 0;
	}
	return { kind: "quartiles", low, high };
}
