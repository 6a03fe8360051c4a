// Questions to a pack: the nearest facility of one category from every residence, at any limit, speed or set of facilities.
import { type Mode, type NearestTimes, REASONS } from "../coverage/analysis.ts";
import { type SearchJob, searchJobOf } from "../coverage/search/job.ts";
import { emptyTimes } from "../coverage/search/results.ts";
import { createSearcher, type Searcher } from "../coverage/search/searcher.ts";
import { searchTask } from "../coverage/search/searchTask.ts";
import { wholeTasks } from "../coverage/search/split.ts";
import type { ProfileChoice } from "../coverage/walkers.ts";
import { limitDm } from "../reach/profiles.ts";
import { UNREACHED_DM } from "../reach/reach.ts";
import type { DistrictPack } from "./districtPack.ts";
import { longestWalkS, surveyPack } from "./surveyPack.ts";

/** A pack made ready for one way of travelling; keeps the search's memory. */
export interface PackDesk {
	readonly pack: DistrictPack;
	/** Limits of up to so many whole seconds are answered. */
	readonly longestS: number;
	readonly searcher: Searcher;
	/** Metres per minute of each residence. */
	readonly speedOf: (residence: number) => number;
}

export interface PackQuestion {
	readonly category: string;
	readonly mode: Mode;
	/** Seconds; at most `longestS`. */
	readonly limitS: number;
	/** Only these facilities; all of the category when left out. */
	readonly facilityIds?: readonly string[] | undefined;
}

export interface PackAnswer {
	/** Decimetres of level walking; UNREACHED_DM beyond `longestS`. A slot per residence of the pack. */
	readonly costDm: Uint32Array;
	/** Index into the pack's facilities; -1 where none. */
	readonly facility: Int32Array;
	/** 1 where within the limit asked for. */
	readonly within: Uint8Array;
	/** Index into REASONS, at the limit asked for. */
	readonly reason: Uint8Array;
	readonly residents: number;
	readonly coveredResidents: number;
}

/** Make a pack ready: some passes over its graph, about 100 ms for 60,000 nodes. */
export function packDesk(pack: DistrictPack, choice: ProfileChoice): PackDesk {
	const longestS = longestWalkS(pack, choice);
	const surveyed = surveyPack(pack, { ...choice, horizonS: longestS });
	const { speeds, residenceSpeed } = surveyed.walkers;
	return {
		pack,
		longestS,
		searcher: createSearcher(searchJobOf(surveyed)),
		speedOf: (residence) => speeds[residenceSpeed[residence]],
	};
}

/** Answer one question as the analysis of the whole city would. Throws beyond `longestS` and for untimed categories. */
export function askPack(desk: PackDesk, question: PackQuestion): PackAnswer {
	const { pack, searcher, speedOf, longestS } = desk;
	if (question.limitS > longestS)
		throw new Error(`Pack answers up to ${longestS} s, asked for ${question.limitS}.`);
	const job = jobOf(desk, question);
	const all = emptyTimes(job);
	for (const task of wholeTasks(job)) searchTask({ ...searcher, job }, task, all);
	const times = all.find(({ mode }) => mode === question.mode);
	if (times === undefined)
		throw new Error(`${question.category} has no walk times in mode ${question.mode}.`);
	const within = times.costDm.map((costDm, residence) =>
		costDm !== UNREACHED_DM && costDm <= limitDm(question.limitS, speedOf(residence)) ? 1 : 0,
	);
	const residents = (isCounted: (residence: number) => boolean) =>
		pack.residences.reduce(
			(sum, one, residence) => sum + (isCounted(residence) ? one.residents : 0),
			0,
		);
	return {
		costDm: times.costDm,
		facility: times.facility,
		within: Uint8Array.from(within),
		reason: reasonsAt(times, within),
		residents: residents(() => true),
		coveredResidents: residents((residence) => within[residence] === 1),
	};
}

/** The job of the one category, over the facilities asked for. */
function jobOf(
	{ searcher: { job }, pack }: PackDesk,
	{ category, facilityIds }: PackQuestion,
): SearchJob {
	const number = job.categories.findIndex(({ code }) => code === category);
	const only = job.categories[number];
	if (only === undefined) throw new Error(`No walk is timed to category ${category}.`);
	const wanted = facilityIds === undefined ? null : new Set(facilityIds);
	const isWanted = (facility: number) =>
		wanted === null || wanted.has(pack.facilities[facility].id);
	return {
		...job,
		categories: [only],
		facilities: {
			...job.facilities,
			category: job.facilities.category.map((one, facility) =>
				one === number && isWanted(facility) ? 0 : -1,
			),
		},
	};
}

/** What was within the category's own limit may be beyond this one, and the other way round. */
function reasonsAt({ reason }: NearestTimes, within: Uint32Array): Uint8Array {
	const [none, beyond] = [REASONS.indexOf(""), REASONS.indexOf("beyond")];
	return reason.map((known, residence) => {
		if (within[residence] === 1) return none;
		return known === none ? beyond : known;
	});
}
