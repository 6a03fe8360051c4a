// What the street compiler reads: ways with tags, whatever file they came from.

/** A line of the streets layer. Node ids make junctions: the same id is the same place. */
export interface Way {
	readonly id: number;
	readonly tags: Readonly<Record<string, string>>;
	/** Ids of its nodes, in order. */
	readonly nodeIds: readonly number[];
}

/** Ways, the positions of their nodes, and the tags of the nodes that have any (gates, bollards, crossings). */
export interface WaySet {
	readonly ways: readonly Way[];
	readonly lonOf: ReadonlyMap<number, number>;
	readonly latOf: ReadonlyMap<number, number>;
	readonly nodeTags: ReadonlyMap<number, Readonly<Record<string, string>>>;
	/** Multipolygons of water and green, for barriers and the map's ground. */
	readonly relations?: readonly AreaRelation[];
}

/** A multipolygon: ways that make its rings; role "outer" or "inner". */
export interface AreaRelation {
	readonly id: number;
	readonly tags: Readonly<Record<string, string>>;
	readonly members: readonly { readonly ref: number; readonly role: string }[];
}
