// Pieces of territory that hang together over shared borders.
import type { Evidence } from "./evidence.ts";

/** Connected groups of cell parts (indices into `located.cells.parts`); a shared point does not connect. */
export function connectedParts(evidence: Evidence, parts: readonly number[]): number[][] {
	const { neighbours } = evidence.adjacency();
	const left = new Set([...parts].sort((a, b) => a - b));
	const groups: number[][] = [];
	for (const start of left) {
		left.delete(start);
		const group = [start];
		for (const part of group)
			for (const next of neighbours[part]) if (left.delete(next)) group.push(next);
		groups.push(group.sort((a, b) => a - b));
	}
	return groups;
}

/** Connected groups of cells: cells hang together when any of their parts do. */
export function connectedCells(evidence: Evidence, cells: readonly number[]): number[][] {
	const { parts } = evidence.surveyed.located.cells;
	const { neighbours } = evidence.adjacency();
	const partsOf = evidence.partsOfCells();
	const left = new Set([...cells].sort((a, b) => a - b));
	const groups: number[][] = [];
	for (const start of left) {
		left.delete(start);
		const group = [start];
		for (const cell of group)
			for (const part of partsOf[cell])
				for (const next of neighbours[part])
					if (left.delete(parts[next].cell)) group.push(parts[next].cell);
		groups.push(group.sort((a, b) => a - b));
	}
	return groups;
}
