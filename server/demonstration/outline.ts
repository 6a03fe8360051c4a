// The outline of a set of cells: rings of lattice nodes, so that neighbours share every vertex of a common border.
import type { MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import { at, valueAt } from "./at.ts";
import { cellAt, type Lattice, nodeAt } from "./Lattice.ts";

/** Polygons of a set of cells, a polygon per part; outer rings counter-clockwise, holes clockwise, closed. */
export function outlineOf(lattice: Lattice, cells: Iterable<number>): MultiPolygonRings {
	return partsOf(lattice, new Set(cells)).map((part) =>
		ringsOf(lattice, part)
			.sort((a, b) => ringArea2(lattice, b) - ringArea2(lattice, a))
			.map((ring) => [...ring, at(ring, 0)].reverse().map((node) => at(lattice.nodes, node))),
	);
}

/** Cells that share an edge with a cell, inside the lattice. */
export function cellsBeside(lattice: Lattice, cell: number): number[] {
	const column = cell % lattice.columns;
	const row = (cell - column) / lattice.columns;
	return [
		cellAt(lattice, column, row - 1),
		cellAt(lattice, column + 1, row),
		cellAt(lattice, column, row + 1),
		cellAt(lattice, column - 1, row),
	].filter((beside) => beside >= 0);
}

/** Parts connected by edges, by their first cell. */
function partsOf(lattice: Lattice, cells: ReadonlySet<number>): Set<number>[] {
	const seen = new Set<number>();
	const parts: Set<number>[] = [];
	for (const first of [...cells].sort((a, b) => a - b)) {
		if (seen.has(first)) continue;
		const part = new Set([first]);
		for (const cell of part)
			for (const beside of cellsBeside(lattice, cell)) if (cells.has(beside)) part.add(beside);
		for (const cell of part) seen.add(cell);
		parts.push(part);
	}
	return parts;
}

/** Rings of a connected part, clockwise around its cells; where two cells touch at a corner only, rings keep apart. */
function ringsOf(lattice: Lattice, part: ReadonlySet<number>): number[][] {
	const nextOf = new Map<number, number[]>();
	const side = (from: number, to: number) => {
		const list = nextOf.get(from);
		if (list === undefined) nextOf.set(from, [to]);
		else list.push(to);
	};
	for (const cell of part) {
		const column = cell % lattice.columns;
		const row = (cell - column) / lattice.columns;
		const has = (u: number, v: number) => part.has(cellAt(lattice, u, v));
		const node = (u: number, v: number) => nodeAt(lattice, u, v);
		if (!has(column, row - 1)) side(node(column, row), node(column + 1, row));
		if (!has(column + 1, row)) side(node(column + 1, row), node(column + 1, row + 1));
		if (!has(column, row + 1)) side(node(column + 1, row + 1), node(column, row + 1));
		if (!has(column - 1, row)) side(node(column, row + 1), node(column, row));
	}
	const rings: number[][] = [];
	for (const start of [...nextOf.keys()].sort((a, b) => a - b))
		while (valueAt(nextOf, start).length > 0) rings.push(walkRing(lattice, nextOf, start));
	return rings;
}

function walkRing(lattice: Lattice, nextOf: Map<number, number[]>, start: number): number[] {
	const ring: number[] = [];
	let from = -1;
	let node = start;
	do {
		ring.push(node);
		const ways = valueAt(nextOf, node);
		const right = ways.length > 1 && from >= 0 ? rightTurn(lattice, from, node, ways) : 0;
		const next = at(ways.splice(right, 1), 0);
		from = node;
		node = next;
	} while (node !== start);
	return ring;
}

/** Of two ways on, the one that turns right stays at the same cell. */
function rightTurn(lattice: Lattice, from: number, node: number, ways: readonly number[]): number {
	const step = node - from;
	const stride = lattice.columns + 1;
	const right = step === 1 ? stride : step === stride ? -1 : step === -1 ? -stride : 1;
	const found = ways.indexOf(node + right);
	return Math.max(0, found);
}

/** Twice the area in lattice units; positive for outer rings. */
function ringArea2(lattice: Lattice, ring: readonly number[]): number {
	const stride = lattice.columns + 1;
	let sum = 0;
	ring.forEach((node, index) => {
		const next = at(ring, (index + 1) % ring.length);
		const [u, v] = [node % stride, Math.floor(node / stride)];
		sum += u * Math.floor(next / stride) - (next % stride) * v;
	});
	return sum;
}
