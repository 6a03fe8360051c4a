// Within the category's limit or not, and why not, in the fixed order: not attached first.
import { limitDm } from "../../reach/profiles.ts";
import { UNREACHED_DM } from "../../reach/reach.ts";
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import { type NearestTimes, REASONS } from "../analysis.ts";
import type { JobCategory } from "./job.ts";
import { entryOf, type TaskGround } from "./taskGround.ts";

const [, BEYOND, NOT_ATTACHED, NO_FACILITY, NO_OWN_FACILITY] = REASONS.keys();

/** Any: beyond where the city has one to walk to (by radius: has one at all). */
export function judgeAny(ground: TaskGround, category: JobCategory, times: NearestTimes): void {
	const isRadius = entryOf(category).basis === "metres";
	const hasOne = isRadius ? category.hasFacilities : category.hasAttached;
	if (!isRadius) markWithin(ground, category, times);
	markReasons(ground, times, { hasOne, ownCells: null });
}

/** Own: beyond where one of the residence's units has an attached facility. */
export function judgeOwn(ground: TaskGround, category: JobCategory, times: NearestTimes): void {
	markWithin(ground, category, times);
	markReasons(ground, times, { hasOne: false, ownCells: category.ownCells });
}

/** 1 where the cost is within the category's minutes at the group's speed. */
function markWithin(
	{ profile, ascending }: TaskGround,
	category: JobCategory,
	{ costDm, within }: NearestTimes,
): void {
	const minutes = entryOf(category).walkMinutes ?? 0;
	const limit = Math.min(limitDm(minutes * 60, profile.speedMPerMin), UNREACHED_DM - 1);
	for (let i = 0; i < ascending.length; i++)
		within[ascending[i]] = costDm[ascending[i]] <= limit ? 1 : 0;
}

function markReasons(
	{ job, ascending }: TaskGround,
	{ mode, within, reason }: NearestTimes,
	{ hasOne, ownCells }: { hasOne: boolean; ownCells: Uint8Array | null },
): void {
	const { attached, cell } = job.residences;
	const elsewhere = mode === "own" ? NO_OWN_FACILITY : NO_FACILITY;
	for (let i = 0; i < ascending.length; i++) {
		const residence = ascending[i];
		if (within[residence] === 1) reason[residence] = 0;
		else if (attached.edge[residence] === NO_EDGE) reason[residence] = NOT_ATTACHED;
		else if (hasOne || (ownCells !== null && ownCells[cell[residence]] === 1))
			reason[residence] = BEYOND;
		else reason[residence] = elsewhere;
	}
}
