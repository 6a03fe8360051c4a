// Which faces share a border: cells hang together over arcs.
import { facesOf } from "./faces.ts";
import type { Tiling } from "./Tiling.ts";

/** Faces that share some length of border with each face, in the order of `facesOf`; a shared point does not count. */
export function faceNeighbours(tiling: Tiling): readonly ReadonlySet<number>[] {
	const { faceCell, faceOfSide } = facesOf(tiling);
	const neighbours = Array.from(faceCell, () => new Set<number>());
	for (let side = 0; side < faceOfSide.length; side++) {
		const [face, across] = [faceOfSide[side], faceOfSide[side ^ 1]];
		if (face >= 0 && across >= 0) neighbours[face].add(across);
	}
	return neighbours;
}
