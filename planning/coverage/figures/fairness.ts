// How unequally walks are shared out: the Lorenz curve of walks over people, and its Gini coefficient.
// M. O. Lorenz 1905, Publications of the American Statistical Association 9(70), 209–219, and C. Gini 1914; used for access
// by A. Delbosc & G. Currie 2011, Journal of Transport Geography 19(6), 1252–1259 (all from memory).
import { pctOf } from "../coverageRows.ts";
import { boundsOf, type Farness } from "./farness.ts";
import type { Counted } from "./people.ts";

export interface Fairness {
	/** The Lorenz curve at every per cent of people, those with the shortest walk first; empty where nobody is counted. */
	readonly points: readonly (readonly [sharePeoplePct: number, shareWalkPct: number])[];
	/** 0 everybody walks the same … 1 one person does all the walking; null where nobody is counted. */
	readonly gini: number | null;
	/** The walk within which half of the people are, in the unit of limits; null beyond the horizon. */
	readonly medianMeasure: number | null;
	/** Share of people whose walk is not known and is taken to be the horizon: where it is not 0, `gini` is a lower bound. */
	readonly cappedPct: number | null;
}

/** Walks and how many people have each, the shortest first. */
interface Walks {
	readonly measure: number[];
	readonly people: number[];
	peopleTotal: number;
	walkTotal: number;
}

/**
 * Fairness of walks over the people counted (of one unit: `peopleIn`). Whoever walks beyond the horizon is taken to walk to
 * the horizon; as they are the last in the order, the truth is at least as unequal.
 */
export function fairness(farness: Farness, counted: Counted): Fairness {
	const table = walksTable(farness, counted);
	const walks = mergedWalks(farness, table);
	const { peopleTotal } = walks;
	if (peopleTotal === 0) return { points: [], gini: null, medianMeasure: null, cappedPct: null };
	return {
		points: lorenzPoints(walks),
		gini: giniOf(walks),
		medianMeasure: table.capped * 2 > peopleTotal ? null : medianOf(walks),
		cappedPct: pctOf(table.capped, peopleTotal),
	};
}

interface WalksTable {
	/** For each kind of walker, people by cost. */
	readonly byCost: readonly Float64Array[];
	/** People beyond the horizon. */
	readonly capped: number;
}

/** Costs are whole numbers up to the horizon, so counting them is quicker than sorting homes. */
function walksTable(farness: Farness, { count }: Counted): WalksTable {
	const { cost, walker } = farness;
	const farthest = boundsOf(farness, farness.horizon);
	const byCost = Array.from(farthest, (bound) => new Float64Array(bound + 1));
	let capped = 0;
	for (let home = 0; home < count.length; home++) {
		const kind = walker[home];
		if (cost[home] > farthest[kind]) capped += count[home];
		else byCost[kind][cost[home]] += count[home];
	}
	return { byCost, capped };
}

/** Each table rises by itself, so that tables are merged and nothing is sorted. */
function mergedWalks({ unit, speeds, horizon }: Farness, { byCost, capped }: WalksTable): Walks {
	const perUnit = speeds.map((speed) => ({ minutes: 10 * speed, metres: 10, percent: 1 })[unit]);
	const walks: Walks = { measure: [], people: [], peopleTotal: 0, walkTotal: 0 };
	const next = byCost.map((people) => nextCost(people, 0));
	const measureOf = (kind: number) => next[kind] / perUnit[kind];
	for (;;) {
		let first = 0;
		for (let kind = 1; kind < next.length; kind++)
			if (measureOf(kind) < measureOf(first)) first = kind;
		if (!(next[first] < Infinity)) break;
		add(walks, measureOf(first), byCost[first][next[first]]);
		next[first] = nextCost(byCost[first], next[first] + 1);
	}
	if (capped > 0) add(walks, horizon, capped);
	return walks;
}

/** The first cost from `cost` that somebody has; Infinity when there is none. */
function nextCost(people: Float64Array, cost: number): number {
	for (let one = cost; one < people.length; one++) if (people[one] > 0) return one;
	return Infinity;
}

function add(walks: Walks, measure: number, people: number): void {
	walks.measure.push(measure);
	walks.people.push(people);
	walks.peopleTotal += people;
	walks.walkTotal += people * measure;
}

/** Twice the area between the diagonal and the Lorenz curve, by trapezia: exact, as the curve is straight between walks. */
function giniOf({ measure, people, peopleTotal, walkTotal }: Walks): number {
	if (walkTotal === 0) return 0;
	let walked = 0;
	let twiceUnder = 0;
	for (let i = 0; i < people.length; i++) {
		const before = walked;
		walked += measure[i] * people[i];
		twiceUnder += people[i] * (before + walked);
	}
	return Math.max(0, 1 - twiceUnder / (peopleTotal * walkTotal));
}

function lorenzPoints({ measure, people, peopleTotal, walkTotal }: Walks): [number, number][] {
	const points: [number, number][] = [[0, 0]];
	let [i, before, walked] = [0, 0, 0];
	for (let pct = 1; pct <= 100; pct++) {
		const wanted = (peopleTotal * pct) / 100;
		while (i + 1 < people.length && before + people[i] < wanted) {
			before += people[i];
			walked += measure[i] * people[i];
			i++;
		}
		const sum = walked + (wanted - before) * measure[i];
		points.push([pct, walkTotal === 0 ? pct : (sum / walkTotal) * 100]);
	}
	return points;
}

function medianOf({ measure, people, peopleTotal }: Walks): number {
	let before = 0;
	const half = people.findIndex((one) => {
		before += one;
		return before * 2 >= peopleTotal;
	});
	return measure[half];
}
