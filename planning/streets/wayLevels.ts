// At which level a way runs: lines that cross on a drawing meet on the ground only when their levels are the same.
import { EDGE_FLAG } from "./StreetGraph.ts";
import { type Tags, walkabilityOf } from "./walkability.ts";

/** Number of the level of ways on the ground. */
export const GROUND = 0;

const OFF_GROUND = EDGE_FLAG.bridge | EDGE_FLAG.tunnel;

/**
 * Numbers for levels, equal for ways with the same `layer`, floor (`level`), and bridge or tunnel alike; `GROUND` for
 * those with none of these. Of ways that may not be walked nothing is said.
 */
export function wayLevels(): (tags: Tags) => number {
	const numbers = new Map([[keyOf({}), GROUND]]);
	const known = new WeakMap<Tags, number>(); // ways with equal tags share one object
	return (tags) => {
		const found = known.get(tags);
		if (found !== undefined) return found;
		const key = keyOf(tags);
		const number = numbers.get(key) ?? numbers.size;
		numbers.set(key, number);
		known.set(tags, number);
		return number;
	};
}

/** True for the flags of a way that is on no bridge and in no tunnel. */
export function isOnGround(flags: number): boolean {
	return (flags & OFF_GROUND) === 0;
}

function keyOf(tags: Tags): string {
	const flags = walkabilityOf(tags)?.flags ?? 0;
	return [flags & OFF_GROUND, heightOf(tags["layer"]), heightOf(tags["level"])].join(" ");
}

/** `+1`, `1.0` and `1` are one height; other text stands for itself. */
function heightOf(text: string | undefined): string {
	const height = Number(text ?? 0);
	return Number.isFinite(height) ? String(height) : (text ?? "");
}
