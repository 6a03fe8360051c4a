// One origin, everything within a limit: the labels an isochrone is drawn from.
import { edgeTails } from "../../streets/edgeLine.ts";
import type { StreetGraph } from "../../streets/StreetGraph.ts";
import type { Attachment } from "../attach.ts";
import { bucketSearch, createWorkspace, reset, seed, type Workspace } from "../bucketSearch.ts";
import type { Profile } from "../profiles.ts";
import { type SearchGraph, searchGraph } from "../searchGraph.ts";
import { arrivalEnds, departureEnds, type Walkable } from "../tripEnds.ts";

/** `from`: what can be reached from the origin. `to`: from where the origin can be reached. */
export type Direction = "from" | "to";

/** A graph made ready for isochrones of one profile in one direction; keeps the memory of the search. */
export interface Walker extends Walkable {
	readonly direction: Direction;
	readonly search: SearchGraph;
	readonly workspace: Workspace;
}

/** Costs of one isochrone. `nodeDm` belongs to the walker: it holds until its next isochrone. */
export interface Labels {
	/** More than `limitDm` where not reached. */
	readonly nodeDm: Uint32Array;
	/** The reached nodes. */
	readonly nodes: Uint32Array;
	readonly origins: readonly Attachment[];
	readonly limitDm: number;
}

/** Make a walker: one pass over the graph. */
export function createWalker(graph: StreetGraph, profile: Profile, direction: Direction): Walker {
	return {
		graph,
		profile,
		edgeTail: edgeTails(graph),
		direction,
		search: searchGraph(graph, profile, direction === "from" ? "forward" : "backward"),
		workspace: createWorkspace(graph.firstEdge.length - 1),
	};
}

/**
 * Everything within `limitDm` of one place. `origins` are its attachments: one for a trip's start (as a residence), one
 * or two for a trip's end (as a facility's door). Cost grows with what is reached.
 */
export function isochroneLabels(
	walker: Walker,
	origins: readonly Attachment[],
	limitDm: number,
): Labels {
	const { workspace, search, direction } = walker;
	reset(workspace);
	for (const origin of origins)
		for (const { node, costDm } of direction === "from"
			? departureEnds(walker, origin)
			: arrivalEnds(walker, origin))
			seed(workspace, node, costDm, 0, limitDm);
	bucketSearch(search, workspace, limitDm);
	const nodes = workspace.touched.slice(0, workspace.touchedCount);
	return { nodeDm: workspace.nodeDm, nodes, origins, limitDm };
}
