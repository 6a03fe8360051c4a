// Within the category's limit or not, and why not, in the fixed order: not attached first.
import { limitDm } from "../../reach/profiles.ts";
import { UNREACHED_DM } from "../../reach/reach.ts";
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import { type NearestTimes, REASONS } from "../analysis.ts";
import type { JobCategory, SearchJob } from "./job.ts";
import type { SearchTask } from "./split.ts";
import { entryOf } from "./taskGround.ts";

const [, BEYOND, NOT_ATTACHED, NO_FACILITY, NO_OWN_FACILITY] = REASONS.keys();

/** Any: beyond where the city has one to walk to (by radius: has one at all). */
export function judgeAny(
	job: SearchJob,
	task: SearchTask,
	category: JobCategory,
	times: NearestTimes,
): void {
	const isRadius = entryOf(category).basis === "metres";
	const hasOne = isRadius ? category.hasFacilities : category.hasAttached;
	if (!isRadius) markWithin(job, task, category, times);
	markReasons(job, task, times, () => (hasOne ? BEYOND : NO_FACILITY));
}

/** Own: beyond where one of the residence's units has an attached facility. */
export function judgeOwn(
	job: SearchJob,
	task: SearchTask,
	category: JobCategory,
	times: NearestTimes,
): void {
	const { cell } = job.residences;
	const { ownCells } = category;
	markWithin(job, task, category, times);
	markReasons(job, task, times, (residence) =>
		cell[residence] >= 0 && ownCells?.[cell[residence]] === 1 ? BEYOND : NO_OWN_FACILITY,
	);
}

/** 1 where the cost is within the category's minutes at the group's speed. */
function markWithin(
	{ profiles }: SearchJob,
	{ group, residences }: SearchTask,
	category: JobCategory,
	{ costDm, within }: NearestTimes,
): void {
	const minutes = entryOf(category).walkMinutes ?? 0;
	const limit = limitDm(minutes * 60, profiles[group].speedMPerMin);
	for (const residence of residences)
		within[residence] = costDm[residence] !== UNREACHED_DM && costDm[residence] <= limit ? 1 : 0;
}

function markReasons(
	{ residences: { attached } }: SearchJob,
	{ residences }: SearchTask,
	{ within, reason }: NearestTimes,
	whyElse: (residence: number) => number,
): void {
	for (const residence of residences)
		if (within[residence] === 1) reason[residence] = 0;
		else if (attached.edge[residence] === NO_EDGE) reason[residence] = NOT_ATTACHED;
		else reason[residence] = whyElse(residence);
}
