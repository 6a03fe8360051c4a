// Which facilities surely lie too far for anybody's walk, by the straight line: those need no search.
import type { Halo } from "../../coverage/search/halo.ts";
import type { Attachment } from "../../reach/attach.ts";
import { NO_EDGE, type StreetGraph } from "../../streets/StreetGraph.ts";

/** In metres of the halo's plane. */
interface Box {
	west: number;
	south: number;
	east: number;
	north: number;
}

export class NearDoors {
	private readonly graph: StreetGraph;
	private readonly edgeTail: Uint32Array;
	private readonly plane: Halo["plane"];
	private readonly homeEdge: Uint32Array;
	/** Around the junctions at both ends of the streets that each facility has its doors on. */
	private readonly boxes: Box[] = [];

	constructor(
		graph: StreetGraph,
		edgeTail: Uint32Array,
		plane: Halo["plane"],
		homeEdge: Uint32Array,
	) {
		this.graph = graph;
		this.edgeTail = edgeTail;
		this.plane = plane;
		this.homeEdge = homeEdge;
	}

	/**
	 * False where the straight line from any end of a residence's street to any end of a facility's is longer than
	 * `haloM`: a walk passes one of each. Streets without new links.
	 */
	couldWalk(home: number, facility: number, doors: readonly Attachment[], haloM: number): boolean {
		const edge = this.homeEdge[home];
		if (edge === NO_EDGE) return false;
		this.boxes[facility] ??= this.boxOf(doors);
		const box = this.boxes[facility];
		return (
			this.distanceM(box, this.edgeTail[edge]) <= haloM ||
			this.distanceM(box, this.graph.edgeHead[edge]) <= haloM
		);
	}

	private distanceM({ west, south, east, north }: Box, node: number): number {
		const x = this.graph.nodeLonLat[2 * node] * this.plane.lonM;
		const y = this.graph.nodeLonLat[2 * node + 1] * this.plane.latM;
		const dx = Math.max(west - x, 0, x - east);
		const dy = Math.max(south - y, 0, y - north);
		return Math.sqrt(dx * dx + dy * dy);
	}

	private boxOf(doors: readonly Attachment[]): Box {
		const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
		for (const { edge } of doors) {
			if (edge === NO_EDGE) continue;
			for (const node of [this.edgeTail[edge], this.graph.edgeHead[edge]]) {
				const x = this.graph.nodeLonLat[2 * node] * this.plane.lonM;
				const y = this.graph.nodeLonLat[2 * node + 1] * this.plane.latM;
				box.west = Math.min(box.west, x);
				box.east = Math.max(box.east, x);
				box.south = Math.min(box.south, y);
				box.north = Math.max(box.north, y);
			}
		}
		return box;
	}
}
