// Classes of numbers of people as words: round numbers, short enough to stand between two colours. Pure.
import { classLabel } from "../../../planning/coverage/figures/breaks.ts";

const THOUSAND = 1_000;

export interface CrowdKey {
	readonly label: string;
	/** 500, 2k: where it ends; null for the last. */
	readonly end: string | null;
}

export function crowdKeys(bounds: readonly number[]): readonly CrowdKey[] {
	if (bounds.length === 0) return [{ label: ">0", end: null }];
	const last: CrowdKey = { label: classLabel(bounds.length, bounds), end: null };
	return [
		...bounds.map((bound, index) => ({ label: classLabel(index, bounds), end: short(bound) })),
		last,
	];
}

function short(bound: number): string {
	return bound >= THOUSAND ? `${bound / THOUSAND}k` : String(bound);
}
