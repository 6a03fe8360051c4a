// An analysis cut into tasks: residences of one group, and the facilities that a walk or a radius from them can meet.
import { limitDm } from "../../reach/profiles.ts";
import { CATEGORIES } from "../../standards/catalogue.ts";
import { edgeTails } from "../../streets/edgeLine.ts";
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import { Box, haloOf } from "./halo.ts";
import type { SearchJob } from "./job.ts";

/** Residences that walk alike, and all facilities that may be nearest to any of them. */
export interface SearchTask {
	/** Index into the job's `profiles`. */
	readonly group: number;
	/** In order of their edges, which is the order of place; those without an edge last. */
	readonly residences: Uint32Array;
	/** Ascending. */
	readonly facilities: Uint32Array;
}

/** Largest radius that a straight line is asked for, metres; wider than the plane's error. */
const RADIUS_M =
	1.02 *
	Math.max(...CATEGORIES.map(({ basis, radiusM }) => (basis === "metres" ? (radiusM ?? 0) : 0)));
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
	const keys = Float64Array.from(
		list,
		(residence) => attached.edge[residence] * 2 ** 21 + residence,
	);
	return Uint32Array.from(keys.sort(), (key) => key % 2 ** 21);
}

/**
 * Adds to residences the facilities with a door whose edge ends within the halo of the box around the ends of the
 * residences' edges (no other can be reached within the horizon), or that lie within the largest radius of the
 * residences themselves.
 */
function haloFinder(job: SearchJob): (group: number, residences: Uint32Array) => SearchTask {
	const { graph, residences: homes, facilities } = job;
	const { plane, reachM } = haloOf(graph);
	const tails = edgeTails(graph);
	const { nodeLonLat } = graph;
	const endsOf = (edge: number) => (edge === NO_EDGE ? [] : [tails[edge], graph.edgeHead[edge]]);
	return (group, residences) => {
		const profile = job.profiles[group];
		const haloM = reachM(profile, limitDm(job.horizonS, profile.speedMPerMin));
		const [ends, places] = [new Box(plane), new Box(plane)];
		for (const residence of residences) {
			places.add(homes.lonLat[2 * residence], homes.lonLat[2 * residence + 1]);
			for (const node of endsOf(homes.attached.edge[residence]))
				ends.add(nodeLonLat[2 * node], nodeLonLat[2 * node + 1]);
		}
		const isNear = (facility: number) => {
			const { lonLat, firstDoor, doors } = facilities;
			if (places.isNear(lonLat[2 * facility], lonLat[2 * facility + 1], Math.max(RADIUS_M, haloM)))
				return true;
			for (let door = firstDoor[facility]; door < firstDoor[facility + 1]; door++)
				for (const node of endsOf(doors.edge[door]))
					if (ends.isNear(nodeLonLat[2 * node], nodeLonLat[2 * node + 1], haloM)) return true;
			return false;
		};
		return {
			group,
			residences,
			facilities: Uint32Array.from(facilities.served.keys()).filter(isNear),
		};
	};
}
