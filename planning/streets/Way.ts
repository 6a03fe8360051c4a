// What the street compiler reads: ways with tags, whatever file they came from.

/** A line of the streets layer. Node ids make junctions: the same id is the same place. */
export interface Way {
	readonly id: number;
	/** Ways with equal tags may share one object. */
	readonly tags: Readonly<Record<string, string>>;
	/** Ids of its nodes, in order. */
	readonly nodeIds: readonly number[];
}

/** A number per node. A Map is one; so is a `NodeColumn`, which takes a tenth of the memory. */
export interface NodeValues extends Iterable<readonly [id: number, value: number]> {
	get(id: number): number | undefined;
	has(id: number): boolean;
	keys(): Iterable<number>;
}

/** Ways, the positions of their nodes, and the tags of the nodes that have any (gates, bollards, crossings). */
export interface WaySet {
	/** Read several times; an array, or a store that makes each way when it is asked for. */
	readonly ways: Iterable<Way>;
	readonly lonOf: NodeValues;
	readonly latOf: NodeValues;
	readonly nodeTags: ReadonlyMap<number, Readonly<Record<string, string>>>;
	/** Multipolygons of water, green and squares, for barriers, the map's ground and crossing. */
	readonly relations?: readonly AreaRelation[];
}

/** A multipolygon: ways that make its rings; role "outer" or "inner". */
export interface AreaRelation {
	readonly id: number;
	readonly tags: Readonly<Record<string, string>>;
	readonly members: readonly { readonly ref: number; readonly role: string }[];
}
