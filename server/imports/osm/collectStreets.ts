// From the objects of a file to what the street compiler reads: streets, possible barriers, the map's ground,
// the multipolygons of water and green with their member ways, and the positions and tags of the nodes they use.
import type { AreaRelation, Way, WaySet } from "../../../planning/streets/Way.ts";
import { NodeStore } from "./NodeStore.ts";
import type { OsmBlock, OsmRelation, OsmWay, Tags } from "./OsmBlock.ts";

/** Keys that make a way a street, a possible barrier or ground. */
const WAY_KEYS = ["highway", "railway", "waterway", "barrier", "landuse", "leisure"] as const;
/** Keys that matter on a node: gates and bollards, crossings, doors. */
const NODE_KEYS = ["barrier", "crossing", "entrance", "highway", "railway"] as const;
const NATURAL = new Set(["water", "wood"]);
const GROUND_LEISURE = new Set(["park", "garden"]);

export interface CollectedStreets {
	readonly waySet: WaySet;
	/** Objects read from the file. */
	readonly read: { readonly nodes: number; readonly ways: number; readonly relations: number };
	readonly dropped: {
		/** References of any way of the file to nodes that the file lacks. */
		readonly danglingReferences: number;
		/** Ways with fewer than two nodes left. */
		readonly waysWithoutNodes: number;
		/** Ways that are neither street nor barrier nor ground. */
		readonly waysNotNeeded: number;
		/** Members of multipolygons that the file lacks. */
		readonly danglingMembers: number;
	};
}

/** Collect a whole file; blocks may come in any order of nodes, ways and relations. */
export async function collectStreets(blocks: AsyncIterable<OsmBlock>): Promise<CollectedStreets> {
	const nodes = new NodeStore();
	const taggedNodes = new Map<number, Tags>();
	const kept: OsmWay[] = [];
	const others = new Map<number, OsmWay>(); // may turn out to be members of a kept multipolygon
	const areas: OsmRelation[] = [];
	const unneededRefs: number[] = []; // only counted
	const read = { nodes: 0, ways: 0, relations: 0 };

	for await (const block of blocks) {
		read.nodes += block.nodes.length;
		read.ways += block.ways.length;
		read.relations += block.relations.length;
		for (const { id, lon, lat, tags } of block.nodes) {
			nodes.add(id, lon, lat);
			if (tags !== null && NODE_KEYS.some((key) => key in tags)) taggedNodes.set(id, tags);
		}
		for (const way of block.ways) {
			if (isNeeded(way.tags)) kept.push(way);
			else if ("building" in way.tags) unneededRefs.push(...nodes.missingSoFar(way.refs));
			else others.set(way.id, way);
		}
		areas.push(...block.relations.filter(isGround));
	}

	const { relations, memberWays, danglingMembers } = resolveMembers(areas, kept, others);
	const resolved = resolveNodes([...kept, ...memberWays], nodes, taggedNodes);
	for (const { id } of memberWays) others.delete(id);
	for (const { refs } of others.values()) unneededRefs.push(...refs);
	const unneededDangling = unneededRefs.filter((id) => nodes.positionOf(id) === undefined).length;
	return {
		waySet: { ...resolved.waySet, relations },
		read,
		dropped: {
			...resolved.dropped,
			danglingReferences: resolved.dropped.danglingReferences + unneededDangling,
			waysNotNeeded: read.ways - kept.length - memberWays.length,
			danglingMembers,
		},
	};
}

function isNeeded(tags: Tags): boolean {
	return WAY_KEYS.some((key) => key in tags) || NATURAL.has(tags["natural"] ?? "");
}

function isGround({ tags }: OsmRelation): boolean {
	if (tags["type"] !== "multipolygon") return false;
	return (
		tags["natural"] === "water" ||
		tags["waterway"] === "riverbank" ||
		tags["landuse"] === "reservoir" ||
		GROUND_LEISURE.has(tags["leisure"] ?? "") ||
		(tags["highway"] === "pedestrian" && tags["area"] !== "no")
	);
}

function resolveMembers(
	areas: readonly OsmRelation[],
	kept: readonly OsmWay[],
	others: ReadonlyMap<number, OsmWay>,
): { relations: AreaRelation[]; memberWays: OsmWay[]; danglingMembers: number } {
	const known = new Set(kept.map(({ id }) => id));
	const memberWays: OsmWay[] = [];
	let danglingMembers = 0;
	const relations = areas.map(({ id, tags, members }) => {
		const present = members.filter(({ type, ref }) => {
			if (type !== "way") return false;
			if (known.has(ref)) return true;
			const other = others.get(ref);
			if (other === undefined) {
				danglingMembers++;
				return false;
			}
			known.add(ref);
			memberWays.push(other);
			return true;
		});
		return { id, tags, members: present.map(({ ref, role }) => ({ ref, role })) };
	});
	return { relations, memberWays, danglingMembers };
}

function resolveNodes(
	sources: readonly OsmWay[],
	nodes: NodeStore,
	taggedNodes: ReadonlyMap<number, Tags>,
) {
	const lonOf = new Map<number, number>();
	const latOf = new Map<number, number>();
	const nodeTags = new Map<number, Tags>();
	const missing = new Set<number>();
	const dropped = { danglingReferences: 0, waysWithoutNodes: 0 };
	const ways: Way[] = [];

	const isPresent = (id: number): boolean => {
		if (lonOf.has(id)) return true;
		const position = missing.has(id) ? undefined : nodes.positionOf(id);
		if (position === undefined) {
			missing.add(id);
			return false;
		}
		lonOf.set(id, position.lon);
		latOf.set(id, position.lat);
		const tags = taggedNodes.get(id);
		if (tags !== undefined) nodeTags.set(id, tags);
		return true;
	};

	for (const way of sources) {
		const stretches = presentStretches(way, isPresent);
		const presentCount = stretches.reduce((sum, stretch) => sum + stretch.length, 0);
		dropped.danglingReferences += way.refs.length - presentCount;
		const usable = stretches.filter((stretch) => stretch.length >= 2);
		if (usable.length === 0) dropped.waysWithoutNodes++;
		for (const nodeIds of usable) ways.push({ id: way.id, tags: way.tags, nodeIds });
	}
	return { waySet: { ways, lonOf, latOf, nodeTags }, dropped };
}

/**
 * The runs of nodes that the file holds. A line that leaves a clipped extract and comes back is cut there:
 * closing the gap by a straight line would invent a street. A ring that is not a street stays one ring.
 */
function presentStretches(way: OsmWay, isPresent: (id: number) => boolean): number[][] {
	const isArea = way.refs[0] === way.refs.at(-1) && !("highway" in way.tags);
	if (isArea) return [way.refs.filter(isPresent)];
	const stretches: number[][] = [[]];
	for (const id of way.refs) {
		if (isPresent(id)) stretches.at(-1)?.push(id);
		else if (stretches.at(-1)?.length !== 0) stretches.push([]);
	}
	return stretches;
}
