// Outlines drawn on whole centimetres of a plane of our own, so that a tiling's numbers can be held against the drawing.
import type { CellOutline } from "../../planning/partition/build/Outline.ts";
import { lonLatOfCm } from "../../planning/partition/lonLatShape.ts";
import type { Frame } from "../../planning/partition/Tiling.ts";
import type { PlaneRing } from "./voronoiCells.ts";

/** A plane in the middle of Shanghai. */
export const PLANE: Frame = { centralLon: 121.47, originXCm: 0, originYCm: 345_000_000 };

/** A cell as polygons of rings, the outer ring of each first. */
export interface PlaneCell {
	readonly code: string;
	readonly polygons: readonly (readonly PlaneRing[])[];
}

/** The same cell as a file would hand it in: in degrees, rings closed. */
export function outlineOf({ code, polygons }: PlaneCell): CellOutline {
	return {
		code,
		polygons: polygons.map((rings) =>
			rings.map((ring) => [...ring, ring[0]].map(([x, y]) => lonLatOfCm(PLANE, x, y))),
		),
	};
}

/** Rings as x, y, x, y … for a geometry library. */
export function planeParts({ polygons }: Pick<PlaneCell, "polygons">): number[][][] {
	return polygons.map((rings) => rings.map((ring) => ring.flat()));
}
