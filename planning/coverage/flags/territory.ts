// The city's territory as flags see it: its arc graph, the exceptions declared, and who hangs together with whom.
import type { CellRecord } from "../../city/records.ts";
import { buildTiling } from "../../partition/buildTiling.ts";
import { type ReadExceptions, readExceptions } from "../../partition/contiguityExceptions.ts";
import { faceAt } from "../../partition/faceAt.ts";
import { faceNeighbours } from "../../partition/faceNeighbours.ts";
import { facesOf } from "../../partition/faces.ts";
import type { Tiling } from "../../partition/Tiling.ts";
import type { City } from "../analysis.ts";

export interface Territory {
	readonly tiling: Tiling;
	readonly exceptions: ReadExceptions;
	/** Index into the tiling's cells by cell of the city, and back; -1 for a cell that the tiling had to leave out. */
	readonly tileOfCell: Int32Array;
	readonly cellOfTile: Int32Array;
	/** Cells of the city that share some length of border, or that a declared bridge or ferry joins. */
	readonly neighbours: readonly ReadonlySet<number>[];
	/** Residences in each face of the tiling, ascending. */
	readonly residencesOfFace: readonly (readonly number[])[];
}

type Divided = Pick<City, "cells" | "residences" | "tiling" | "exceptions">;

/** `residenceCell`: index into the cells of each residence, -1 for none. */
export function territoryOf(city: Divided, residenceCell: Int32Array): Territory {
	const tiling = city.tiling ?? buildTiling(city.cells).tiling;
	const exceptions = readExceptions(tiling, city.exceptions ?? []);
	const { tileOfCell, cellOfTile } = matched(city.cells, tiling);
	const residencesOfFace = Array.from(facesOf(tiling).faceCell, (): number[] => []);
	residenceCell.forEach((cell, residence) => {
		const tile = cell < 0 ? -1 : tileOfCell[cell];
		if (tile < 0) return;
		residencesOfFace[faceAt(tiling, tile, city.residences[residence].lonLat)].push(residence);
	});
	const neighbours = cellNeighbours(tiling, exceptions, cellOfTile, city.cells.length);
	return { tiling, exceptions, tileOfCell, cellOfTile, neighbours, residencesOfFace };
}

/** Connected groups of cells, ascending: cells hang together when any of their parts do. */
export function connectedCells({ neighbours }: Territory, cells: readonly number[]): number[][] {
	const left = new Set([...cells].sort((a, b) => a - b));
	const groups: number[][] = [];
	for (const start of left) {
		left.delete(start);
		const group = [start];
		for (const cell of group)
			for (const next of neighbours[cell]) if (left.delete(next)) group.push(next);
		groups.push(group.sort((a, b) => a - b));
	}
	return groups;
}

function matched(cells: readonly CellRecord[], { cellCode }: Tiling) {
	const tileOf = new Map(cellCode.map((code, tile) => [code, tile]));
	const tileOfCell = Int32Array.from(cells, ({ code }) => tileOf.get(code) ?? -1);
	const cellOfTile = new Int32Array(cellCode.length).fill(-1);
	tileOfCell.forEach((tile, cell) => {
		if (tile >= 0) cellOfTile[tile] = cell;
	});
	return { tileOfCell, cellOfTile };
}

function cellNeighbours(
	tiling: Tiling,
	{ links }: ReadExceptions,
	cellOfTile: Int32Array,
	cellCount: number,
): readonly ReadonlySet<number>[] {
	const { faceCell } = facesOf(tiling);
	const neighbours = Array.from({ length: cellCount }, () => new Set<number>());
	const join = (face: number, other: number) => {
		const [a, b] = [cellOfTile[faceCell[face]], cellOfTile[faceCell[other]]];
		if (a >= 0 && b >= 0) neighbours[a].add(b);
	};
	faceNeighbours(tiling).forEach((others, face) => {
		for (const other of others) join(face, other);
	});
	for (const [a, b] of links) {
		join(a, b);
		join(b, a);
	}
	return neighbours;
}
