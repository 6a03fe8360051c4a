// Which faces of a cut cell are a part together, in which order, and what the parts are called.
import { compareHalves, type Half } from "./arcOrder.ts";
import type { CutGround, GroundFace } from "./cutGround.ts";

export interface CellPart {
	readonly oldCell: number;
	readonly code: string;
	readonly faces: readonly number[];
	/** Whether it lies on the side of the line that changes hands. */
	readonly isMoved: boolean;
	readonly twiceAreaCm2: number;
}

/**
 * Parts of all cells, those of one cell one after the other. Each face is a part, but of a cell of several pieces the
 * largest face of each piece is one part with those of the others: it holds what the line did not touch, too. So parts
 * hang together over the line and can be joined again. The largest is CODE-1, then CODE-2 …; of equal ones the
 * westernmost first.
 */
export function cellParts(
	ground: CutGround,
	codeOf: (cell: number) => string,
	isMoved: (left: Half) => boolean = () => false,
): CellPart[] {
	const pieceOf = oldPieces(ground);
	const byCell = new Map<number, FacePart[]>();
	const hasLargest = new Set<string>();
	for (const face of [...ground.faces].sort(byCellAndSize)) {
		const parts = byCell.get(face.cell) ?? [];
		byCell.set(face.cell, parts);
		const moved = isMoved(face.first);
		const piece = `${pieceOf(face.face)} ${moved}`;
		const isLargest = !hasLargest.has(piece);
		hasLargest.add(piece);
		const host = isLargest ? parts.find((part) => part.isMoved === moved) : undefined;
		if (host === undefined)
			parts.push({ isMoved: moved, faces: [face], twiceAreaCm2: face.twiceAreaCm2 });
		else {
			host.faces.push(face);
			host.twiceAreaCm2 += face.twiceAreaCm2;
		}
	}
	return [...byCell].flatMap(([oldCell, parts]) =>
		parts
			.sort(
				(a, b) =>
					b.twiceAreaCm2 - a.twiceAreaCm2 || compareHalves(a.faces[0].first, b.faces[0].first),
			)
			.map((part, i) => ({
				...part,
				oldCell,
				code: `${codeOf(oldCell)}-${i + 1}`,
				faces: part.faces.map(({ face }) => face),
			})),
	);
}

interface FacePart {
	readonly isMoved: boolean;
	readonly faces: GroundFace[];
	twiceAreaCm2: number;
}

/** The connected piece of its cell that each face was in before lines ran through it. */
function oldPieces({ lines }: CutGround): (face: number) => number {
	const joined = new Map<number, number>();
	const root = (face: number): number => {
		let at = face;
		for (let next = joined.get(at); next !== undefined; next = joined.get(at)) at = next;
		if (at !== face) joined.set(face, at);
		return at;
	};
	for (const { arc, left, right } of lines)
		if (arc < 0 && root(left) !== root(right)) joined.set(root(left), root(right));
	return root;
}

function byCellAndSize(a: GroundFace, b: GroundFace): number {
	return a.cell - b.cell || b.twiceAreaCm2 - a.twiceAreaCm2 || compareHalves(a.first, b.first);
}
