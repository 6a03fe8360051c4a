// One task: the nearest facilities of its residences in every category and both modes, and what severs them.
import { limitDm } from "../../reach/profiles.ts";
import { type HomeRows, homeRowsOf, nearest } from "../../reach/reach.ts";
import type { NearestTimes } from "../analysis.ts";
import { judgeAny, judgeOwn } from "./judge.ts";
import { nearestInRadius } from "./radius.ts";
import type { SeveredRows } from "./results.ts";
import type { Searcher } from "./searcher.ts";
import { findSevered } from "./severed.ts";
import type { SearchTask } from "./split.ts";
import { entryOf, type TaskCategory, type TaskGround, taskGroundOf } from "./taskGround.ts";

/**
 * Search a task; times are written in place, into the slots of the task's residences only. Any split of a city into
 * tasks gives the same times: labels compare (cost, facility), and no facility outside the halo can be reached.
 * `checkpoint` is called before each category, with the share done; what it throws ends the task.
 */
export function searchTask(
	searcher: Searcher,
	task: SearchTask,
	times: readonly NearestTimes[],
	checkpoint: (share: number) => void = () => undefined,
): SeveredRows {
	const ground = taskGroundOf(searcher.job, task);
	const everybody = homeRowsOf(searcher.reachOf(task.group), task.residences);
	const severed: number[] = [];
	let slot = 0;
	searcher.job.categories.forEach((category, number) => {
		checkpoint(number / searcher.job.categories.length);
		const facilities = ground.facilitiesOf(number);
		const any = times[slot++];
		searchAny(searcher, ground, everybody, { category, facilities, times: any });
		for (const one of findSevered(searcher, ground, { category, facilities, times: any }))
			severed.push(number, one.residence, one.facility, one.barrier);
		if (category.ownCells === null) return;
		searchOwn(searcher, ground, { category, facilities, times: times[slot++] });
	});
	return Uint32Array.from(severed);
}

/** The nearest of any unit (开放). */
function searchAny(
	searcher: Searcher,
	ground: TaskGround,
	everybody: HomeRows,
	{ category, facilities, times }: TaskCategory,
): void {
	const entry = entryOf(category);
	if (facilities.length > 0)
		nearest(
			searcher.reachOf(ground.task.group),
			facilities,
			everybody,
			horizonDm(searcher, ground),
			times,
		);
	if (entry.basis === "metres") nearestInRadius(ground, facilities, entry.radiusM ?? 0, times);
	judgeAny(ground, category, times);
}

/** The nearest of those that one's own units operate (属地): a search per unit. */
function searchOwn(
	searcher: Searcher,
	ground: TaskGround,
	{ category, facilities, times }: TaskCategory,
): void {
	const { served } = searcher.job.facilities;
	const byUnit = new Map<number, number[]>();
	for (const facility of facilities) {
		const list = byUnit.get(served[facility]);
		if (list === undefined) byUnit.set(served[facility], [facility]);
		else list.push(facility);
	}
	for (const [unit, own] of byUnit) {
		const residents = ground.residencesOf(unit);
		if (residents.length > 0)
			nearest(
				searcher.reachOf(ground.task.group),
				own,
				residents,
				horizonDm(searcher, ground),
				times,
			);
	}
	judgeOwn(ground, category, times);
}

function horizonDm({ job }: Searcher, { profile }: TaskGround): number {
	return limitDm(job.horizonS, profile.speedMPerMin);
}
