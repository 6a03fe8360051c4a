// The share of people within each walk, for a curve: of the city and of every unit of a level in one pass over the homes.
import { boundsOf, type Farness } from "./farness.ts";
import type { Counted } from "./people.ts";

const STEPS = 60;

export interface WalkCurve {
	/** Equal steps from 0 to the horizon, in the unit that limits are said in. */
	readonly at: readonly number[];
	/** Per cent of the people within each step. Whom nothing reaches is counted too; null where nobody lives (无数据). */
	readonly whole: Float64Array | null;
	/** The same for each unit. */
	readonly units: readonly (Float64Array | null)[];
}

interface CurveAsked {
	/** Unit of each home (`homeUnits`); without it only the whole is drawn. */
	readonly unitOf?: Int32Array;
	readonly unitCount?: number;
	readonly steps?: number;
}

/** Curves of walks. At every step a curve is the share within that limit, as `cellSums` counts it, not rounded. */
export function walkCurve(
	farness: Farness,
	{ count }: Counted,
	{ unitOf, unitCount = 0, steps = STEPS }: CurveAsked = {},
): WalkCurve {
	const at = Array.from({ length: steps + 1 }, (_, step) => (step * farness.horizon) / steps);
	const stepOf = stepFinder(farness, at);
	const width = at.length + 1; // the last slot is for those beyond the horizon
	const people = new Float64Array((unitCount + 1) * width);
	for (let home = 0; home < count.length; home++) {
		const unit = unitOf === undefined || unitOf[home] < 0 ? unitCount : unitOf[home];
		people[unit * width + stepOf(home)] += count[home];
	}
	const row = (unit: number) => people.subarray(unit * width, (unit + 1) * width);
	const whole = new Float64Array(width);
	for (let slot = 0; slot < people.length; slot++) whole[slot % width] += people[slot];
	return {
		at,
		whole: sharesOf(whole),
		units: Array.from({ length: unitCount }, (_, unit) => sharesOf(row(unit))),
	};
}

/** The first step that each home is within; the number of steps when it is within none. Costs are whole: a table says it. */
function stepFinder(farness: Farness, at: readonly number[]): (home: number) => number {
	const { cost, walker, speeds } = farness;
	const bounds = at.map((limit) => boundsOf(farness, limit));
	const stepsOf = speeds.map((_, kind) => {
		const farthest = boundsOf(farness, farness.horizon)[kind];
		const steps = new Uint16Array(Math.floor(farthest) + 1);
		let step = 0;
		for (let one = 0; one < steps.length; one++) {
			while (step < at.length - 1 && one > bounds[step][kind]) step++;
			steps[one] = step;
		}
		return steps;
	});
	return (home) => {
		const steps = stepsOf[walker[home]];
		return cost[home] < steps.length ? steps[cost[home]] : at.length;
	};
}

function sharesOf(people: Float64Array): Float64Array | null {
	const total = people.reduce((sum, one) => sum + one, 0);
	if (total === 0) return null;
	let within = 0;
	return people.subarray(0, -1).map((one) => {
		within += one;
		return (within / total) * 100;
	});
}
