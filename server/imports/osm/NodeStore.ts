// Positions of all nodes of a file in three growing columns: 24 bytes a node, a third of what a Map takes.
// Looked up by binary search; files that are not sorted by id are sorted once, at the first look-up.
import { GrowingColumn } from "../../../planning/streets/GrowingColumn.ts";
import { indexOfId } from "../../../planning/streets/NodeColumn.ts";

export class NodeStore {
	private ids = new GrowingColumn(Float64Array);
	private lons = new GrowingColumn(Float64Array);
	private lats = new GrowingColumn(Float64Array);
	private isSorted = true;
	/** Ids as they rise, once nodes have been looked up. */
	private rising: Float64Array | null = null;

	add(id: number, lon: number, lat: number): void {
		if (this.ids.length > 0 && id <= this.ids.at(this.ids.length - 1)) this.isSorted = false;
		this.ids.push(id);
		this.lons.push(lon);
		this.lats.push(lat);
		this.rising = null;
	}

	/** Where a node stands, or -1 when the file lacks it. */
	indexOf(id: number): number {
		return indexOfId(this.risingIds(), id);
	}

	/** The nodes with a mark, by rising id. */
	marked(isMarked: Uint8Array): { ids: Float64Array; lons: Float64Array; lats: Float64Array } {
		const rising = this.risingIds();
		const keep = Uint32Array.from(rising.keys()).filter((i) => isMarked[i] === 1);
		const gather = (at: (index: number) => number) => Float64Array.from(keep, at);
		return {
			ids: gather((i) => rising[i] as number),
			lons: gather((i) => this.lons.at(i)),
			lats: gather((i) => this.lats.at(i)),
		};
	}

	get count(): number {
		return this.ids.length;
	}

	/** Of some ids, those that may be missing: in a file sorted so far, only those it does not hold yet. */
	missingSoFar(ids: readonly number[]): readonly number[] {
		return this.isSorted ? ids.filter((id) => this.indexOf(id) < 0) : ids;
	}

	private risingIds(): Float64Array {
		if (!this.isSorted) this.sort();
		this.rising ??= this.ids.finished();
		return this.rising;
	}

	private sort(): void {
		const { ids } = this;
		const order = Uint32Array.from({ length: ids.length }, (_, i) => i);
		order.sort((a, b) => ids.at(a) - ids.at(b) || a - b);
		const gather = (values: GrowingColumn<Float64Array>) => {
			const sorted = new GrowingColumn(Float64Array);
			for (const i of order) sorted.push(values.at(i));
			return sorted;
		};
		this.lons = gather(this.lons);
		this.lats = gather(this.lats);
		this.ids = gather(this.ids);
		this.isSorted = true;
	}
}
