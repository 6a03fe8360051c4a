// Random numbers that are the same on every machine: mulberry32, 32-bit integer arithmetic only.
import { at } from "./at.ts";

export interface Random {
	/** 0 ≤ value < 1. */
	next(): number;
	/** low ≤ value < high. */
	between(low: number, high: number): number;
	/** A whole number, low ≤ value ≤ high. */
	whole(low: number, high: number): number;
	/** True in this share of cases. */
	chance(shareFraction: number): boolean;
	pick<T>(values: ArrayLike<T>): T;
	/** A stream of its own: what is drawn from it moves nothing else. */
	fork(name: string): Random;
}

export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		between: (low, high) => low + next() * (high - low),
		whole,
		chance: (shareFraction) => next() < shareFraction,
		pick: (values) => at(values, whole(0, values.length - 1)),
		fork: (name) => randomFrom((seed ^ hashOf(name)) >>> 0),
	};
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}
