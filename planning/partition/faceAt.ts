// Which part of a cell a place lies in.
import type { LonLat } from "../geo/LonLat.ts";
import { facesOf } from "./faces.ts";
import { cmOfLonLat } from "./frame.ts";
import { isInsideRing } from "./isInsideRing.ts";
import { ringPointsCm } from "./shape.ts";
import type { Tiling } from "./Tiling.ts";

/** The face of a cell whose outline holds a place; the largest where none does: on a border, in ground that another has. */
export function faceAt(tiling: Tiling, cell: number, lonLat: LonLat): number {
	const { cellFirstFace, faceRings } = facesOf(tiling);
	const [first, end] = [cellFirstFace[cell], cellFirstFace[cell + 1]];
	if (end - first < 2) return first;
	const [xCm, yCm] = cmOfLonLat(tiling.frame, lonLat);
	for (let face = first; face < end; face++)
		if (isInsideRing(ringPointsCm(tiling, faceRings[face][0]), xCm, yCm)) return face;
	return first;
}
