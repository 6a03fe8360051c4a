// An analysis cut into tasks: residences of one group, and the facilities that a walk or a radius from them can meet.
import { limitDm, type Profile } from "../../reach/profiles.ts";
import { categoryOf } from "../../standards/catalogue.ts";
import { NO_EDGE, type StreetGraph } from "../../streets/StreetGraph.ts";
import { haloOf, nearTest } from "./halo.ts";
import type { SearchJob } from "./job.ts";
import { severanceRadiusM } from "./severed.ts";

/** Residences that walk alike, and all facilities that may be nearest to any of them. */
export interface SearchTask {
	/** Index into the job's `profiles`. */
	readonly group: number;
	/** In order of their edges, which is the order of place; those without an edge last. */
	readonly residences: Uint32Array;
	/** Ascending. */
	readonly facilities: Uint32Array;
}

/** Wider than the plane's error in any one city. */
const PLANE_MARGIN = 1.02;
const MOST_RESIDENCES = 2 ** 21;
const LEAST_PART = 500;
const PARTS = 16;

/**
 * One task per district and group of walkers; a district with more than a sixteenth of the residences is cut further,
 * along the order of place. Without districts the whole city is cut so. The largest task comes first.
 */
export function splitByDistrict(job: SearchJob): SearchTask[] {
	const { cell, group } = job.residences;
	const parts = new Map<number, number[]>();
	cell.forEach((one, residence) => {
		const district = one < 0 ? -1 : job.cellUnits.district[one];
		const key = (district + 1) * job.profiles.length + group[residence];
		const list = parts.get(key);
		if (list === undefined) parts.set(key, [residence]);
		else list.push(residence);
	});
	const most = Math.max(LEAST_PART, Math.ceil(cell.length / PARTS));
	return tasksOf(
		job,
		[...parts.values()].flatMap((part) => cutEvenly(inOrderOfPlace(job, part), most)),
	);
}

/** One task per list of residences and group of walkers, whoever made the lists. The largest comes first. */
export function tasksOf(job: SearchJob, lists: Iterable<Iterable<number>>): SearchTask[] {
	const withHalo = haloFinder(job);
	const tasks: SearchTask[] = [];
	for (const list of lists) {
		const ordered = inOrderOfPlace(job, list);
		job.profiles.forEach((_, group) => {
			const residences = ordered.filter((residence) => job.residences.group[residence] === group);
			if (residences.length > 0) tasks.push(withHalo(group, residences));
		});
	}
	return tasks.sort((a, b) => b.residences.length - a.residences.length);
}

/** Everybody in one task per group, with every facility. */
export function wholeTasks(job: SearchJob): SearchTask[] {
	const facilities = Uint32Array.from(job.facilities.served.keys());
	const everybody = inOrderOfPlace(job, job.residences.group.keys());
	return job.profiles.map((_, group) => ({
		group,
		residences: everybody.filter((residence) => job.residences.group[residence] === group),
		facilities,
	}));
}

function cutEvenly(residences: Uint32Array, most: number): Uint32Array[] {
	const count = Math.ceil(residences.length / most);
	return Array.from({ length: count }, (_, i) =>
		residences.subarray(
			Math.floor((i * residences.length) / count),
			Math.floor(((i + 1) * residences.length) / count),
		),
	);
}

/** Nodes lie along a Hilbert curve and edges by node, so neighbours on the list are neighbours on the ground. */
function inOrderOfPlace(
	{ residences: { attached } }: SearchJob,
	list: Iterable<number>,
): Uint32Array {
	// edge and residence in one whole number up to 2⁵³ sort natively
	const keys: number[] = [];
	for (const residence of list) keys.push(attached.edge[residence] * MOST_RESIDENCES + residence);
	const ordered = new Uint32Array(keys.length);
	const sorted = Float64Array.from(keys).sort();
	for (let i = 0; i < sorted.length; i++) ordered[i] = sorted[i] % MOST_RESIDENCES;
	return ordered;
}

/**
 * Adds to residences the facilities that can matter to them: those with a door whose edge ends within the halo of the
 * ends of the residences' edges (no other can be reached within the horizon), and those within the longest straight line
 * that counts. Both are told with one test, so some that do not matter come along.
 */
function haloFinder(job: SearchJob): (group: number, residences: Uint32Array) => SearchTask {
	const { graph, residences: homes, facilities } = job;
	const { plane, reachM } = haloOf(graph);
	const homeEnds = edgeEndsOf(graph, homes.attached.edge);
	const doorEnds = edgeEndsOf(graph, facilities.doors.edge);
	const timed = Uint32Array.from(facilities.category.keys()).filter(
		(facility) => facilities.category[facility] >= 0,
	);
	return (group, residences) => {
		const profile = job.profiles[group];
		const haloM = reachM(profile, limitDm(job.horizonS, profile.speedMPerMin));
		const isNear = nearTest(
			plane,
			placesOf(residences, homes.lonLat, homeEnds),
			Math.max(haloM, PLANE_MARGIN * longestStraightM(job, profile)),
		);
		const matters = (facility: number) => {
			const { lonLat, firstDoor } = facilities;
			for (let end = 2 * firstDoor[facility]; end < 2 * firstDoor[facility + 1]; end++)
				if (isNear(doorEnds[2 * end], doorEnds[2 * end + 1])) return true;
			return isNear(lonLat[2 * facility], lonLat[2 * facility + 1]);
		};
		return { group, residences, facilities: timed.filter(matters) };
	};
}

/** lon, lat of residences and of the ends of their edges. */
function placesOf(
	residences: Uint32Array,
	lonLat: Float64Array,
	edgeEnds: Float64Array,
): Float64Array {
	const places = new Float64Array(6 * residences.length);
	let used = 0;
	for (const home of residences) {
		places[used++] = lonLat[2 * home];
		places[used++] = lonLat[2 * home + 1];
		if (Number.isNaN(edgeEnds[4 * home])) continue;
		for (let i = 4 * home; i < 4 * home + 4; i++) places[used++] = edgeEnds[i];
	}
	return places.subarray(0, used);
}

/** How far a straight line matters to any category, in metres. */
function longestStraightM({ categories }: SearchJob, profile: Profile): number {
	return Math.max(0, ...categories.map(({ code }) => straightLineM(code, profile)));
}

/** lon, lat of both ends of each edge; not a number where there is none, which is near nothing. */
function edgeEndsOf(
	{ firstEdge, edgeHead, nodeLonLat }: StreetGraph,
	edges: Uint32Array,
): Float64Array {
	const ends = new Float64Array(4 * edges.length).fill(NaN);
	edges.forEach((edge, i) => {
		if (edge === NO_EDGE) return;
		const tail = tailOf(firstEdge, edge);
		const head = edgeHead[edge];
		ends[4 * i] = nodeLonLat[2 * tail];
		ends[4 * i + 1] = nodeLonLat[2 * tail + 1];
		ends[4 * i + 2] = nodeLonLat[2 * head];
		ends[4 * i + 3] = nodeLonLat[2 * head + 1];
	});
	return ends;
}

/** The last node whose arcs begin at or before an edge and are not none. */
function tailOf(firstEdge: Uint32Array, edge: number): number {
	let low = 0;
	let high = firstEdge.length - 1;
	while (low + 1 < high) {
		const middle = (low + high) >>> 1;
		if (firstEdge[middle] <= edge) low = middle;
		else high = middle;
	}
	return low;
}

/** How far a straight line matters to a category, in metres. */
function straightLineM(code: string, { speedMPerMin }: Profile): number {
	const entry = categoryOf(code);
	return entry?.basis === "metres"
		? (entry.radiusM ?? 0)
		: severanceRadiusM(entry?.walkMinutes ?? 0, speedMPerMin);
}
