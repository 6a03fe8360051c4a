// Which cells claim each face: winding numbers of the rings, carried from face to face across the segments.
import type { PlanarGraph } from "./PlanarGraph.ts";
import type { BuildRing } from "./rings.ts";
import type { SegmentTable } from "./SegmentTable.ts";

export interface Cover {
	/** Cells that claim each face, ascending. */
	readonly cells: readonly (readonly number[])[];
	/** Rings that wind around a face twice, or both ways: a bow-tie, a loop. Each with the faces that show it. */
	readonly selfCrossing: FacesOf;
	/** Hole rings that wind around faces outside their outer ring. */
	readonly strayHoles: FacesOf;
	/** Cells with faces in two of their polygons, or in two holes of one: by cell. */
	readonly selfOverlaps: FacesOf;
}

/** Faces by ring or by cell, ascending. */
export type FacesOf = ReadonlyMap<number, readonly number[]>;

/** Winding numbers of the rings around a face, where not 0: ring, number, ring, number … by ring. */
type Windings = readonly number[];

const NOWHERE: Windings = [];

/** `led` are the rings' vertices after noding, in the order of `rings`. */
export function coverFaces(
	graph: PlanarGraph,
	segments: SegmentTable,
	rings: readonly BuildRing[],
	led: readonly (readonly number[])[],
): Cover {
	const passes = passesOf(segments, led);
	const windings = new Array<Windings | undefined>(graph.faceCount);
	windings[0] = NOWHERE;
	const { firstHalf, halves } = halvesByFace(graph, segments.count);
	const queue = [0];
	for (let i = 0; i < queue.length; i++) {
		const face = queue[i];
		for (let h = firstHalf[face]; h < firstHalf[face + 1]; h++) {
			const half = halves[h];
			const beyond = graph.face[half ^ 1];
			if (windings[beyond] !== undefined) continue;
			// crossing to the right of the half-edge: what passes along it is left behind
			windings[beyond] = plus(windings[face] ?? NOWHERE, passes, half ^ 1);
			queue.push(beyond);
		}
	}
	return judged(windings as Windings[], rings);
}

interface Passes {
	/** Passes along segment s are `ring[first[s]] … ring[first[s+1]-1]`; sign 1 from the smaller to the larger vertex. */
	readonly first: Uint32Array;
	readonly ring: Uint32Array;
	readonly sign: Int8Array;
}

function passesOf(segments: SegmentTable, led: readonly (readonly number[])[]): Passes {
	const first = new Uint32Array(segments.count + 1);
	const each = (visit: (segment: number, ring: number, sign: number) => void) => {
		led.forEach((path, ring) => {
			for (let i = 0; i < path.length; i++) {
				const [from, to] = [path[i], path[i + 1 < path.length ? i + 1 : 0]];
				visit(segments.find(from, to), ring, from < to ? 1 : -1);
			}
		});
	};
	each((segment) => {
		first[segment + 1]++;
	});
	for (let s = 0; s < segments.count; s++) first[s + 1] += first[s];
	const at = first.slice();
	const ring = new Uint32Array(first[segments.count]);
	const sign = new Int8Array(first[segments.count]);
	each((segment, passing, direction) => {
		ring[at[segment]] = passing;
		sign[at[segment]++] = direction;
	});
	return { first, ring, sign };
}

/** Windings left of a half-edge, given those on its right. */
function plus(right: Windings, { first, ring, sign }: Passes, half: number): Windings {
	const segment = half >> 1;
	const direction = (half & 1) === 0 ? 1 : -1;
	const left = new Map<number, number>();
	for (let i = 0; i < right.length; i += 2) left.set(right[i], right[i + 1]);
	for (let pass = first[segment]; pass < first[segment + 1]; pass++) {
		const winding = (left.get(ring[pass]) ?? 0) + direction * sign[pass];
		if (winding === 0) left.delete(ring[pass]);
		else left.set(ring[pass], winding);
	}
	return [...left].sort((one, other) => one[0] - other[0]).flat();
}

function halvesByFace({ face, faceCount }: PlanarGraph, segmentCount: number) {
	const firstHalf = new Uint32Array(faceCount + 1);
	for (let half = 0; half < 2 * segmentCount; half++) firstHalf[face[half] + 1]++;
	for (let f = 0; f < faceCount; f++) firstHalf[f + 1] += firstHalf[f];
	const at = firstHalf.slice();
	const halves = new Uint32Array(2 * segmentCount);
	for (let half = 0; half < 2 * segmentCount; half++) halves[at[face[half]]++] = half;
	return { firstHalf, halves };
}

function judged(windings: readonly Windings[], rings: readonly BuildRing[]): Cover {
	const strayHoles = new Map<number, number[]>();
	const selfOverlaps = new Map<number, number[]>();
	const cells = windings.map((around, face) => {
		const inHole = new Set<number>();
		const inOuter = new Map<number, number>();
		const doubled = new Set<number>();
		for (let i = 0; i < around.length; i += 2) {
			const { isHole, polygon, cell } = rings[around[i]];
			if (isHole && inHole.has(polygon)) doubled.add(cell);
			if (isHole) inHole.add(polygon);
			else inOuter.set(polygon, cell);
		}
		for (let i = 0; i < around.length; i += 2) {
			const { isHole, polygon } = rings[around[i]];
			if (isHole && !inOuter.has(polygon)) push(strayHoles, around[i], face);
		}
		const claims = new Set<number>();
		for (const [polygon, cell] of inOuter) {
			if (inHole.has(polygon)) continue;
			if (claims.has(cell)) doubled.add(cell);
			claims.add(cell);
		}
		for (const cell of doubled) push(selfOverlaps, cell, face);
		return [...claims].sort((one, other) => one - other);
	});
	return { cells, selfCrossing: facesOfCrossing(windings), strayHoles, selfOverlaps };
}

/** Faces wound around twice; of a ring without any, but wound both ways, all that it winds around. */
function facesOfCrossing(windings: readonly Windings[]): FacesOf {
	const least = new Map<number, number>();
	const most = new Map<number, number>();
	for (const around of windings)
		for (let i = 0; i < around.length; i += 2) {
			const [ring, winding] = [around[i], around[i + 1]];
			least.set(ring, Math.min(least.get(ring) ?? winding, winding));
			most.set(ring, Math.max(most.get(ring) ?? winding, winding));
		}
	const isTwice = (ring: number) => Math.max(-(least.get(ring) ?? 0), most.get(ring) ?? 0) > 1;
	const faces = new Map<number, number[]>();
	windings.forEach((around, face) => {
		for (let i = 0; i < around.length; i += 2) {
			const [ring, winding] = [around[i], around[i + 1]];
			if (least.get(ring) === most.get(ring) && !isTwice(ring)) continue;
			if (Math.abs(winding) > 1 || !isTwice(ring)) push(faces, ring, face);
		}
	});
	return faces;
}

function push(map: Map<number, number[]>, key: number, face: number): void {
	const known = map.get(key);
	if (known === undefined) map.set(key, [face]);
	else known.push(face);
}
