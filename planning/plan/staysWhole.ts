// A quick look whether a unit can have come apart: near the cells that moved, not over the whole unit.
import type { Tiling } from "../partition/Tiling.ts";
import { eachNeighbour, faceCount, keyOf, type Piece, type PlanExceptions } from "./unitPieces.ts";

export interface UnitChange {
	readonly unit: number;
	readonly before: Int32Array;
	readonly after: Int32Array;
	/** Cells that moved in the layer. */
	readonly moved: readonly number[];
}

/**
 * True when a unit surely has no more pieces than before: what came to it touches what it had, and what it kept around
 * that which left hangs together by a short way. False when only a look at the whole unit can tell.
 */
export function staysWhole(
	tiling: Tiling,
	{ unit, before, after, moved }: UnitChange,
	{ links }: PlanExceptions,
): boolean {
	const [came, left] = [facesOf(isIn(after, before)), facesOf(isIn(before, after))];
	return came.every((face) => reachesOld(face)) && hangsTogether(around(left));

	function isIn(one: Int32Array, other: Int32Array): number[] {
		return moved.filter((cell) => one[cell] === unit && other[cell] !== unit);
	}

	function facesOf(cells: readonly number[]): Piece[] {
		return cells.flatMap((cell) =>
			Array.from({ length: faceCount(tiling, cell) }, (_, face) => ({ cell, face })),
		);
	}

	/** Does a face that came touch one that was there, over others that came? */
	function reachesOld(start: Piece): boolean {
		const found = [start];
		const seen = new Set([keyOf(start.cell, start.face)]);
		let isReached = false;
		for (const piece of found) {
			eachNeighbour(tiling, piece, links, (cell, face) => {
				if (after[cell] !== unit) return;
				if (before[cell] === unit) isReached = true;
				const key = keyOf(cell, face);
				if (seen.has(key)) return;
				seen.add(key);
				found.push({ cell, face });
			});
			if (isReached) return true;
		}
		return false;
	}

	/** Faces of the unit around faces that left, each once. */
	function around(faces: readonly Piece[]): Piece[] {
		const found = new Map<number, Piece>();
		for (const piece of faces)
			eachNeighbour(tiling, piece, links, (cell, face) => {
				if (after[cell] === unit) found.set(keyOf(cell, face), { cell, face });
			});
		return [...found.values()];
	}

	/** Do searches from all of these meet? They go on in turns; false as soon as one has ended without meeting. */
	function hangsTogether(seeds: readonly Piece[]): boolean {
		const searches = seeds.map((seed) => [seed]);
		const done = seeds.map(() => 0);
		const group = seeds.map((_, search) => search);
		const searchOf = new Map(seeds.map(({ cell, face }, search) => [keyOf(cell, face), search]));
		let groups = seeds.length;
		while (groups > 1)
			for (let search = 0; search < searches.length && groups > 1; search++) {
				if (done[search] === searches[search].length) {
					if (isEnded(group[search])) return false;
					continue;
				}
				const piece = searches[search][done[search]++];
				eachNeighbour(tiling, piece, links, (cell, face) => {
					if (after[cell] !== unit) return;
					const key = keyOf(cell, face);
					const other = searchOf.get(key);
					if (other === undefined) {
						searchOf.set(key, search);
						searches[search].push({ cell, face });
					} else if (group[other] !== group[search]) join(group[other], group[search]);
				});
			}
		return true;

		function join(from: number, to: number): void {
			for (let i = 0; i < group.length; i++) if (group[i] === from) group[i] = to;
			groups--;
		}

		function isEnded(which: number): boolean {
			return group.every((one, i) => one !== which || done[i] === searches[i].length);
		}
	}
}
