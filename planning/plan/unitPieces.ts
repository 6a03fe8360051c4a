// The connected pieces of a few cells, looked at locally: nothing of the whole city is built, so that a territory that
// was just cut costs nothing. Faces are numbered within their cell, in the order of `facesOf`.
import { cellShape, sidesOfCell } from "../partition/shape.ts";
import { cellOfSide } from "../partition/sides.ts";
import type { Tiling } from "../partition/Tiling.ts";
import type { PlanState } from "./PlanState.ts";

/** A part of a cell. */
export interface Piece {
	readonly cell: number;
	/** Which of the cell's faces. */
	readonly face: number;
}

/** Declared neighbours of a cell (bridges, ferries), by cell; and cells that may lie apart. */
export interface PlanExceptions {
	readonly links: ReadonlyMap<number, readonly number[]>;
	readonly apart: ReadonlySet<number>;
}

/** A cell of several rings: its sides by face. */
interface CellFaces {
	readonly sides: readonly (readonly number[])[];
	readonly faceOfSide: ReadonlyMap<number, number>;
}

const facesKnown = new WeakMap<Tiling["ringSide"], Map<number, CellFaces>>();
const exceptionsKnown = new WeakMap<Int32Array, PlanExceptions>();
const FACES_PER_CELL = 4_096;

/** Groups of faces of these cells that share arcs or a declared link; the largest first, then by first cell. */
export function piecesOf(
	tiling: Tiling,
	cells: readonly number[],
	{ links }: PlanExceptions,
): Piece[][] {
	const within = new Set(cells);
	const isFound = new Set<number>();
	const groups: Piece[][] = [];
	for (const cell of cells)
		for (let face = 0; face < faceCount(tiling, cell); face++)
			if (!isFound.has(keyOf(cell, face))) groups.push(grow({ cell, face }));
	return groups.sort((a, b) => b.length - a.length || a[0].cell - b[0].cell);

	function grow(start: Piece): Piece[] {
		const group: Piece[] = [];
		find(start.cell, start.face);
		for (const piece of group) eachNeighbour(tiling, piece, links, find);
		return group;

		function find(cell: number, face: number): void {
			const key = keyOf(cell, face);
			if (!within.has(cell) || isFound.has(key)) return;
			isFound.add(key);
			group.push({ cell, face });
		}
	}
}

/** One number per face of a cell. */
export function keyOf(cell: number, face: number): number {
	return cell * FACES_PER_CELL + face;
}

/** Call with every face across a border of a face, or at the other end of a link; with some more than once. */
export function eachNeighbour(
	tiling: Tiling,
	{ cell, face }: Piece,
	links: PlanExceptions["links"],
	call: (cell: number, face: number) => void,
): void {
	const sides = sidesOfFace(tiling, cell, face);
	for (let i = 0; i < sides.length; i++) {
		const across = sides[i] ^ 1;
		const other = cellOfSide(tiling, across);
		if (other >= 0) call(other, faceOfSide(tiling, other, across));
	}
	if (face === 0) for (const other of links.get(cell) ?? []) call(other, 0);
}

/** The base's exceptions on the cells of a state: what holds for a cell holds for every part that it was cut into. */
export function exceptionsOf({ base, baseCell }: PlanState): PlanExceptions {
	const known = exceptionsKnown.get(baseCell);
	if (known !== undefined) return known;
	const links = new Map<number, number[]>();
	const apart = new Set<number>();
	const partsOf = (code: string) => {
		const cell = base.tiling.cellCode.indexOf(code);
		return cell < 0 ? [] : [...baseCell.keys()].filter((part) => baseCell[part] === cell);
	};
	for (const { kind, cells } of base.exceptions) {
		const parts = cells.map(partsOf);
		if (kind === "exclave") for (const cell of parts[0]) apart.add(cell);
		else
			for (const a of parts[0])
				for (const b of parts[1]) {
					links.set(a, [...(links.get(a) ?? []), b]);
					links.set(b, [...(links.get(b) ?? []), a]);
				}
	}
	const made = { links, apart };
	exceptionsKnown.set(baseCell, made);
	return made;
}

function isSimple({ cellFirstRing }: Tiling, cell: number): boolean {
	return cellFirstRing[cell + 1] - cellFirstRing[cell] === 1;
}

/** How many faces a cell has. */
export function faceCount(tiling: Tiling, cell: number): number {
	return isSimple(tiling, cell) ? 1 : facesOfCell(tiling, cell).sides.length;
}

function sidesOfFace(tiling: Tiling, cell: number, face: number): ArrayLike<number> {
	return isSimple(tiling, cell) ? sidesOfCell(tiling, cell) : facesOfCell(tiling, cell).sides[face];
}

function faceOfSide(tiling: Tiling, cell: number, side: number): number {
	return isSimple(tiling, cell) ? 0 : (facesOfCell(tiling, cell).faceOfSide.get(side) ?? 0);
}

function facesOfCell(tiling: Tiling, cell: number): CellFaces {
	const ofTiling = facesKnown.get(tiling.ringSide) ?? new Map<number, CellFaces>();
	facesKnown.set(tiling.ringSide, ofTiling);
	const known = ofTiling.get(cell);
	if (known !== undefined) return known;
	const sides = cellShape(tiling, cell).map((rings) => rings.flat());
	const made = {
		sides,
		faceOfSide: new Map(
			sides.flatMap((ofFace, face) => ofFace.map((side) => [side, face] as const)),
		),
	};
	ofTiling.set(cell, made);
	return made;
}
