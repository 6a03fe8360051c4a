// The shape of a group of faces: what borders it, traced into rings.
import { facesOf } from "./faces.ts";
import { type Shape, shapeOfSides } from "./shape.ts";
import type { Tiling } from "./Tiling.ts";

/** Shape of some faces taken together, of whatever cells. */
export function partShape(tiling: Tiling, faces: readonly number[]): Shape {
	const { faceRings, faceOfSide } = facesOf(tiling);
	const inside = new Set(faces);
	const border: number[] = [];
	for (const face of faces)
		for (const ring of faceRings[face])
			for (let i = 0; i < ring.length; i++)
				if (!inside.has(faceOfSide[ring[i] ^ 1])) border.push(ring[i]);
	return shapeOfSides(tiling, border);
}
