// The nearest of any unit (开放) again, for residences whose walks a plan changes: by the same search as an analysis.
import type { NearestTimes } from "../../coverage/analysis.ts";
import type { SearchJob } from "../../coverage/search/job.ts";
import { createSearcher } from "../../coverage/search/searcher.ts";
import { searchTask } from "../../coverage/search/searchTask.ts";
import { tasksOf } from "../../coverage/search/split.ts";
import { lonLatColumn } from "../../coverage/surveyed.ts";
import type { Attachment } from "../../reach/attach.ts";
import { attachmentColumns, setAttachment } from "../../reach/attachments.ts";
import { doorsOf } from "../../reach/doors.ts";
import { type ReachArrays, UNREACHED_DM } from "../../reach/reach.ts";
import type { Catchments } from "./Catchments.ts";
import type { FacilityBook } from "./FacilityBook.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import type { Situation } from "./Situation.ts";

export interface SearchedAgain {
	readonly base: MeasureBase;
	readonly situation: Situation;
	readonly facilities: FacilityBook;
	readonly catchments: Catchments;
}

/**
 * Search some residences again in some categories; `times` are theirs, any mode, and are written in place, with
 * facilities by number. Gives the same as an analysis of the whole.
 */
export function searchAgain(
	{ base, situation, facilities: book, catchments }: SearchedAgain,
	homes: ArrayLike<number>,
	times: readonly NearestTimes[],
): void {
	const codes = new Map(times.map(({ category }, i) => [category, i]));
	const { open, records } = situation.facilities;
	const numbers = open.filter((number) => codes.has(records[number].category));
	const doors = Array.from(numbers, (number) => book.doors(number));
	const job = jobOf(base, situation, times, { numbers, doors, book });
	const tasks = tasksOf(job, [Array.from(homes)]);
	const prepared: ReachArrays[] = [];
	for (const { group } of tasks) {
		const { reach } = catchments.open(group);
		const { edgeTail, records: streets, homes: rows } = reach;
		prepared[group] = { edgeTail, records: streets, homes: rows, doors: doorsOf(reach, doors) };
	}
	forget(homes, times);
	const searcher = createSearcher(job, prepared);
	for (const task of tasks) searchTask(searcher, task, times);
	for (const { facility } of times)
		for (let i = 0; i < homes.length; i++)
			if (facility[homes[i]] >= 0) facility[homes[i]] = numbers[facility[homes[i]]];
}

function forget(homes: ArrayLike<number>, times: readonly NearestTimes[]): void {
	for (const { costDm, facility, within, reason } of times)
		for (let i = 0; i < homes.length; i++) {
			costDm[homes[i]] = UNREACHED_DM;
			facility[homes[i]] = -1;
			within[homes[i]] = 0;
			reason[homes[i]] = 0;
		}
}

interface JobFacilities {
	readonly numbers: Int32Array;
	readonly doors: readonly (readonly Attachment[])[];
	readonly book: FacilityBook;
}

function jobOf(
	{ surveyed, profiles }: MeasureBase,
	{ facilities: { records }, homes, isVillage }: Situation,
	times: readonly NearestTimes[],
	{ numbers, doors, book }: JobFacilities,
): SearchJob {
	const { city, attachments, residenceLonLat, horizonS } = surveyed;
	const category = new Map(times.map((walks, i) => [walks.category, i]));
	const none = new Int32Array(0);
	return {
		graph: city.graph,
		barriers: city.barriers,
		profiles,
		horizonS,
		residences: {
			lonLat: residenceLonLat,
			attached: attachments.residences,
			group: groupsOf(homes.cellOfHome, isVillage, profiles.length),
			cell: homes.cellOfHome,
		},
		facilities: {
			lonLat: lonLatColumn(Array.from(numbers, (number) => records[number])),
			...doorColumns(doors),
			category: numbers.map((number) => category.get(records[number].category) ?? -1),
			served: new Int32Array(numbers.length).fill(-1),
		},
		cellUnits: { district: none, street: none, committee: none, circle: none },
		categories: times.map(({ category: code }) => {
			const ofCategory = numbers.filter((number) => records[number].category === code);
			return {
				code,
				hasFacilities: ofCategory.length > 0,
				hasAttached: ofCategory.some((number) => book.isAttached(number)),
				ownCells: null,
			};
		}),
	};
}

/** Everyone is in group 0, villages in group 1 where they travel otherwise. */
function groupsOf(cellOfHome: Int32Array, isVillage: Uint8Array, groups: number): Uint8Array {
	return Uint8Array.from(cellOfHome, (cell) => (groups > 1 && cell >= 0 ? isVillage[cell] : 0));
}

function doorColumns(doors: JobFacilities["doors"]) {
	const firstDoor = new Uint32Array(doors.length + 1);
	doors.forEach((rows, i) => {
		firstDoor[i + 1] = firstDoor[i] + rows.length;
	});
	const columns = attachmentColumns(firstDoor[doors.length]);
	doors.flat().forEach((door, row) => {
		setAttachment(columns, row, door);
	});
	return { firstDoor, doors: columns };
}
