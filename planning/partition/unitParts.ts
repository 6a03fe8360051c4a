// The parts of units: faces that hang together over arcs or declared links. A shared point does not count.
import { facesOf } from "./faces.ts";
import { type FaceLink, rimsOf } from "./rims.ts";
import type { Assignment, Tiling } from "./Tiling.ts";

export interface UnitPart {
	/** -1 for cells of no unit. */
	readonly unit: number;
	/** In ascending order. */
	readonly faces: readonly number[];
}

/** All parts of all units, by their first face. */
export function unitParts(
	tiling: Tiling,
	{ unitOfCell }: Pick<Assignment, "unitOfCell">,
	links: readonly FaceLink[] = [],
): UnitPart[] {
	const { faceCell } = facesOf(tiling);
	const { firstEntry, across } = rimsOf(tiling, links);
	const isTaken = new Uint8Array(faceCell.length);
	const parts: UnitPart[] = [];
	for (let start = 0; start < faceCell.length; start++) {
		if (isTaken[start] === 1) continue;
		const unit = unitOfCell[faceCell[start]];
		const faces = [start];
		isTaken[start] = 1;
		for (const face of faces)
			for (let entry = firstEntry[face]; entry < firstEntry[face + 1]; entry++) {
				const other = across[entry];
				if (other < 0 || isTaken[other] === 1 || unitOfCell[faceCell[other]] !== unit) continue;
				isTaken[other] = 1;
				faces.push(other);
			}
		parts.push({ unit, faces: faces.sort((a, b) => a - b) });
	}
	return parts;
}
