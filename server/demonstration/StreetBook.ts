// Collects nodes and ways in OpenStreetMap's manner; the street compiler and the file writer both read it.
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { Way, WaySet } from "../../planning/streets/Way.ts";

type Tags = Readonly<Record<string, string>>;

export interface BookNode {
	readonly id: number;
	readonly lonLat: LonLat;
	readonly tags: Tags;
}

export class StreetBook {
	readonly nodes: BookNode[] = [];
	readonly ways: Way[] = [];

	/** A new node; ids count from 1. */
	node(lonLat: LonLat, tags: Tags = {}): number {
		const id = this.nodes.length + 1;
		this.nodes.push({ id, lonLat, tags });
		return id;
	}

	/** A new way through nodes; fewer than two make none. */
	way(tags: Tags, nodeIds: readonly number[]): void {
		if (nodeIds.length > 1)
			this.ways.push({ id: this.ways.length + 1, tags, nodeIds: [...nodeIds] });
	}

	/** What the street compiler reads. */
	waySet(): WaySet {
		return {
			ways: this.ways,
			lonOf: new Map(this.nodes.map(({ id, lonLat }) => [id, lonLat[0]])),
			latOf: new Map(this.nodes.map(({ id, lonLat }) => [id, lonLat[1]])),
			nodeTags: new Map(
				this.nodes.flatMap(({ id, tags }) => (Object.keys(tags).length > 0 ? [[id, tags]] : [])),
			),
		};
	}
}
