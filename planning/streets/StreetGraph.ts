// The street graph (步行网络): compiled once per layer version, then only read.
// Every array is plain and little-endian, so the graph is stored, exported and shared with workers as it is.

/** "No arc": the value of `edgeReverse` where the other direction may not be walked. */
export const NO_EDGE = 0xffff_ffff;

/** Bits of `edgeFlags`. A profile names the bits it may not use. */
export const EDGE_FLAG = {
	steps: 1,
	bridge: 2,
	tunnel: 4,
	/** Private way seen from a trip's start: can be left, not entered from public streets. */
	privateStart: 8,
	/** Private way seen from a trip's end: can be entered from public streets, not left. */
	privateEnd: 16,
	/** Zero-length arc between a public junction and the private copies of it. */
	link: 32,
	/** Ways that bicycles may not use (pedestrian-only, foot paths, corridors). */
	footOnly: 64,
} as const;

/**
 * Nodes in Hilbert order; directed arcs ("edges") of node n are `firstEdge[n] … firstEdge[n+1]-1`.
 * Lengths in integer decimetres, penalties in integer deciseconds.
 */
export interface StreetGraph {
	readonly firstEdge: Uint32Array;
	readonly edgeHead: Uint32Array;
	readonly edgeReverse: Uint32Array;
	readonly edgeLengthDm: Uint32Array;
	readonly edgePenaltyDs: Uint32Array;
	readonly edgeFlags: Uint16Array;
	/** Id of the source way. */
	readonly edgeWay: Float64Array;
	/** lon, lat of each node. */
	readonly nodeLonLat: Float64Array;
	/**
	 * Shape points between the two ends, `edgeFirstShape[e] … edgeFirstShape[e+1]-1`, in the arc's direction.
	 * Of the two arcs of one way piece only the one with the smaller index holds them; the other reads them backwards.
	 */
	readonly edgeFirstShape: Uint32Array;
	/** lon, lat of each shape point. */
	readonly shapeLonLat: Float64Array;
	/** Pairs [start copy, end copy] of arcs of private ways, sorted by the first; see `EDGE_FLAG.privateStart`. */
	readonly privateTwins: Uint32Array;
}

/** Lines that a connector may not cross: railways, rivers, expressways, walls and fences. */
export interface BarrierLines {
	/** Kind of each line: index into `BARRIER_KINDS`. */
	readonly lineKind: Uint8Array;
	/** Id of the source way of each line. */
	readonly lineWay: Float64Array;
	/** Name of each line ("" when unnamed), for flags that name what severs. */
	readonly lineName: readonly string[];
	readonly firstPoint: Uint32Array;
	readonly pointLonLat: Float64Array;
}

export const BARRIER_KINDS = ["railway", "water", "expressway", "wall", "fence"] as const;
export type BarrierKind = (typeof BARRIER_KINDS)[number];
