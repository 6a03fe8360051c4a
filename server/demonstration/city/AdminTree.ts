// Who is to have which share of the people: committees in a row, grouped by street-level unit and district, before
// anything is drawn. Dividing land by this row keeps every group in one piece.
import { at } from "../at.ts";
import type { Random } from "../Random.ts";
import type { CityScale } from "./CityScale.ts";

export interface AdminTree {
	/** Planned residents of each committee, relative. */
	readonly weight: Float64Array;
	/** Sums of the weights before each committee; one more than there are committees. */
	readonly weightBefore: Float64Array;
	/** First committee of each street-level unit, and one past the last. */
	readonly firstCommittee: readonly number[];
	/** First street-level unit of each district, and one past the last. */
	readonly firstStreet: readonly number[];
}

export function adminTree(
	{ districts, streetUnits, committees }: CityScale,
	random: Random,
): AdminTree {
	const firstStreet = shareOut(streetUnits, districts, random);
	const firstCommittee = shareOut(committees, streetUnits, random);
	const weight = Float64Array.from({ length: committees }, () => random.between(0.6, 1.4));
	const weightBefore = new Float64Array(committees + 1);
	for (let i = 0; i < committees; i++) weightBefore[i + 1] = at(weightBefore, i) + at(weight, i);
	return { weight, weightBefore, firstCommittee, firstStreet };
}

/** Cut a row of so many into so many parts of uneven length; the first index of each part, and the end. */
function shareOut(total: number, parts: number, random: Random): number[] {
	const sizes = Array.from({ length: parts }, () => random.between(0.6, 1.4));
	const sum = sizes.reduce((a, b) => a + b, 0);
	const firsts = [0];
	let passed = 0;
	for (const size of sizes) {
		passed += size;
		firsts.push(Math.round((total * passed) / sum));
	}
	return firsts;
}

export type Level = "district" | "street" | "committee";

/** Where to divide a range of committees: near the middle of its weight, along the highest border inside. */
export function divisionOf(tree: AdminTree, first: number, end: number) {
	const isInside = (committee: number) => committee > first && committee < end;
	const districtBorders = tree.firstStreet.map((street) => at(tree.firstCommittee, street));
	for (const [level, borders] of [
		["district", districtBorders],
		["street", tree.firstCommittee],
	] as const) {
		const inside = borders.filter(isInside);
		if (inside.length > 0) return { level, at: nearestToMiddle(tree, first, end, inside) };
	}
	const all = Array.from({ length: end - first - 1 }, (_, i) => first + 1 + i);
	return { level: "committee" as Level, at: nearestToMiddle(tree, first, end, all) };
}

function nearestToMiddle(
	{ weightBefore }: AdminTree,
	first: number,
	end: number,
	borders: readonly number[],
): number {
	const middle = (at(weightBefore, first) + at(weightBefore, end)) / 2;
	let best = at(borders, 0);
	for (const border of borders)
		if (Math.abs(at(weightBefore, border) - middle) < Math.abs(at(weightBefore, best) - middle))
			best = border;
	return best;
}
