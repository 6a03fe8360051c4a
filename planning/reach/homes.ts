// Residences in the order of their edges: a harvest then walks through memory, and those of one edge stand together.
import { NO_EDGE } from "../streets/StreetGraph.ts";
import type { Attachment } from "./attach.ts";
import { type Ends, endsOf, type Streets } from "./ends.ts";
import { isUsable } from "./searchGraph.ts";

export interface Homes {
	/** One row per attached residence, sorted by edge. */
	readonly ends: Ends;
	/** Residence of each row. */
	readonly residence: Uint32Array;
	/** Row of each residence; -1 when not attached to an edge this profile may use. */
	readonly row: Int32Array;
}

const MAX_RESIDENCES = 2 ** 21;

/** Throws for more than 2,097,152 residences. */
export function homesOf(streets: Streets, residences: readonly Attachment[]): Homes {
	if (residences.length > MAX_RESIDENCES)
		throw new Error(`${residences.length} residences: more than ${MAX_RESIDENCES}.`);
	// edge and residence in one whole number under 2⁵³ sort natively
	const keys = new Float64Array(residences.length);
	let count = 0;
	for (let one = 0; one < residences.length; one++) {
		const { edge } = residences[one];
		if (edge !== NO_EDGE && isUsable(streets.graph, streets.profile, edge))
			keys[count++] = edge * MAX_RESIDENCES + one;
	}
	const sorted = keys.subarray(0, count).sort();
	const residence = new Uint32Array(count);
	const row = new Int32Array(residences.length).fill(-1);
	for (let i = 0; i < count; i++) {
		residence[i] = sorted[i] % MAX_RESIDENCES;
		row[residence[i]] = i;
	}
	const inOrder = Array.from(residence, (one) => residences[one]);
	return { ends: endsOf(streets, inOrder, "homes"), residence, row };
}

/** The first row at an edge; the rest of the edge's rows follow it. */
export function firstRowOf({ ends: { edge } }: Homes, wanted: number): number {
	let low = 0;
	let high = edge.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (edge[middle] < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}
