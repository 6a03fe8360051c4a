// The one question of this product: from each residence, the nearest of these facilities, and how far.
import { edgeTails } from "../streets/edgeLine.ts";
import type { StreetGraph } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";
import { createWorkspace, type Workspace } from "./bucketSearch.ts";
import { type Doors, doorsOf, searchDoors } from "./doors.ts";
import type { Streets } from "./ends.ts";
import { harvest, harvestAlong } from "./harvest.ts";
import { type Homes, homesOf } from "./homes.ts";
import type { Profile } from "./profiles.ts";
import { NO_LABEL, type Records, recordsOf, SHUT_DM } from "./records.ts";
import { type SearchGraph, searchGraph } from "./searchGraph.ts";
import { bitLength, type LabelForm, rankBitsFor, spanOf } from "./settle.ts";

/** Cost of what was not reached within the limit. */
export const UNREACHED_DM = 0xffff_ffff;

/** A street graph seen with one profile, with residences and facilities attached. */
export interface Reach extends Streets {
	readonly graph: StreetGraph;
	readonly profile: Profile;
	/** One per residence. */
	readonly residences: readonly Attachment[];
	/** One or more per facility: a row per entrance, and a second row for a door on a private way. */
	readonly facilities: readonly (readonly Attachment[])[];
	readonly edgeTail: Uint32Array;
	readonly records: Records;
	readonly homes: Homes;
	readonly doors: Doors;
	/** Memory of the nearest search. */
	readonly scratch: Scratch;
	/** For searches of other kinds; both are made when first asked for. */
	readonly backward: SearchGraph;
	readonly workspace: Workspace;
}

interface Scratch {
	/** Where the labels of the last search begin; the next ones go below. */
	base: number;
	/** Number of the last call that wanted each residence. */
	readonly wantedBy: Uint32Array;
	call: number;
}

/** Best (cost, facility) per residence; start with `noTimes`, then let any number of searches lower it. */
export interface Times {
	readonly costDm: Uint32Array;
	readonly facility: Int32Array;
}

/** What a reach is made of, plain arrays that are only read: threads share them. */
export type ReachArrays = Pick<Reach, "edgeTail" | "records" | "homes" | "doors">;

type Places = Pick<Reach, "residences" | "facilities">;

/** Make a reach; some passes over the graph. Not to be shared between threads: it holds the search's memory. */
export function reachFor(
	graph: StreetGraph,
	profile: Profile,
	residences: readonly Attachment[],
	facilities: readonly (readonly Attachment[])[],
): Reach {
	const places = { residences, facilities };
	return reachOn(graph, profile, reachArrays(graph, profile, places), () => places);
}

/** The passes over the graph that a reach begins with. */
export function reachArrays(
	graph: StreetGraph,
	profile: Profile,
	{ residences, facilities }: Places,
): ReachArrays {
	const edgeTail = edgeTails(graph);
	const records = recordsOf(graph, profile, edgeTail);
	const streets = { graph, profile, edgeTail, records };
	return {
		edgeTail,
		records,
		homes: homesOf(streets, residences),
		doors: doorsOf(streets, facilities),
	};
}

/** A reach with memory of its own on arrays that others may read too. */
export function reachOn(
	graph: StreetGraph,
	profile: Profile,
	{ edgeTail, records, homes, doors }: ReachArrays,
	places: () => Places,
): Reach {
	let backward: SearchGraph | undefined;
	let workspace: Workspace | undefined;
	return {
		graph,
		profile,
		edgeTail,
		records: { ...records, label: new Int32Array(records.nodeOf.length).fill(NO_LABEL) },
		homes,
		doors,
		scratch: { base: NO_LABEL, wantedBy: new Uint32Array(homes.row.length), call: 0 },
		get residences() {
			return places().residences;
		},
		get facilities() {
			return places().facilities;
		},
		get backward() {
			backward ??= searchGraph(graph, profile, "backward");
			return backward;
		},
		get workspace() {
			workspace ??= createWorkspace(graph.firstEdge.length - 1);
			return workspace;
		},
	};
}

/** Nobody reaches anything yet. */
export function noTimes(residenceCount: number): Times {
	return {
		costDm: new Uint32Array(residenceCount).fill(UNREACHED_DM),
		facility: new Int32Array(residenceCount).fill(-1),
	};
}

/**
 * Lower `times` by walks of at most `limitDm` from residences to the nearest of `facilities` (indices).
 * Walks follow the arcs' direction from residence to facility; equal costs give the smaller facility index.
 */
export function nearest(
	reach: Reach,
	facilities: Iterable<number>,
	residences: Iterable<number> | HomeRows | "all",
	limitDm: number,
	times: Times,
): void {
	const limit = Math.min(limitDm, SHUT_DM - 1);
	const wanted = wantedRows(reach, residences);
	const sorted = Int32Array.from(facilities).sort();
	// more facilities than fit beside the cost in a label are searched in turns
	const turn = 2 ** rankBitsFor(limit);
	for (let from = 0; from < sorted.length; from += turn)
		nearestOf(reach, sorted.subarray(from, from + turn), wanted, limit, times);
}

function nearestOf(
	reach: Reach,
	facilities: Int32Array,
	wanted: HomeRows | "all",
	limitDm: number,
	times: Times,
): void {
	const rows = wanted === "all" ? "all" : wanted.rows;
	const { doors, homes, records } = reach;
	const form = nextForm(reach, limitDm, bitLength(facilities.length - 1));
	searchDoors(doors, facilities, records, form);
	harvest(records.label, homes, rows, { facilities, form, best: times });
	for (const facility of facilities)
		for (let row = doors.first[facility]; row < doors.first[facility + 1]; row++)
			harvestAlong(reach, homes, { ends: doors.ends, row }, (residence, costDm) => {
				if (costDm > limitDm || costDm > times.costDm[residence]) return;
				if (wanted !== "all" && !wanted.isWanted(residence)) return;
				if (costDm === times.costDm[residence] && facility >= times.facility[residence]) return;
				times.costDm[residence] = costDm;
				times.facility[residence] = facility;
			});
}

/** Labels below those of every search before, which then count as unreached without being cleared. */
function nextForm({ scratch, records }: Reach, limitDm: number, rankBits: number): LabelForm {
	const span = spanOf({ limitDm, rankBits });
	if (scratch.base - span < -(2 ** 31)) {
		records.label.fill(NO_LABEL);
		scratch.base = NO_LABEL;
	}
	scratch.base -= span;
	return { limitDm, rankBits, base: scratch.base };
}

/** Residences that several searches ask for, looked up once. */
export interface HomeRows {
	/** Rows of `homes`, the attached ones. */
	readonly rows: Int32Array;
	readonly isWanted: (residence: number) => boolean;
}

/** Prepare a list of residences, each at most once, for many searches of this reach. */
export function homeRowsOf(
	{ homes }: Pick<Reach, "homes">,
	residences: Iterable<number>,
): HomeRows {
	const isWanted = new Uint8Array(homes.row.length);
	const rows: number[] = [];
	for (const residence of residences) {
		if (homes.row[residence] < 0) continue;
		isWanted[residence] = 1;
		rows.push(homes.row[residence]);
	}
	return { rows: Int32Array.from(rows), isWanted: (residence) => isWanted[residence] === 1 };
}

/** For one search: marked as wanted by this call, which costs no more than there are. */
function wantedRows(
	{ homes, scratch }: Reach,
	residences: Iterable<number> | HomeRows | "all",
): HomeRows | "all" {
	if (residences === "all") return "all";
	if ("isWanted" in residences) return residences;
	const call = ++scratch.call;
	const rows: number[] = [];
	for (const residence of residences) {
		if (homes.row[residence] < 0) continue;
		scratch.wantedBy[residence] = call;
		rows.push(homes.row[residence]);
	}
	return {
		rows: Int32Array.from(rows),
		isWanted: (residence) => scratch.wantedBy[residence] === call,
	};
}
