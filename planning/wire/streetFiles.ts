// The compiled streets as stored files: each array as it is, behind the head of columns.ts.

import type { BarrierLines, StreetGraph } from "../streets/StreetGraph.ts";
import type { SceneryFeature } from "../streets/scenery.ts";
import { type Column, decodeColumns, encodeColumns } from "./columns.ts";

const GRAPH_FORMAT = "street-graph-1";
const BARRIERS_FORMAT = "barrier-lines-1";

/** One buffer with the whole graph. */
export function encodeGraph(graph: StreetGraph): Uint8Array {
	return encodeColumns({ format: GRAPH_FORMAT }, { ...graph } as unknown as Record<string, Column>);
}

/** The graph of a buffer; throws on another format, an older version or a cut-off file. */
export function decodeGraph(bytes: Uint8Array): StreetGraph {
	return checked<StreetGraph>(bytes, GRAPH_FORMAT);
}

export function encodeBarriers({ lineName, ...arrays }: BarrierLines): Uint8Array {
	return encodeColumns(
		{ format: BARRIERS_FORMAT, lineName },
		arrays as unknown as Record<string, Column>,
	);
}

export function decodeBarriers(bytes: Uint8Array): BarrierLines {
	return checked<BarrierLines>(bytes, BARRIERS_FORMAT);
}

/** The map's ground as text. */
export function encodeScenery(scenery: readonly SceneryFeature[]): Uint8Array {
	return new TextEncoder().encode(JSON.stringify(scenery));
}

export function decodeScenery(bytes: Uint8Array): SceneryFeature[] {
	return JSON.parse(new TextDecoder().decode(bytes)) as SceneryFeature[];
}

function checked<T>(bytes: Uint8Array, format: string): T {
	const { meta, columns } = decodeColumns<{ format: string }>(bytes);
	if (meta.format !== format)
		throw new Error(`Expected a file of format ${format}, got ${meta.format}.`);
	const { format: _, ...head } = meta;
	return { ...head, ...columns } as T;
}
