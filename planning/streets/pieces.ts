// Walkable ways cut into pieces between junctions and at shut gates, before chains of them are folded.
import { distanceM } from "../geo/ellipsoid.ts";
import { GrowingColumn } from "./GrowingColumn.ts";
import { shortCuts } from "./privateAreas.ts";
import type { WalkableWays } from "./walkableWays.ts";

/** No edge may be longer: 2³² − 2 decimetres, ten times around the Earth. */
export const MAX_LENGTH_M = 0xffff_fffe / 10;

export const PUBLIC = 0;
/** Ways that only the ends of a trip may use, and that could be a short cut. */
export const PRIVATE = 1;
const NONE = 0xffff_ffff;

/**
 * Pieces join places. A place is a node seen from one side: public and private ways that share a node have a place
 * each, and every piece that ends at a shut gate has a place of its own there.
 */
export interface Pieces {
	readonly tail: Uint32Array;
	readonly head: Uint32Array;
	/** Not rounded. */
	readonly lengthM: Float64Array;
	/** Number of the way of each piece. */
	readonly way: Uint32Array;
	/** The piece runs through `refs[fromRef] … refs[toRef]` of its way. */
	readonly fromRef: Uint32Array;
	readonly toRef: Uint32Array;
	/** Node of each place. */
	readonly placeNode: Uint32Array;
	/** PUBLIC or PRIVATE. */
	readonly placeSide: Uint8Array;
	/** Public and private place of the same open node, pair after pair. */
	readonly links: Uint32Array;
	/** Pieces left out, by reason. */
	readonly dropped: Readonly<Record<string, number>>;
}

/** Cut at every node that two ways, or one way twice, pass; and at shut nodes. */
export function cutWays(ways: WalkableWays): Pieces {
	const { firstRef, refs, isShut } = ways;
	const wayCount = ways.wayId.length;
	const isJunction = junctionsOf(ways);
	const leadsThrough = shortCuts(ways);
	const [tails, heads, wayOf, from, to, placeNode, sides] = Array.from(
		{ length: 7 },
		() => new GrowingColumn(Uint32Array),
	);
	const lengths = new GrowingColumn(Float64Array);
	const placeOf = [PUBLIC, PRIVATE].map((side) =>
		side === PUBLIC || leadsThrough.includes(1)
			? new Uint32Array(isShut.length).fill(NONE)
			: new Uint32Array(0),
	);
	const dropped: Record<string, number> = {};

	const place = (node: number, side: number): number => {
		const known = isShut[node] === 1 ? NONE : placeOf[side][node];
		if (known !== NONE) return known;
		placeOf[side][node] = placeNode.length;
		placeNode.push(node);
		sides.push(side);
		return placeNode.length - 1;
	};

	for (let w = 0; w < wayCount; w++) {
		const side = leadsThrough[w] === 1 ? PRIVATE : PUBLIC;
		let fromRef = firstRef[w];
		let tail = place(refs[fromRef], side);
		let lengthM = 0;
		for (let ref = fromRef + 1; ref < firstRef[w + 1]; ref++) {
			const node = refs[ref];
			lengthM += metresBetween(ways, refs[ref - 1], node);
			if (isJunction[node] === 0) continue;
			const head = place(node, side);
			const reason = whyNot(lengthM, tail, head);
			if (reason !== null) dropped[reason] = (dropped[reason] ?? 0) + 1;
			else {
				tails.push(tail);
				heads.push(head);
				lengths.push(lengthM);
				wayOf.push(w);
				from.push(fromRef);
				to.push(ref);
			}
			fromRef = ref;
			lengthM = 0;
			tail = isShut[node] === 1 ? place(node, side) : head; // the far side of a shut gate
		}
	}

	return {
		tail: tails.finished(),
		head: heads.finished(),
		lengthM: lengths.finished(),
		way: wayOf.finished(),
		fromRef: from.finished(),
		toRef: to.finished(),
		placeNode: placeNode.finished(),
		placeSide: Uint8Array.from(sides.finished()),
		links: linksOf(placeOf, isShut),
		dropped,
	};
}

/** Nodes at which ways are cut: ends of ways, nodes passed twice, shut nodes. */
function junctionsOf({ firstRef, refs, isShut, wayId }: WalkableWays): Uint8Array {
	const isPassed = new Uint8Array(isShut.length);
	const isJunction = isShut.slice();
	for (let w = 0; w < wayId.length; w++) {
		for (let ref = firstRef[w]; ref < firstRef[w + 1]; ref++) {
			const node = refs[ref];
			if (isPassed[node] === 1) isJunction[node] = 1;
			isPassed[node] = 1;
		}
		isJunction[refs[firstRef[w]]] = 1;
		isJunction[refs[firstRef[w + 1] - 1]] = 1;
	}
	return isJunction;
}

function metresBetween({ nodeLon, nodeLat }: WalkableWays, a: number, b: number): number {
	return distanceM([nodeLon[a], nodeLat[a]], [nodeLon[b], nodeLat[b]]);
}

/** Why a piece carries nobody anywhere, or null. */
function whyNot(lengthM: number, tail: number, head: number): string | null {
	if (!(lengthM <= MAX_LENGTH_M)) return "too-long";
	return lengthM === 0 && tail === head ? "no-length" : null;
}

function linksOf([publicPlace, privatePlace]: readonly Uint32Array[], isShut: Uint8Array) {
	const links: number[] = [];
	for (let node = 0; node < privatePlace.length; node++)
		if (isShut[node] === 0 && privatePlace[node] !== NONE && publicPlace[node] !== NONE)
			links.push(publicPlace[node], privatePlace[node]);
	return Uint32Array.from(links);
}
