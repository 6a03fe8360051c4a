// OpenStreetMap objects as every reader gives them: some hundreds or thousands at a time, in file order.

export type Tags = Readonly<Record<string, string>>;

export interface OsmNode {
	readonly id: number;
	readonly lon: number;
	readonly lat: number;
	readonly tags: Tags | null;
}

export interface OsmWay {
	readonly id: number;
	readonly tags: Tags;
	/** Ids of its nodes, in order; some may be missing from a clipped file. */
	readonly refs: readonly number[];
}

export interface OsmMember {
	readonly type: "node" | "way" | "relation";
	readonly ref: number;
	readonly role: string;
}

export interface OsmRelation {
	readonly id: number;
	readonly tags: Tags;
	readonly members: readonly OsmMember[];
}

/** A batch of objects. Files need not be sorted: a way may come before its nodes. */
export interface OsmBlock {
	readonly nodes: readonly OsmNode[];
	readonly ways: readonly OsmWay[];
	readonly relations: readonly OsmRelation[];
}
