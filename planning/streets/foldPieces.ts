// Chains of pieces folded into one edge each: a place where nothing branches off is a bend, not a junction.
import { MAX_LENGTH_M, type Pieces } from "./pieces.ts";
import { BACKWARD, FORWARD, type WalkableWays } from "./walkableWays.ts";

/** Each chain becomes an edge of the street graph. */
export interface Chains {
	/** Places at the ends. */
	readonly tail: Uint32Array;
	readonly head: Uint32Array;
	/** Sum of the pieces, not rounded. */
	readonly lengthM: Float64Array;
	/** Pieces of chain c: `steps[firstStep[c]] … steps[firstStep[c + 1] - 1]`, each `2 × piece`, plus 1 when walked backwards. */
	readonly firstStep: Uint32Array;
	readonly steps: Uint32Array;
}

/**
 * Fold across ways. Two pieces become one where exactly they two end, both are walked alike (same flags, same
 * one-way direction), nothing links there, and the sum still fits an edge. Parallel chains all stay; a ring on which
 * nothing ends keeps its node with the smallest id and is a loop there.
 */
export function foldPieces(ways: WalkableWays, pieces: Pieces): Chains {
	const { tail, head, lengthM } = pieces;
	const pieceCount = tail.length;

	// 1. which two pieces end at each place: ends are numbered 2 × piece (its tail) and 2 × piece + 1 (its head)
	const { isBend, endsAt } = bendsOf(ways, pieces);

	// 2. chains from every end that is no bend
	const chainTail = new Uint32Array(pieceCount);
	const chainHead = new Uint32Array(pieceCount);
	const chainM = new Float64Array(pieceCount);
	const firstStep = new Uint32Array(pieceCount + 1);
	const steps = new Uint32Array(pieceCount);
	const isFolded = new Uint8Array(pieceCount);
	let chain = 0;
	let stepCount = 0;

	const foldFrom = (piece: number, isReversed: boolean) => {
		let step = 2 * piece + (isReversed ? 1 : 0);
		chainTail[chain] = isReversed ? head[piece] : tail[piece];
		for (;;) {
			const at = step >> 1;
			steps[stepCount++] = step;
			isFolded[at] = 1;
			chainM[chain] += lengthM[at];
			const place = (step & 1) === 0 ? head[at] : tail[at];
			const next = isBend[place] === 1 ? otherEnd(endsAt, place, step ^ 1) : -1;
			const fits = next >= 0 && chainM[chain] + lengthM[next >> 1] <= MAX_LENGTH_M;
			if (!fits) {
				isBend[place] = 0; // where a sum grew too long, the next chain begins
				chainHead[chain] = place;
				break;
			}
			step = next;
		}
		firstStep[++chain] = stepCount;
	};

	for (let piece = 0; piece < pieceCount; piece++)
		if (isFolded[piece] === 1) continue;
		else if (isBend[tail[piece]] === 0) foldFrom(piece, false);
		else if (isBend[head[piece]] === 0) foldFrom(piece, true);

	// 3. what is left are rings of bends
	for (let piece = 0; piece < pieceCount; piece++) {
		if (isFolded[piece] === 1) continue;
		const place = firstPlaceOfRing(pieces, endsAt, piece);
		isBend[place] = 0;
		foldFrom(endsAt[2 * place] >> 1, (endsAt[2 * place] & 1) === 1);
	}

	return {
		tail: chainTail.slice(0, chain),
		head: chainHead.slice(0, chain),
		lengthM: chainM.slice(0, chain),
		firstStep: firstStep.slice(0, chain + 1),
		steps,
	};
}

/** Of the places on a ring of bends, the one whose node has the smallest id. */
function firstPlaceOfRing(
	{ tail, head, placeNode }: Pieces,
	endsAt: Uint32Array,
	piece: number,
): number {
	let first = tail[piece];
	let step = 2 * piece;
	do {
		const place = (step & 1) === 0 ? head[step >> 1] : tail[step >> 1];
		if (placeNode[place] < placeNode[first]) first = place;
		step = otherEnd(endsAt, place, step ^ 1);
	} while (step !== 2 * piece);
	return first;
}

/** The end at a bend that is not the one arrived by; as a step it leads on from there. */
function otherEnd(endsAt: Uint32Array, place: number, end: number): number {
	return endsAt[2 * place] === end ? endsAt[2 * place + 1] : endsAt[2 * place];
}

function bendsOf(ways: WalkableWays, pieces: Pieces) {
	const { tail, head, way, placeNode, links } = pieces;
	const placeCount = placeNode.length;
	const endCount = new Uint32Array(placeCount);
	const endsAt = new Uint32Array(2 * placeCount);
	const addEnd = (place: number, end: number) => {
		if (endCount[place] < 2) endsAt[2 * place + endCount[place]] = end;
		endCount[place]++;
	};
	for (let piece = 0; piece < tail.length; piece++) {
		addEnd(tail[piece], 2 * piece);
		addEnd(head[piece], 2 * piece + 1);
	}
	const canArrive = (end: number) =>
		(ways.wayDirections[way[end >> 1]] & ((end & 1) === 1 ? FORWARD : BACKWARD)) !== 0;
	const canLeave = (end: number) => canArrive(end ^ 1);
	const isBend = new Uint8Array(placeCount);
	for (let place = 0; place < placeCount; place++) {
		const [a, b] = [endsAt[2 * place], endsAt[2 * place + 1]];
		if (endCount[place] !== 2 || a >> 1 === b >> 1) continue;
		const isAlike =
			ways.wayFlags[way[a >> 1]] === ways.wayFlags[way[b >> 1]] &&
			canArrive(a) === canLeave(b) &&
			canArrive(b) === canLeave(a);
		if (isAlike) isBend[place] = 1;
	}
	for (const place of links) isBend[place] = 0;
	return { isBend, endsAt };
}
