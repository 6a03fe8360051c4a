// Which item of a file is which committed one: by code, else by name. What occurs twice is not used, unless it is at
// the same place each time (a school committed in two categories).
import { distanceM } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";
import {
	centroid,
	type MetresM,
	median,
	medianVector,
	metresBetween,
	type RegistrationItem,
} from "./registrationItem.ts";
import { twelveDigits } from "./unitCodes.ts";

export interface RegistrationPair {
	readonly name: string;
	readonly file: RegistrationItem;
	readonly committed: RegistrationItem;
}

/** Nearer than this, two of a name are one. */
const SAME_PLACE_M = 30;

export function pairsByCode(
	sample: readonly RegistrationItem[],
	reference: readonly RegistrationItem[],
): RegistrationPair[] {
	return pairsBy(sample, reference, ({ code }) =>
		code === null ? "" : (twelveDigits(code.trim()) ?? code.trim()),
	);
}

export function pairsByName(
	sample: readonly RegistrationItem[],
	reference: readonly RegistrationItem[],
): RegistrationPair[] {
	return pairsBy(sample, reference, ({ name }) => (name === null ? "" : comparableName(name)));
}

/**
 * A name without what varies from file to file: full and half width, capitals, spaces, kinds of brackets and dots, and
 * 街道 or 街道办事处 at its end.
 */
export function comparableName(name: string): string {
	const plain = name
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[\s()[\]{}（）【】〔〕［］《》“”"'‘’·•・.,，。、\-—_]/g, "");
	return plain.replace(/(?<=.{2})(?:人民政府)?街道(?:办事处)?$/, "");
}

/**
 * From the committed item to that of the file once `undo` was applied. Outlines with as many positions are compared
 * position by position, others by their centres of gravity.
 */
export function offsetOf(pair: RegistrationPair, undo: (lonLat: LonLat) => LonLat): MetresM {
	const { file, committed } = pair;
	const [line, ground] = [file.line ?? [], committed.line ?? []];
	if (line.length < 3 || ground.length < 3) return metresBetween(committed.at, undo(file.at));
	if (line.length === ground.length) {
		const vectors = line.map((at, i) => metresBetween(ground[i], undo(at)));
		const middle = medianVector(vectors);
		const isOneByOne =
			medianDistance(vectors, middle) < Math.max(1, Math.hypot(middle[0], middle[1]) / 10);
		if (isOneByOne) return middle;
	}
	return metresBetween(centroid(ground), centroid(line.map(undo)));
}

/** Half of the vectors are at most as far from a place. */
export function medianDistance(vectors: readonly MetresM[], from: MetresM): number {
	return median(vectors.map(([east, north]) => Math.hypot(east - from[0], north - from[1])));
}

function pairsBy(
	sample: readonly RegistrationItem[],
	reference: readonly RegistrationItem[],
	keyOf: (item: RegistrationItem) => string,
): RegistrationPair[] {
	const committed = unique(reference, keyOf);
	const pairs: RegistrationPair[] = [];
	for (const [key, file] of unique(sample, keyOf)) {
		const other = committed.get(key);
		if (other !== undefined)
			pairs.push({ name: file.name ?? other.name ?? key, file, committed: other });
	}
	return pairs;
}

function unique(
	items: readonly RegistrationItem[],
	keyOf: (item: RegistrationItem) => string,
): Map<string, RegistrationItem> {
	const found = new Map<string, RegistrationItem>();
	const ambiguous = new Set<string>();
	for (const item of items) {
		const key = keyOf(item);
		if (key === "") continue;
		const before = found.get(key);
		if (before === undefined) found.set(key, item);
		else if (distanceM(before.at, item.at) > SAME_PLACE_M) ambiguous.add(key);
	}
	for (const key of ambiguous) found.delete(key);
	return found;
}
