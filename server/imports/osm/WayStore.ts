// Ways in flat columns: node ids one after the other, tags shared. Each way is made when it is asked for.
import { GrowingColumn } from "../../../planning/streets/GrowingColumn.ts";
import type { Way } from "../../../planning/streets/Way.ts";
import type { Tags } from "./OsmBlock.ts";

export class WayStore implements Iterable<Way> {
	private readonly ids = new GrowingColumn(Float64Array);
	private readonly firstRef = new GrowingColumn(Uint32Array);
	private readonly refs = new GrowingColumn(Float64Array);
	private readonly tags: Tags[] = [];

	/** Tags are kept as they are: pass shared ones. */
	add(id: number, tags: Tags, nodeIds: readonly number[]): void {
		this.ids.push(id);
		this.tags.push(tags);
		this.firstRef.push(this.refs.length);
		for (const node of nodeIds) this.refs.push(node);
	}

	get length(): number {
		return this.tags.length;
	}

	idAt(index: number): number {
		return this.ids.at(index);
	}

	at(index: number): Way {
		const first = this.firstRef.at(index);
		const end = index + 1 < this.length ? this.firstRef.at(index + 1) : this.refs.length;
		const nodeIds: number[] = [];
		for (let i = first; i < end; i++) nodeIds.push(this.refs.at(i));
		return { id: this.ids.at(index), tags: this.tags[index] as Tags, nodeIds };
	}

	*[Symbol.iterator](): Iterator<Way> {
		for (let i = 0; i < this.length; i++) yield this.at(i);
	}
}
