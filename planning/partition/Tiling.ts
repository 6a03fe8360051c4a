// Territory as an arc graph (DESIGN 4.4): cells are faces of a planar graph, so that gaps and overlaps cannot exist.
// Plain arrays, little-endian: stored, sent and shared as they are. Read-only; an edit makes a new tiling.

/** The value of `arcLeft` and `arcRight` where no cell lies. */
export const OUTSIDE = -1;

/** Transverse Mercator on WGS84 with scale 1; centimetres from an origin, |coordinate| < 3·10⁷. */
export interface Frame {
	/** Degrees; the city's central longitude. */
	readonly centralLon: number;
	/** Subtracted from easting and northing, whole centimetres. */
	readonly originXCm: number;
	readonly originYCm: number;
}

export interface Tiling {
	readonly frame: Frame;
	/** x, y in centimetres of each point. Arc a has points `arcFirstPoint[a] … arcFirstPoint[a+1]-1`, ends included. */
	readonly pointCm: Int32Array;
	readonly arcFirstPoint: Uint32Array;
	/** Nodes at the ends of each arc; a loop without any junction begins and ends at the same node. */
	readonly arcFrom: Uint32Array;
	readonly arcTo: Uint32Array;
	/** Index of the cell on either side, seen along the arc; `OUTSIDE` where none. */
	readonly arcLeft: Int32Array;
	readonly arcRight: Int32Array;
	/** Bits of `ARC_FLAG`. */
	readonly arcFlags: Uint16Array;
	/** Codes of the cells, sorted by code unit. */
	readonly cellCode: readonly string[];
	/**
	 * Rings of cell c are `cellFirstRing[c] … cellFirstRing[c+1]-1`; sides of ring r are `ringSide[ringFirstSide[r] …
	 * ringFirstSide[r+1]-1]`, a side being 2 × arc, plus 1 where the arc is walked backwards. The cell lies on the left:
	 * outer rings run counterclockwise, holes clockwise. A cell of several parts has several outer rings.
	 */
	readonly cellFirstRing: Uint32Array;
	readonly ringFirstSide: Uint32Array;
	readonly ringSide: Uint32Array;
}

export const ARC_FLAG = {
	/** A line fixed by law (法定界线): may not be moved. */
	legal: 1,
	locked: 2,
	followsStreet: 4,
	followsWater: 8,
} as const;

/** Which unit of one layer each cell belongs to; -1 for none. */
export interface Assignment {
	readonly unitOfCell: Int32Array;
	readonly unitCode: readonly string[];
}
