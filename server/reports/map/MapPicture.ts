// What a printed map shows, as values.
import type { LonLat, MultiPolygonRings } from "../../../planning/geo/LonLat.ts";
import type { Shape } from "../../../planning/standards/facilityShapes.ts";

export interface MapPicture {
	/** Units of the level; those outside the area are quiet ground. */
	readonly units: readonly MapUnit[];
	readonly classCount: number;
	readonly borders: readonly MapBorder[];
	readonly spots: readonly Spot[];
	/** All of the snapshot; those outside the area serve it too. */
	readonly facilities: {
		readonly shape: Shape;
		readonly at: readonly LonLat[];
		readonly inAreaCount: number;
	};
}

export interface MapUnit {
	readonly code: string;
	readonly polygons: MultiPolygonRings;
	/** Null outside the area. */
	readonly figure: UnitMark | null;
}

export interface UnitMark {
	readonly name: string;
	/** Words of its share. */
	readonly text: string;
	/** Null is no data. */
	readonly classIndex: number | null;
	readonly people: number;
	readonly labelAt: LonLat;
}

export const BORDER_KINDS = ["circle", "bmu", "committee", "street", "district"] as const;
export type BorderKind = (typeof BORDER_KINDS)[number];

export interface MapBorder {
	readonly kind: BorderKind;
	readonly line: readonly LonLat[];
}

/** People beyond the limit, gathered from the neighbourhood of a place. */
export interface Spot {
	readonly at: LonLat;
	readonly people: number;
}
