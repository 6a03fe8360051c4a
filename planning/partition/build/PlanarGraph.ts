// A planar graph by half-edges (D. E. Muller and F. P. Preparata, 1978): half-edge 2s walks segment s from its smaller
// vertex, 2s + 1 back. Cycles of half-edges bound faces on their left.
import Flatbush from "flatbush";

/** Segments that meet at their ends only. */
export interface PlanarSegments {
	readonly count: number;
	readonly a: ArrayLike<number>;
	readonly b: ArrayLike<number>;
}

export interface PlanarGraph {
	/** The half-edge that follows on the border of the same face. */
	readonly next: Int32Array;
	/** The face on the left of each half-edge; face 0 is the one around everything. */
	readonly face: Int32Array;
	readonly faceCount: number;
	/** Twice the area of each face in cm²; of face 0 it is negative: all that lies in it. */
	readonly twiceAreaCm2: Float64Array;
}

type Coordinates = ArrayLike<number>;

/** Faces of a planar graph. Whole centimetres; twice an area stays exact under 2⁵³ cm² (450,000 km²). */
export function planarGraph(segments: PlanarSegments, x: Coordinates, y: Coordinates): PlanarGraph {
	const next = nextOf(segments, x, y);
	const { cycle, first, twiceArea } = cyclesOf(segments, next, x, y);
	const around = aroundOf(segments, cycle, { first, twiceArea, next }, x, y);

	// a cycle that turns right belongs to the face around it
	const faceOfCycle = new Int32Array(first.length).fill(-1);
	let faceCount = 1;
	for (let c = 0; c < first.length; c++) if (twiceArea[c] > 0) faceOfCycle[c] = faceCount++;
	for (let c = 0; c < first.length; c++) {
		let outer = c;
		while (outer >= 0 && twiceArea[outer] <= 0) outer = around[outer];
		if (faceOfCycle[c] < 0) faceOfCycle[c] = outer < 0 ? 0 : faceOfCycle[outer];
	}
	const twiceAreaCm2 = new Float64Array(faceCount);
	for (let c = 0; c < first.length; c++) twiceAreaCm2[faceOfCycle[c]] += twiceArea[c];
	return { next, face: cycle.map((c) => faceOfCycle[c]), faceCount, twiceAreaCm2 };
}

/** After arriving at a vertex, the first way out clockwise from where we came: it keeps the same face on the left. */
export function nextOf(
	{ count, a, b }: PlanarSegments,
	x: Coordinates,
	y: Coordinates,
): Int32Array {
	const tailOf = (half: number) => ((half & 1) === 0 ? a[half >> 1] : b[half >> 1]);
	const headOf = (half: number) => tailOf(half ^ 1);
	let vertexCount = 0;
	for (let s = 0; s < count; s++) vertexCount = Math.max(vertexCount, a[s] + 1, b[s] + 1);
	const firstOut = new Uint32Array(vertexCount + 1);
	for (let half = 0; half < 2 * count; half++) firstOut[tailOf(half) + 1]++;
	for (let vertex = 0; vertex < vertexCount; vertex++) firstOut[vertex + 1] += firstOut[vertex];
	const at = firstOut.slice();
	const out = new Uint32Array(2 * count);
	for (let half = 0; half < 2 * count; half++) out[at[tailOf(half)]++] = half;
	const next = new Int32Array(2 * count);
	for (let vertex = 0; vertex < vertexCount; vertex++) {
		const leaving = out.subarray(firstOut[vertex], firstOut[vertex + 1]);
		if (leaving.length > 2) leaving.sort(byAngle(vertex, headOf, x, y));
		for (let i = 0; i < leaving.length; i++)
			next[leaving[i] ^ 1] = leaving[(i + leaving.length - 1) % leaving.length];
	}
	return next;
}

/** Counterclockwise from due east. */
function byAngle(
	vertex: number,
	headOf: (half: number) => number,
	x: Coordinates,
	y: Coordinates,
): (one: number, other: number) => number {
	return (one, other) => {
		const [ax, ay] = [x[headOf(one)] - x[vertex], y[headOf(one)] - y[vertex]];
		const [bx, by] = [x[headOf(other)] - x[vertex], y[headOf(other)] - y[vertex]];
		const [aLower, bLower] = [ay < 0 || (ay === 0 && ax < 0), by < 0 || (by === 0 && bx < 0)];
		if (aLower !== bLower) return aLower ? 1 : -1;
		return -(ax * by - ay * bx);
	};
}

interface Cycles {
	/** Cycle of each half-edge. */
	readonly cycle: Int32Array;
	/** A half-edge of each cycle. */
	readonly first: readonly number[];
	readonly twiceArea: readonly number[];
}

function cyclesOf(
	{ count, a, b }: PlanarSegments,
	next: Int32Array,
	x: Coordinates,
	y: Coordinates,
): Cycles {
	const cycle = new Int32Array(2 * count).fill(-1);
	const first: number[] = [];
	const twiceArea: number[] = [];
	for (let start = 0; start < 2 * count; start++) {
		if (cycle[start] >= 0) continue;
		const originX = x[a[start >> 1]];
		const originY = y[a[start >> 1]];
		let sum = 0;
		for (let half = start; cycle[half] < 0; half = next[half]) {
			cycle[half] = first.length;
			const [tail, head] =
				(half & 1) === 0 ? [a[half >> 1], b[half >> 1]] : [b[half >> 1], a[half >> 1]];
			sum += (x[tail] - originX) * (y[head] - originY) - (x[head] - originX) * (y[tail] - originY);
		}
		first.push(start);
		twiceArea.push(sum);
	}
	return { cycle, first, twiceArea };
}

/**
 * For each cycle that turns right, a cycle of the face that its piece of the graph lies in; -1 where nothing is around.
 * From its westernmost vertex a ray goes west, half a centimetre north of the vertex so that it meets no other.
 */
function aroundOf(
	{ count, a, b }: PlanarSegments,
	cycle: Int32Array,
	cycles: Pick<Cycles, "first" | "twiceArea"> & { readonly next: Int32Array },
	x: Coordinates,
	y: Coordinates,
): Int32Array {
	const { first, twiceArea, next } = cycles;
	const around = new Int32Array(first.length).fill(-1);
	const outers = first.flatMap((_, c) => (twiceArea[c] <= 0 ? [c] : []));
	if (outers.length < 2) return around;
	const piece = piecesOf(count, cycle, first.length);
	const tree = new Flatbush(count, 16, Float64Array);
	for (let s = 0; s < count; s++)
		tree.add(
			Math.min(x[a[s]], x[b[s]]),
			Math.min(y[a[s]], y[b[s]]),
			Math.max(x[a[s]], x[b[s]]),
			Math.max(y[a[s]], y[b[s]]),
		);
	tree.finish();
	for (const c of outers) {
		let west = a[first[c] >> 1];
		let half = first[c];
		do {
			for (const vertex of [a[half >> 1], b[half >> 1]])
				if (x[vertex] < x[west] || (x[vertex] === x[west] && y[vertex] < y[west])) west = vertex;
			half = next[half];
		} while (half !== first[c]);
		const rayY = y[west] + 0.5;
		let nearestX = -Infinity;
		tree.search(-Infinity, rayY, x[west], rayY, (s) => {
			if (piece[cycle[2 * s]] === piece[c]) return false;
			const [low, high] = y[a[s]] < y[b[s]] ? [a[s], b[s]] : [b[s], a[s]];
			if (y[low] > rayY || y[high] < rayY) return false;
			const atX = x[low] + ((rayY - y[low]) * (x[high] - x[low])) / (y[high] - y[low]);
			if (atX < x[west] && atX > nearestX) {
				nearestX = atX;
				around[c] = cycle[a[s] === high ? 2 * s : 2 * s + 1]; // downwards: what lies east is on its left
			}
			return false;
		});
	}
	return around;
}

/** Connected pieces of the graph, by cycle: the two sides of a segment belong together, as do cycles at a vertex. */
function piecesOf(count: number, cycle: Int32Array, cycleCount: number): Int32Array {
	const parent = Int32Array.from({ length: cycleCount }, (_, c) => c);
	const root = (c: number): number => {
		let at = c;
		while (parent[at] !== at) {
			parent[at] = parent[parent[at]];
			at = parent[at];
		}
		return at;
	};
	for (let s = 0; s < count; s++) parent[root(cycle[2 * s])] = root(cycle[2 * s + 1]);
	return parent.map((_, c) => root(c));
}
