// Rims: what lies around each face, in order, so that a local look tells whether a unit can fall apart without it.
import { facesOf } from "./faces.ts";
import { endOfSide } from "./sides.ts";
import type { Tiling } from "./Tiling.ts";

export interface Rims {
	/** Entries of face f are `firstEntry[f] … firstEntry[f+1]-1`, one per side of its rings, then one per link. */
	readonly firstEntry: Uint32Array;
	/** The face across; -1 outside. */
	readonly across: Int32Array;
	/** The entry that follows along the ring. */
	readonly next: Uint32Array;
	/** 1 where the faces across this entry and the next share an arc: exactly three arcs meet between them. */
	readonly isLinked: Uint8Array;
}

/** Two faces that count as neighbours though they share no arc: a bridge, a ferry. */
export type FaceLink = readonly [face: number, face: number];

/** The rims of all faces; links are neighbours that no ring leads to. */
export function rimsOf(tiling: Tiling, links: readonly FaceLink[] = []): Rims {
	const { faceRings, faceOfSide } = facesOf(tiling);
	const degree = nodeDegrees(tiling);
	const linksOf = new Map<number, number[]>();
	for (const [a, b] of links)
		for (const [from, to] of [
			[a, b],
			[b, a],
		])
			linksOf.set(from, [...(linksOf.get(from) ?? []), to]);

	const sideCount = faceRings.reduce((sum, rings) => sum + rings.reduce(addLength, 0), 0);
	const entryCount = sideCount + 2 * links.length;
	const firstEntry = new Uint32Array(faceRings.length + 1);
	const across = new Int32Array(entryCount);
	const next = new Uint32Array(entryCount);
	const isLinked = new Uint8Array(entryCount);
	let entry = 0;
	faceRings.forEach((rings, face) => {
		for (const ring of rings) {
			const first = entry;
			for (let i = 0; i < ring.length; i++, entry++) {
				across[entry] = faceOfSide[ring[i] ^ 1];
				next[entry] = i + 1 < ring.length ? entry + 1 : first;
				isLinked[entry] = degree[endOfSide(tiling, ring[i])] <= 3 ? 1 : 0;
			}
		}
		for (const other of linksOf.get(face) ?? []) {
			across[entry] = other;
			next[entry] = entry;
			entry++;
		}
		firstEntry[face + 1] = entry;
	});
	return { firstEntry, across, next, isLinked };
}

function nodeDegrees({ arcFrom, arcTo }: Tiling): Uint32Array {
	let nodeCount = 0;
	for (const node of arcFrom) nodeCount = Math.max(nodeCount, node + 1);
	for (const node of arcTo) nodeCount = Math.max(nodeCount, node + 1);
	const degree = new Uint32Array(nodeCount);
	for (const node of arcFrom) degree[node]++;
	for (const node of arcTo) degree[node]++;
	return degree;
}

function addLength(sum: number, ring: ArrayLike<number>): number {
	return sum + ring.length;
}
