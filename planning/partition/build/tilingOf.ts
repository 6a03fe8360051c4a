// Faces with an owner each become a tiling: segments between two owners, chained into arcs from junction to junction.
import { OUTSIDE, type Tiling } from "../Tiling.ts";
import { nextOf } from "./PlanarGraph.ts";
import type { Subdivision } from "./Subdivision.ts";
import { vertexOrder } from "./vertexOrder.ts";

/** `owner[f]` is the cell of each face, `OUTSIDE` for none. A cell without a face has no ring. */
export function tilingOf(subdivision: Subdivision, owner: Int32Array): Tiling {
	const { frame, codes, vertices } = subdivision;
	const { x, y } = vertices;
	const border = bordersOf(subdivision, owner);
	const next = nextOf(border, x, y);
	const arcs = chainArcs(border, next, vertices.count);
	const pointCm = new Int32Array(2 * arcs.points.length);
	arcs.points.forEach((vertex, i) => {
		pointCm[2 * i] = x[vertex];
		pointCm[2 * i + 1] = y[vertex];
	});
	return {
		frame,
		pointCm,
		arcFirstPoint: Uint32Array.from(arcs.firstPoint),
		...nodesOf(arcs),
		arcLeft: Int32Array.from(arcs.half, (half) => border.owner[half]),
		arcRight: Int32Array.from(arcs.half, (half) => border.owner[half ^ 1]),
		arcFlags: new Uint16Array(arcs.half.length),
		cellCode: codes,
		...ringsOf(arcs, next, border.owner, codes.length),
	};
}

interface Borders {
	readonly count: number;
	readonly a: Uint32Array;
	readonly b: Uint32Array;
	/** Owner on the left of each half-edge. */
	readonly owner: Int32Array;
}

/** Segments whose two sides have different owners, from west to east, so that the order of the features does not matter. */
function bordersOf({ segments, graph, vertices }: Subdivision, owner: Int32Array): Borders {
	const { rank, byRank } = vertexOrder(vertices);
	const keys: number[] = []; // the western end, then the eastern one
	for (let s = 0; s < segments.count; s++) {
		if (owner[graph.face[2 * s]] === owner[graph.face[2 * s + 1]]) continue;
		const [one, other] = [rank[segments.a[s]], rank[segments.b[s]]];
		keys.push(Math.min(one, other) * vertices.count + Math.max(one, other));
	}
	const order = Uint32Array.from(Float64Array.from(keys).sort(), (key) => {
		const from = byRank[Math.floor(key / vertices.count)];
		const segment = segments.find(from, byRank[key % vertices.count]);
		return segments.a[segment] === from ? 2 * segment : 2 * segment + 1;
	});
	const from = (half: number) => ((half & 1) === 0 ? segments.a[half >> 1] : segments.b[half >> 1]);
	return {
		count: order.length,
		a: order.map(from),
		b: order.map((half) => from(half ^ 1)),
		owner: Int32Array.from(
			{ length: 2 * order.length },
			(_, half) => owner[graph.face[order[half >> 1] ^ (half & 1)]],
		),
	};
}

interface Arcs {
	/** First half-edge of each arc. */
	readonly half: readonly number[];
	/** Vertices, arc after arc, ends included. */
	readonly points: readonly number[];
	readonly firstPoint: readonly number[];
	/** Arc of each half-edge as a side: 2 × arc, plus 1 against it. */
	readonly sideOfHalf: Int32Array;
}

/** Chains of segments between vertices where other than two meet; loops without any begin at their smallest vertex. */
function chainArcs(border: Borders, next: Int32Array, vertexCount: number): Arcs {
	const { count, a, b } = border;
	const tailOf = (half: number) => ((half & 1) === 0 ? a[half >> 1] : b[half >> 1]);
	const degree = new Uint32Array(vertexCount);
	for (let half = 0; half < 2 * count; half++) degree[tailOf(half)]++;
	const half: number[] = [];
	const points: number[] = [];
	const firstPoint = [0];
	const sideOfHalf = new Int32Array(2 * count).fill(-1);
	const chain = (start: number) => {
		const arc = half.length;
		half.push(start);
		points.push(tailOf(start));
		for (let at = start; ; at = next[at]) {
			sideOfHalf[at] = 2 * arc;
			sideOfHalf[at ^ 1] = 2 * arc + 1;
			const head = tailOf(at ^ 1);
			points.push(head);
			if (degree[head] !== 2 || head === tailOf(start)) break;
		}
		firstPoint.push(points.length);
	};
	for (let at = 0; at < 2 * count; at++)
		if (sideOfHalf[at] < 0 && degree[tailOf(at)] !== 2) chain(at);
	for (let at = 0; at < 2 * count; at++) if (sideOfHalf[at] < 0) chain(at);
	return { half, points, firstPoint, sideOfHalf };
}

function nodesOf({ points, firstPoint }: Arcs): Pick<Tiling, "arcFrom" | "arcTo"> {
	const nodeOf = new Map<number, number>();
	const node = (vertex: number) => {
		const known = nodeOf.get(vertex) ?? nodeOf.size;
		nodeOf.set(vertex, known);
		return known;
	};
	const arcFrom: number[] = [];
	const arcTo: number[] = [];
	for (let arc = 0; arc + 1 < firstPoint.length; arc++) {
		arcFrom.push(node(points[firstPoint[arc]]));
		arcTo.push(node(points[firstPoint[arc + 1] - 1]));
	}
	return { arcFrom: Uint32Array.from(arcFrom), arcTo: Uint32Array.from(arcTo) };
}

function ringsOf(
	{ sideOfHalf }: Arcs,
	next: Int32Array,
	owner: Int32Array,
	cellCount: number,
): Pick<Tiling, "cellFirstRing" | "ringFirstSide" | "ringSide"> {
	const ringsOfCell = Array.from({ length: cellCount }, (): number[][] => []);
	const isDone = new Uint8Array(next.length);
	for (let start = 0; start < next.length; start++) {
		if (isDone[start] !== 0 || owner[start] === OUTSIDE) continue;
		const sides: number[] = [];
		for (let half = start; isDone[half] === 0; half = next[half]) {
			isDone[half] = 1;
			if (sides.at(-1) !== sideOfHalf[half]) sides.push(sideOfHalf[half]);
		}
		if (sides.length > 1 && sides[0] === sides.at(-1)) sides.pop(); // begun in the middle of an arc
		ringsOfCell[owner[start]].push(sides);
	}
	const cellFirstRing = [0];
	const ringFirstSide = [0];
	const ringSide: number[] = [];
	for (const rings of ringsOfCell) {
		for (const sides of rings) {
			ringSide.push(...sides);
			ringFirstSide.push(ringSide.length);
		}
		cellFirstRing.push(ringFirstSide.length - 1);
	}
	return {
		cellFirstRing: Uint32Array.from(cellFirstRing),
		ringFirstSide: Uint32Array.from(ringFirstSide),
		ringSide: Uint32Array.from(ringSide),
	};
}
