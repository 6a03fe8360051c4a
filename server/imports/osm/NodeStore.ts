// Positions of all nodes of a file in three growing typed arrays: 24 bytes a node, a third of what a Map takes.
// Looked up by binary search; files that are not sorted by id are sorted once, at the first look-up.

const FIRST_CAPACITY = 1 << 14;

export class NodeStore {
	private ids = new Float64Array(FIRST_CAPACITY);
	private lons = new Float64Array(FIRST_CAPACITY);
	private lats = new Float64Array(FIRST_CAPACITY);
	private count = 0;
	private isSorted = true;

	add(id: number, lon: number, lat: number): void {
		if (this.count === this.ids.length) this.grow();
		if (this.count > 0 && id <= (this.ids[this.count - 1] as number)) this.isSorted = false;
		this.ids[this.count] = id;
		this.lons[this.count] = lon;
		this.lats[this.count] = lat;
		this.count++;
	}

	/** Where a node is, or undefined when the file lacks it. */
	positionOf(id: number): { lon: number; lat: number } | undefined {
		if (!this.isSorted) this.sort();
		let low = 0;
		let high = this.count - 1;
		while (low <= high) {
			const middle = (low + high) >>> 1;
			const found = this.ids[middle] as number;
			if (found === id)
				return { lon: this.lons[middle] as number, lat: this.lats[middle] as number };
			if (found < id) low = middle + 1;
			else high = middle - 1;
		}
		return undefined;
	}

	/** Of some ids, those that may be missing: in a file sorted so far, only those it does not hold yet. */
	missingSoFar(ids: readonly number[]): readonly number[] {
		return this.isSorted ? ids.filter((id) => this.positionOf(id) === undefined) : ids;
	}

	private grow(): void {
		this.ids = longer(this.ids);
		this.lons = longer(this.lons);
		this.lats = longer(this.lats);
	}

	private sort(): void {
		const { ids, lons, lats } = this;
		const order = Uint32Array.from({ length: this.count }, (_, i) => i);
		order.sort((a, b) => (ids[a] as number) - (ids[b] as number) || a - b);
		const gather = (values: Float64Array) => Float64Array.from(order, (i) => values[i] as number);
		this.ids = gather(ids);
		this.lons = gather(lons);
		this.lats = gather(lats);
		this.isSorted = true;
	}
}

function longer(values: Float64Array): Float64Array<ArrayBuffer> {
	const copy = new Float64Array(values.length * 2);
	copy.set(values);
	return copy;
}
