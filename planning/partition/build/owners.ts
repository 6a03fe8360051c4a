// Who gets each face. What one cell alone claims is its own; the rest is decided by a person, until then as said here.
import { OUTSIDE } from "../Tiling.ts";
import type { Subdivision } from "./Subdivision.ts";

/** A person's decision on one face of a subdivision. */
export interface FaceChoice {
	readonly face: number;
	/** Index into the subdivision's codes; `OUTSIDE` to leave it open. */
	readonly cell: number;
}

/**
 * The owner of each face: the only cell that claims it; of several the one with the smallest code, so that there is one
 * answer, and the overlap is told; nobody of a gap. Choices outrank all of these.
 */
export function ownersOf({ claims }: Subdivision, choices: readonly FaceChoice[] = []): Int32Array {
	const owner = Int32Array.from(claims, ([first]) => first ?? OUTSIDE);
	for (const { face, cell } of choices) {
		if (face <= 0 || face >= claims.length) throw new Error(`No face ${face} can be given away.`);
		owner[face] = cell;
	}
	return owner;
}
