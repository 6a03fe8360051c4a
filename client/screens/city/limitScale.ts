// The steps of the limit slider, and the marks beneath it. Pure.
import type { SubjectLimits } from "../../../planning/coverage/figures/subject.ts";

export interface LimitScale {
	readonly min: number;
	readonly max: number;
	readonly step: number;
	/** Values written beneath the slider, rising. */
	readonly marks: readonly number[];
}

const RADIUS_STEP_M = 50;
const COMPOSITE_FROM_PCT = 50;

/** Whole minutes up to what has been searched, radii in fifties of metres, the composite from half of each limit. */
export function limitScale({ unit, own, most }: SubjectLimits): LimitScale {
	if (unit === "minutes") return { min: 1, max: most, step: 1, marks: everyOf(5, most) };
	if (unit === "metres")
		return { min: RADIUS_STEP_M, max: most, step: RADIUS_STEP_M, marks: everyOf(own / 2, most) };
	return { min: COMPOSITE_FROM_PCT, max: most, step: 5, marks: everyOf(50, most) };
}

/** Multiples of a step up to the end. */
function everyOf(step: number, end: number): number[] {
	return Array.from({ length: Math.floor(end / step) }, (_, i) => (i + 1) * step);
}
