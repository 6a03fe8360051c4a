// Borders for drawing: every piece of border once, with the coarsest level it separates, so that no line lies double.
// Corners match on coordinates rounded to 1e-7° (about 1 cm); a piece that one side has
// whole and the other in parts is cut at the corners that lie on it.
import type { LonLat } from "../geo/LonLat.ts";
import { Corners } from "./Corners.ts";
import type { CellRecord, UnitKind } from "./records.ts";

/** Levels that draw a border, the coarsest first. */
const LEVELS = ["district", "street", "committee"] as const;

export interface BorderLine {
	readonly level: (typeof LEVELS)[number];
	/** True when another basic management unit, or none, begins here; the same for circles. */
	readonly bmu: boolean;
	readonly circle: boolean;
	readonly line: readonly LonLat[];
}

interface Piece {
	readonly cell: number;
	readonly from: number;
	readonly to: number;
}

/** Borders of cells, also against the outside; cost grows with the number of corners. */
export function borderLines(cells: readonly CellRecord[]): BorderLine[] {
	const corners = new Corners();
	const pieces = piecesOf(cells, corners);
	const { pairs, alone } = matched(pieces);
	const rest = matched(corners.cutAll(alone));
	const bySides = new Map<string, Piece[]>();
	const add = (piece: Piece, other: number) => {
		const key = `${Math.min(piece.cell, other)} ${Math.max(piece.cell, other)}`;
		const list = bySides.get(key);
		if (list === undefined) bySides.set(key, [piece]);
		else list.push(piece);
	};
	for (const [piece, other] of [...pairs, ...rest.pairs]) add(piece, other.cell);
	for (const piece of rest.alone) add(piece, -1);
	return [...bySides].flatMap(([key, ofSides]) => {
		const [a, b] = key.split(" ").map((index) => cells[Number(index)]?.units ?? {});
		const level = LEVELS.find((kind) => a[kind] !== b[kind]);
		if (level === undefined) return [];
		const differs = (kind: UnitKind) => a[kind] !== b[kind];
		const style = { level, bmu: differs("bmu"), circle: differs("circle") };
		return chains(ofSides).map((ids) => ({ ...style, line: ids.map((id) => corners.lonLat(id)) }));
	});
}

function piecesOf(cells: readonly CellRecord[], corners: Corners): Piece[] {
	const pieces: Piece[] = [];
	cells.forEach(({ polygons }, cell) => {
		for (const ring of polygons.flat()) {
			const ids = ring.map((lonLat) => corners.idOf(lonLat));
			for (let i = 0; i + 1 < ids.length; i++)
				if (ids[i] !== ids[i + 1]) pieces.push({ cell, from: ids[i], to: ids[i + 1] });
		}
	});
	return pieces;
}

/** Pieces with the equal piece of another cell, and pieces that only one cell has. */
function matched(pieces: readonly Piece[]): { pairs: [Piece, Piece][]; alone: Piece[] } {
	const open = new Map<number, Piece>();
	const pairs: [Piece, Piece][] = [];
	for (const piece of pieces) {
		const key = Math.min(piece.from, piece.to) * 2 ** 26 + Math.max(piece.from, piece.to);
		const other = open.get(key);
		if (other === undefined) open.set(key, piece);
		else {
			open.delete(key); // the same cell twice is a seam inside it: no border
			if (other.cell !== piece.cell) pairs.push([other, piece]);
		}
	}
	return { pairs, alone: [...open.values()] };
}

/** Pieces of one border joined end to end where exactly two meet. */
function chains(pieces: readonly Piece[]): number[][] {
	const at = new Map<number, Piece[]>();
	for (const piece of pieces)
		for (const end of [piece.from, piece.to]) at.set(end, [...(at.get(end) ?? []), piece]);
	const used = new Set<Piece>();
	const walk = (first: Piece, start: number): number[] => {
		const ids = [start];
		let next: Piece | undefined = first;
		while (next !== undefined) {
			used.add(next);
			const here: number = next.from === ids[ids.length - 1] ? next.to : next.from;
			ids.push(here);
			const meeting: readonly Piece[] = at.get(here) ?? [];
			next = meeting.length === 2 ? meeting.find((piece) => !used.has(piece)) : undefined;
		}
		return ids;
	};
	const ends = pieces.flatMap((piece) =>
		[piece.from, piece.to]
			.filter((end) => at.get(end)?.length !== 2)
			.map((end) => ({ piece, end })),
	);
	const starts = [...ends, ...pieces.map((piece) => ({ piece, end: piece.from }))]; // rings last
	return starts.flatMap(({ piece, end }) => (used.has(piece) ? [] : [walk(piece, end)]));
}
