// Compile a streets layer once: the walkable graph, the lines connectors may not cross, and the map's ground.
import { barrierLinesOf } from "./barrierLines.ts";
import { buildGraph } from "./buildGraph.ts";
import { componentsOf, type Island } from "./components.ts";
import { foldPieces } from "./foldPieces.ts";
import { cutWays } from "./pieces.ts";
import type { Scenery } from "./SceneryBook.ts";
import type { BarrierLines, StreetGraph } from "./StreetGraph.ts";
import { sceneryOf } from "./scenery.ts";
import { withCrossings } from "./squares.ts";
import type { WaySet } from "./Way.ts";
import { walkableWays } from "./walkableWays.ts";

export interface StreetsReport {
	readonly nodes: number;
	/** Way pieces between two nodes, each counted once. */
	readonly edges: number;
	readonly components: number;
	readonly largestSharePct: number;
	/** What is not joined to the largest component, largest first, at most 1,000. */
	readonly islands: readonly Island[];
	/** Ways left out, by reason. */
	readonly dropped: Readonly<Record<string, number>>;
}

export interface CompiledStreets {
	readonly graph: StreetGraph;
	readonly barriers: BarrierLines;
	readonly scenery: Scenery;
	readonly report: StreetsReport;
}

/**
 * Everything made from one streets layer. A layer without any walkable way gives an empty graph. `drawn` are its
 * walkable ways, for those who have them already.
 */
export function compileStreets(ways: WaySet, drawn = walkableWays(ways)): CompiledStreets {
	const walkable = withCrossings(drawn, ways);
	const pieces = cutWays(walkable);
	const graph = buildGraph(walkable, pieces, foldPieces(walkable, pieces));
	const { count, largestSharePct, islands } = componentsOf(graph);
	return {
		graph,
		barriers: barrierLinesOf(ways),
		scenery: sceneryOf(ways),
		report: {
			nodes: graph.firstEdge.length - 1,
			edges: edgeCountOf(graph),
			components: count,
			largestSharePct,
			islands,
			dropped: { ...walkable.dropped, ...pieces.dropped },
		},
	};
}

/** Every edge once, whether it has one arc or two. */
function edgeCountOf({ edgeReverse }: StreetGraph): number {
	let count = 0;
	for (let arc = 0; arc < edgeReverse.length; arc++) if (arc < edgeReverse[arc]) count++;
	return count;
}
