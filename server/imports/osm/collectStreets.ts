// From the objects of a file to what the street compiler reads: streets, possible barriers, the map's ground,
// the multipolygons of water, green and squares with their member ways, and the positions and tags of the nodes they use.
import { GrowingColumn } from "../../../planning/streets/GrowingColumn.ts";
import { NodeColumn } from "../../../planning/streets/NodeColumn.ts";
import type { AreaRelation, Way, WaySet } from "../../../planning/streets/Way.ts";
import { isSquare } from "../../../planning/streets/walkableWays.ts";
import { NodeStore } from "./NodeStore.ts";
import type { OsmBlock, OsmRelation, Tags } from "./OsmBlock.ts";
import { TagPool } from "./TagPool.ts";
import { WayStore } from "./WayStore.ts";

/** Keys that make a way a street, a possible barrier or ground. */
const WAY_KEYS = ["highway", "railway", "waterway", "barrier", "landuse", "leisure"] as const;
/** Keys that matter on a node: gates and bollards, crossings, doors, ends that are meant. */
const NODE_KEYS = ["barrier", "crossing", "entrance", "highway", "noexit", "railway"] as const;
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
	const file = new FileBook();
	for await (const block of blocks) file.add(block);
	return file.collected();
}

/** What is kept of a file while it is read: columns and shared tags, some 60 bytes per node and reference. */
class FileBook {
	private readonly nodes = new NodeStore();
	private readonly taggedNodes = new Map<number, Tags>();
	private readonly pool = new TagPool();
	private readonly kept = new WayStore();
	private readonly others = new WayStore(); // may turn out to be members of a kept multipolygon
	private readonly memberAt = new Set<number>(); // which of the others did
	private readonly areas: OsmRelation[] = [];
	private readonly unneededRefs = new GrowingColumn(Float64Array); // only counted
	private readonly read = { nodes: 0, ways: 0, relations: 0 };

	add({ nodes, ways, relations }: OsmBlock): void {
		this.read.nodes += nodes.length;
		this.read.ways += ways.length;
		this.read.relations += relations.length;
		for (const { id, lon, lat, tags } of nodes) {
			this.nodes.add(id, lon, lat);
			if (tags !== null && NODE_KEYS.some((key) => key in tags))
				this.taggedNodes.set(id, this.pool.read(tags));
		}
		for (const { id, tags, refs } of ways) {
			if (isNeeded(tags)) this.kept.add(id, this.pool.read(tags), refs);
			else if ("building" in tags)
				for (const ref of this.nodes.missingSoFar(refs)) this.unneededRefs.push(ref);
			else this.others.add(id, this.pool.read(tags), refs);
		}
		this.areas.push(...relations.filter(isGround));
	}

	collected(): CollectedStreets {
		const { relations, danglingMembers } = this.resolveMembers();
		const { ways, isUsed, dropped } = this.resolveNodes();
		const { ids, lons, lats } = this.nodes.marked(isUsed);
		const lonOf = new NodeColumn(ids, lons);
		const nodeTags = new Map([...this.taggedNodes].filter(([id]) => lonOf.has(id)));
		return {
			waySet: { ways, lonOf, latOf: new NodeColumn(ids, lats), nodeTags, relations },
			read: this.read,
			dropped: {
				...dropped,
				danglingReferences: dropped.danglingReferences + this.unneededDangling(),
				waysNotNeeded: this.read.ways - this.kept.length,
				danglingMembers,
			},
		};
	}

	/** Members of areas that are no ground by themselves are kept behind the others. */
	private resolveMembers(): { relations: AreaRelation[]; danglingMembers: number } {
		const known = new Set<number>();
		for (let i = 0; i < this.kept.length; i++) known.add(this.kept.idAt(i));
		const otherAt = new Map<number, number>();
		for (let i = 0; i < this.others.length; i++) otherAt.set(this.others.idAt(i), i);
		let danglingMembers = 0;
		const relations = this.areas.map(({ id, tags, members }) => {
			const present = members.filter(({ type, ref }) => {
				if (type !== "way") return false;
				if (known.has(ref)) return true;
				const other = otherAt.get(ref);
				if (other === undefined) {
					danglingMembers++;
					return false;
				}
				known.add(ref);
				this.memberAt.add(other);
				const way = this.others.at(other);
				this.kept.add(way.id, way.tags, way.nodeIds);
				return true;
			});
			return { id, tags, members: present.map(({ ref, role }) => ({ ref, role })) };
		});
		return { relations, danglingMembers };
	}

	private unneededDangling(): number {
		let count = 0;
		for (let i = 0; i < this.unneededRefs.length; i++)
			if (this.nodes.indexOf(this.unneededRefs.at(i)) < 0) count++;
		for (let i = 0; i < this.others.length; i++)
			if (!this.memberAt.has(i))
				for (const id of this.others.at(i).nodeIds) if (this.nodes.indexOf(id) < 0) count++;
		return count;
	}

	/** Ways as far as the file holds their nodes, and a mark on each node used. */
	private resolveNodes() {
		const ways = new WayStore();
		const isUsed = new Uint8Array(this.nodes.count);
		const dropped = { danglingReferences: 0, waysWithoutNodes: 0 };
		for (const way of this.kept) {
			const stretches = presentStretches(way, (id) => this.nodes.indexOf(id) >= 0);
			const presentCount = stretches.reduce((sum, stretch) => sum + stretch.length, 0);
			dropped.danglingReferences += way.nodeIds.length - presentCount;
			const usable = stretches.filter((stretch) => stretch.length >= 2);
			if (usable.length === 0) dropped.waysWithoutNodes++;
			for (const nodeIds of usable) {
				ways.add(way.id, way.tags, nodeIds);
				for (const id of nodeIds) isUsed[this.nodes.indexOf(id)] = 1;
			}
		}
		return { ways, isUsed, dropped };
	}
}

/** Is a way with these tags a street, a possible barrier or ground? */
export function isNeeded(tags: Tags): boolean {
	return WAY_KEYS.some((key) => key in tags) || NATURAL.has(tags["natural"] ?? "");
}

function isGround({ tags }: OsmRelation): boolean {
	if (tags["type"] !== "multipolygon") return false;
	return (
		tags["natural"] === "water" ||
		tags["waterway"] === "riverbank" ||
		tags["landuse"] === "reservoir" ||
		GROUND_LEISURE.has(tags["leisure"] ?? "") ||
		isSquare(tags)
	);
}

/**
 * The runs of nodes that the file holds. A line that leaves a clipped extract and comes back is cut there:
 * closing the gap by a straight line would invent a street. A ring that is not a street stays one ring.
 */
function presentStretches(
	{ tags, nodeIds }: Way,
	isPresent: (id: number) => boolean,
): (readonly number[])[] {
	if (nodeIds.every(isPresent)) return [nodeIds];
	const isArea = nodeIds[0] === nodeIds.at(-1) && !("highway" in tags);
	if (isArea) return [nodeIds.filter(isPresent)];
	const stretches: number[][] = [[]];
	for (const id of nodeIds) {
		if (isPresent(id)) stretches.at(-1)?.push(id);
		else if (stretches.at(-1)?.length !== 0) stretches.push([]);
	}
	return stretches;
}
