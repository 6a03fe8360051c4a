// Compile a streets layer once: the walkable graph, the lines connectors may not cross, and the map's ground.
import { barrierLinesOf } from "./barrierLines.ts";
import { buildGraph } from "./buildGraph.ts";
import { componentsOf } from "./components.ts";
import { cutWays } from "./pieces.ts";
import type { BarrierLines, StreetGraph } from "./StreetGraph.ts";
import { type SceneryFeature, sceneryOf } from "./scenery.ts";
import type { WaySet } from "./Way.ts";

export interface StreetsReport {
	readonly nodes: number;
	/** Way pieces between two nodes, each counted once. */
	readonly edges: number;
	readonly components: number;
	readonly largestSharePct: number;
	/** Ways left out, by reason. */
	readonly dropped: Readonly<Record<string, number>>;
}

export interface CompiledStreets {
	readonly graph: StreetGraph;
	readonly barriers: BarrierLines;
	readonly scenery: readonly SceneryFeature[];
	readonly report: StreetsReport;
}

/** Everything made from one streets layer. A layer without any walkable way gives an empty graph. */
export function compileStreets(ways: WaySet): CompiledStreets {
	const pieces = cutWays(ways);
	const graph = buildGraph(pieces);
	const { count, largestSharePct } = componentsOf(graph);
	return {
		graph,
		barriers: barrierLinesOf(ways),
		scenery: sceneryOf(ways),
		report: {
			nodes: graph.firstEdge.length - 1,
			edges: pieces.pieces.length,
			components: count,
			largestSharePct,
			dropped: pieces.dropped,
		},
	};
}
