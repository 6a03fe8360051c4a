// The compiled streets as stored files: each array as it is, so that loading is looking (sealedArrays.ts).
// Decision 0004: whoever changes what an array means raises the version here; older files are refused, not guessed.
import type { Scenery } from "../streets/SceneryBook.ts";
import type { BarrierLines, StreetGraph } from "../streets/StreetGraph.ts";
import { openSeal, type Seal, type SealedArrays, sealArrays } from "./sealedArrays.ts";

const GRAPH: Seal = { kind: "street-graph", version: 2 };
const BARRIERS: Seal = { kind: "barrier-lines", version: 2 };
const SCENERY: Seal = { kind: "scenery", version: 2 };

/** One buffer with the whole graph. */
export function encodeGraph(graph: StreetGraph): Uint8Array {
	return sealArrays(GRAPH, null, { ...graph });
}

/** The graph of a buffer, plain or shared, nothing copied. Throws BrokenSeal on a foreign, older, cut-off or corrupted one. */
export function decodeGraph(bytes: Uint8Array): StreetGraph {
	return openSeal(bytes, GRAPH).arrays as unknown as StreetGraph;
}

export function encodeBarriers({ lineName, ...arrays }: BarrierLines): Uint8Array {
	return sealArrays(BARRIERS, { lineName }, arrays);
}

export function decodeBarriers(bytes: Uint8Array): BarrierLines {
	return opened<BarrierLines>(bytes, BARRIERS);
}

/** The map's ground. */
export function encodeScenery({ words, ...arrays }: Scenery): Uint8Array {
	return sealArrays(SCENERY, { words }, arrays);
}

export function decodeScenery(bytes: Uint8Array): Scenery {
	return opened<Scenery>(bytes, SCENERY);
}

function opened<T>(bytes: Uint8Array, seal: Seal): T {
	const { meta, arrays }: { meta: unknown; arrays: SealedArrays } = openSeal(bytes, seal);
	return { ...(meta as object), ...arrays } as T;
}
