// What a tiling is built from and what is found on the way.
import type { LonLat, MultiPolygonRings } from "../../geo/LonLat.ts";

/** A cell as it was handed in. */
export interface CellOutline {
	readonly code: string;
	readonly polygons: MultiPolygonRings;
}

export const TROUBLES = [
	"no-area",
	"not-degrees",
	"too-far",
	"same-code",
	"spike",
	"too-few-points",
	"self-crossing",
	"self-overlap",
	"hole-outside",
	"overlap",
	"gap",
	"unshared-border",
] as const;
export type TroubleKind = (typeof TROUBLES)[number];

/** Something that does not fit: told with its place, never mended silently. */
export interface Trouble {
	readonly kind: TroubleKind;
	/** Codes of the cells concerned, sorted: of a gap, its neighbours; of an overlap, all that claim it. */
	readonly cells: readonly string[];
	readonly at: LonLat;
	/** Square metres of a gap or an overlap, slivers and a cell's overlap with itself included, else 0. */
	readonly areaM2: number;
	/** A gap or an overlap, also of a cell with itself, so thin that it comes from drawing a border twice. */
	readonly isSliver: boolean;
	/** Metres of border that runs beside another without meeting it, else 0. */
	readonly lengthM: number;
	/** Number of the face in the subdivision, for mending; -1 for what is not a face. */
	readonly face: number;
}
