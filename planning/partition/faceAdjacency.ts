// Which faces share a border, and how much of a face's border lies at the edge of the tiling.
import { arcMeasures } from "./arcMeasures.ts";
import { facesOf } from "./faces.ts";
import type { Tiling } from "./Tiling.ts";

export interface FaceAdjacency {
	/** Faces that share some length of border with each face; a shared point does not count. */
	readonly neighbours: readonly ReadonlySet<number>[];
	/** Metres of each face's border, and of what no other face shares. */
	readonly borderM: Float64Array;
	readonly outsideM: Float64Array;
}

/** Adjacency of all faces, in the order of `facesOf`. */
export function faceAdjacency(tiling: Tiling): FaceAdjacency {
	const { faceCell, faceOfSide } = facesOf(tiling);
	const { lengthCm } = arcMeasures(tiling);
	const neighbours = Array.from(faceCell, () => new Set<number>());
	const borderM = new Float64Array(faceCell.length);
	const outsideM = new Float64Array(faceCell.length);
	for (let side = 0; side < faceOfSide.length; side++) {
		const [face, across] = [faceOfSide[side], faceOfSide[side ^ 1]];
		if (face < 0) continue;
		borderM[face] += lengthCm[side >> 1] / 100;
		if (across < 0) outsideM[face] += lengthCm[side >> 1] / 100;
		else neighbours[face].add(across);
	}
	return { neighbours, borderM, outsideM };
}
