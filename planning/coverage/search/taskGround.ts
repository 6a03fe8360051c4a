// What every category of a task shares: its facilities by category, its residences by unit and by place.
import { PointGrid } from "../../city/pointGrid.ts";
import type { Profile } from "../../reach/profiles.ts";
import { type Category, categoryOf } from "../../standards/catalogue.ts";
import type { NearestTimes } from "../analysis.ts";
import type { JobCategory, SearchJob } from "./job.ts";
import type { SearchTask } from "./split.ts";

export interface TaskGround {
	readonly job: SearchJob;
	readonly task: SearchTask;
	readonly profile: Profile;
	/** The task's residences in the order of their numbers: passes over all of them then walk through memory. */
	readonly ascending: Uint32Array;
	/** Facilities of a category, by its number, ascending. */
	facilitiesOf(category: number): readonly number[];
	/** The task's residences in a unit, by its number. */
	residencesOf(unit: number): readonly number[];
	/** The task's residences by place; indices into the task's list. */
	grid(): PointGrid;
}

/** A category as a task searches it. */
export interface TaskCategory {
	readonly category: JobCategory;
	/** Those in the halo. */
	readonly facilities: readonly number[];
	readonly times: NearestTimes;
}

/** The catalogue's entry of a category. */
export function entryOf({ code }: JobCategory): Category {
	const entry = categoryOf(code);
	if (entry === undefined) throw new Error(`Walks to category ${code}, which the standard lacks.`);
	return entry;
}

/** About the radii that are asked for: a few hundred metres. */
const BIN_M = 300;

export function taskGroundOf(job: SearchJob, task: SearchTask): TaskGround {
	const byCategory = job.categories.map((): number[] => []);
	for (const facility of task.facilities) {
		const category = job.facilities.category[facility];
		if (category >= 0) byCategory[category].push(facility);
	}
	let byUnit: ReadonlyMap<number, readonly number[]> | undefined;
	let grid: PointGrid | undefined;
	return {
		job,
		task,
		profile: job.profiles[task.group],
		ascending: task.residences.slice().sort(),
		facilitiesOf: (category) => byCategory[category],
		residencesOf(unit) {
			byUnit ??= residencesByUnit(job, task);
			return byUnit.get(unit) ?? [];
		},
		grid() {
			grid ??= new PointGrid(placesOf(job, task), BIN_M);
			return grid;
		},
	};
}

function residencesByUnit(
	{ cellUnits, residences: { cell } }: SearchJob,
	{ residences }: SearchTask,
): ReadonlyMap<number, readonly number[]> {
	const byUnit = new Map<number, number[]>();
	for (const units of [cellUnits.committee, cellUnits.circle, cellUnits.street])
		for (const residence of residences) {
			const unit = cell[residence] < 0 ? -1 : units[cell[residence]];
			if (unit < 0) continue;
			const list = byUnit.get(unit);
			if (list === undefined) byUnit.set(unit, [residence]);
			else list.push(residence);
		}
	return byUnit;
}

function placesOf({ residences: { lonLat } }: SearchJob, { residences }: SearchTask): Float64Array {
	const places = new Float64Array(2 * residences.length);
	residences.forEach((residence, i) => {
		places[2 * i] = lonLat[2 * residence];
		places[2 * i + 1] = lonLat[2 * residence + 1];
	});
	return places;
}
