// Where tasks write: one slot per residence, so that tasks of different residences never meet.
import { UNREACHED_DM } from "../../reach/reach.ts";
import type { Mode, NearestTimes } from "../analysis.ts";
import type { SearchJob } from "./job.ts";

/** Memory for numbers: plain, or shared between threads. */
export type Memory = (bytes: number) => ArrayBufferLike;

/** Times of every category, any before own, that nobody has reached yet. */
export function emptyTimes(
	job: SearchJob,
	memory: Memory = (n) => new ArrayBuffer(n),
): NearestTimes[] {
	const count = job.residences.group.length;
	const times = (category: string, mode: Mode): NearestTimes => ({
		category,
		mode,
		costDm: new Uint32Array(memory(4 * count)).fill(UNREACHED_DM),
		facility: new Int32Array(memory(4 * count)).fill(-1),
		within: new Uint8Array(memory(count)),
		reason: new Uint8Array(memory(count)),
	});
	return job.categories.flatMap(({ code, ownCells }) =>
		ownCells === null ? [times(code, "any")] : [times(code, "any"), times(code, "own")],
	);
}

/** Near as the crow flies, far on foot, and what lies between: rows of [category, residence, facility, barrier line]. */
export type SeveredRows = Uint32Array;
export const SEVERED_FIELDS = 4;

/** Near as the crow flies, far on foot, and what lies between. */
export interface Severed {
	readonly residence: number;
	/** The facility that the straight line goes to, an index into the city's. */
	readonly facility: number;
	/** The barrier line it crosses. */
	readonly barrier: number;
}

/** What tasks found, by category and residence, whichever task finished first. */
export function joinSevered(
	job: SearchJob,
	found: readonly SeveredRows[],
): ReadonlyMap<string, readonly Severed[]> {
	const byCategory = new Map<string, Severed[]>();
	for (const rows of found)
		for (let i = 0; i < rows.length; i += SEVERED_FIELDS) {
			const { code } = job.categories[rows[i]];
			const one = { residence: rows[i + 1], facility: rows[i + 2], barrier: rows[i + 3] };
			const list = byCategory.get(code);
			if (list === undefined) byCategory.set(code, [one]);
			else list.push(one);
		}
	for (const list of byCategory.values()) list.sort((a, b) => a.residence - b.residence);
	return byCategory;
}
