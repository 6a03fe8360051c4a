// The ground of some cells with new lines through it, as a planar graph: which faces there are and what bounds them.
import { type PlanarGraph, planarGraph } from "../build/PlanarGraph.ts";
import { Vertices } from "../build/Vertices.ts";
import { sidesOfCell } from "../shape.ts";
import type { Tiling } from "../Tiling.ts";
import { compareHalves, type Half } from "./arcOrder.ts";
import type { NodedArc } from "./nodedArcs.ts";

/** A chain with the cell that it runs through. */
export interface CellChain {
	readonly cell: number;
	readonly points: readonly number[];
}

/** An arc, a piece of one that was noded, or a chain. */
export interface GroundLine {
	/** -1 of a chain. */
	readonly arc: number;
	/** x, y …; null of an arc that stays as it is. */
	readonly points: readonly number[] | null;
	/** Faces of the ground on either side. */
	readonly left: number;
	readonly right: number;
}

export interface GroundFace {
	readonly face: number;
	readonly cell: number;
	readonly twiceAreaCm2: number;
	readonly borderCm: number;
	/** Whether a new line bounds it. */
	readonly isDivided: boolean;
	/** The first of its halves: no two faces have the same. */
	readonly first: Half;
}

export interface CutGround {
	readonly lines: readonly GroundLine[];
	/** Faces that belong to the cells, by number. */
	readonly faces: readonly GroundFace[];
}

/** Cost: the segments of the cells' borders, sorted at their junctions. */
export function cutGround(
	tiling: Tiling,
	cells: readonly number[],
	chains: readonly CellChain[],
	noded: ReadonlyMap<number, NodedArc>,
): CutGround {
	const net = new Net();
	for (const arc of arcsOfCells(tiling, cells)) {
		const pieces = noded.get(arc)?.pieces;
		if (pieces === undefined) net.add(arc, null, pointsOfArc(tiling, arc));
		else for (const points of pieces) net.add(arc, points, points);
	}
	for (const { points } of chains) net.add(-1, points, points);
	const graph = net.graph();
	const lines = net.lines(graph);

	const cellOfFace = new Int32Array(graph.faceCount).fill(-1);
	const isOpen = new Set(cells);
	let chain = 0;
	for (const { arc, left, right } of lines) {
		const [onLeft, onRight] =
			arc < 0
				? [chains[chain].cell, chains[chain++].cell]
				: [tiling.arcLeft[arc], tiling.arcRight[arc]];
		if (isOpen.has(onLeft)) cellOfFace[left] = onLeft;
		if (isOpen.has(onRight)) cellOfFace[right] = onRight;
	}
	return { lines, faces: net.faces(graph, cellOfFace) };
}

/** The arcs around some cells, each once, by number. */
export function arcsOfCells(tiling: Tiling, cells: Iterable<number>): number[] {
	const arcs = new Set<number>();
	for (const cell of cells) for (const side of sidesOfCell(tiling, cell)) arcs.add(side >> 1);
	return [...arcs].sort((a, b) => a - b);
}

/** Points of an arc as x, y …, ends included; a view. */
export function pointsOfArc({ pointCm, arcFirstPoint }: Tiling, arc: number): Int32Array {
	return pointCm.subarray(2 * arcFirstPoint[arc], 2 * arcFirstPoint[arc + 1]);
}

/** Lines as segments between vertices. */
class Net {
	private readonly vertices = new Vertices();
	private readonly a: number[] = [];
	private readonly b: number[] = [];
	private readonly lineOf: number[] = [];
	private readonly given: { arc: number; points: readonly number[] | null; segment: number }[] = [];

	add(arc: number, points: readonly number[] | null, way: ArrayLike<number>): void {
		let from = this.vertices.at(way[0], way[1]);
		const line = this.given.length;
		this.given.push({ arc, points, segment: this.a.length });
		for (let i = 2; i < way.length; i += 2) {
			const to = this.vertices.at(way[i], way[i + 1]);
			this.a.push(from);
			this.b.push(to);
			this.lineOf.push(line);
			from = to;
		}
	}

	graph(): PlanarGraph {
		const { a, b, vertices } = this;
		return planarGraph({ count: a.length, a, b }, vertices.x, vertices.y);
	}

	lines({ face }: PlanarGraph): GroundLine[] {
		return this.given.map(({ arc, points, segment }) => ({
			arc,
			points,
			left: face[2 * segment],
			right: face[2 * segment + 1],
		}));
	}

	faces({ face, faceCount, twiceAreaCm2 }: PlanarGraph, cellOfFace: Int32Array): GroundFace[] {
		const { a, b, vertices } = this;
		const borderCm = new Float64Array(faceCount);
		const isDivided = new Uint8Array(faceCount);
		const first: (Half | undefined)[] = [];
		for (let half = 0; half < face.length; half++) {
			const f = face[half];
			if (cellOfFace[f] < 0) continue;
			const s = half >> 1;
			const [from, to] = (half & 1) === 0 ? [a[s], b[s]] : [b[s], a[s]];
			const way: Half = [vertices.x[from], vertices.y[from], vertices.x[to], vertices.y[to]];
			borderCm[f] += Math.hypot(way[2] - way[0], way[3] - way[1]);
			if (this.given[this.lineOf[s]].arc < 0) isDivided[f] = 1;
			const known = first[f];
			if (known === undefined || compareHalves(way, known) < 0) first[f] = way;
		}
		return first.flatMap((way, f) =>
			way === undefined
				? []
				: [
						{
							face: f,
							cell: cellOfFace[f],
							twiceAreaCm2: twiceAreaCm2[f],
							borderCm: borderCm[f],
							isDivided: isDivided[f] === 1,
							first: way,
						},
					],
		);
	}
}
