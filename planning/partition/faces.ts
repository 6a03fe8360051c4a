// Faces: the connected parts of cells. A cell is nearly always one face; contiguity is a matter of faces.
import { cellShape, sidesOfCell } from "./shape.ts";
import type { Tiling } from "./Tiling.ts";

/** Sides, in order. */
type FaceRing = ArrayLike<number> & Iterable<number>;

export interface Faces {
	/** Faces of cell c are `cellFirstFace[c] … cellFirstFace[c+1]-1`, in the order of the parts of its shape. */
	readonly cellFirstFace: Uint32Array;
	readonly faceCell: Int32Array;
	/** The face on the left of each side; -1 outside. */
	readonly faceOfSide: Int32Array;
	/** Rings of face f, each as sides, the outer ring first. */
	readonly faceRings: readonly (readonly FaceRing[])[];
}

/** By the sides of rings: a tiling that differs in flags only has the same. */
const known = new WeakMap<Tiling["ringSide"], Faces>();

/** The faces of a tiling; made at the first call, remembered with the tiling, which never changes. */
export function facesOf(tiling: Tiling): Faces {
	const before = known.get(tiling.ringSide);
	if (before !== undefined) return before;
	const cellCount = tiling.cellCode.length;
	const cellFirstFace = new Uint32Array(cellCount + 1);
	const faceCell: number[] = [];
	const faceRings: (readonly FaceRing[])[] = [];
	const faceOfSide = new Int32Array(2 * tiling.arcFrom.length).fill(-1);
	for (let cell = 0; cell < cellCount; cell++) {
		for (const rings of partsOfCell(tiling, cell)) {
			for (const ring of rings)
				for (let i = 0; i < ring.length; i++) faceOfSide[ring[i]] = faceCell.length;
			faceCell.push(cell);
			faceRings.push(rings);
		}
		cellFirstFace[cell + 1] = faceCell.length;
	}
	const faces = { cellFirstFace, faceCell: Int32Array.from(faceCell), faceOfSide, faceRings };
	known.set(tiling.ringSide, faces);
	return faces;
}

/** A cell of one ring, as nearly all are, needs no tracing. */
function partsOfCell(tiling: Tiling, cell: number): readonly (readonly FaceRing[])[] {
	const { cellFirstRing } = tiling;
	return cellFirstRing[cell + 1] - cellFirstRing[cell] === 1
		? [[sidesOfCell(tiling, cell)]]
		: cellShape(tiling, cell);
}
