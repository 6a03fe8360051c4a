// Numbers by node id without a Map: rising ids and a column beside them, found by binary search.
import type { NodeValues } from "./Way.ts";

/** Where an id stands in rising ids, or -1. */
export function indexOfId(ids: Float64Array, id: number): number {
	let low = 0;
	let high = ids.length - 1;
	while (low <= high) {
		const middle = (low + high) >>> 1;
		const found = ids[middle];
		if (found === id) return middle;
		if (found < id) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

/** Ids rising, each once; the array given is sorted in place. */
export function risingIds(ids: Float64Array): Float64Array {
	ids.sort();
	let count = 0;
	for (let i = 0; i < ids.length; i++) if (i === 0 || ids[i] !== ids[i - 1]) ids[count++] = ids[i];
	return ids.slice(0, count);
}

export class NodeColumn implements NodeValues {
	private readonly ids: Float64Array;
	private readonly values: Float64Array;

	/** `ids` rise; `values[i]` belongs to `ids[i]`. Several columns may share their ids. */
	constructor(ids: Float64Array, values: Float64Array) {
		this.ids = ids;
		this.values = values;
	}

	get(id: number): number | undefined {
		const index = indexOfId(this.ids, id);
		return index < 0 ? undefined : this.values[index];
	}

	has(id: number): boolean {
		return indexOfId(this.ids, id) >= 0;
	}

	keys(): Iterable<number> {
		return this.ids;
	}

	*[Symbol.iterator](): Iterator<readonly [number, number]> {
		for (let i = 0; i < this.ids.length; i++) yield [this.ids[i], this.values[i]];
	}
}
