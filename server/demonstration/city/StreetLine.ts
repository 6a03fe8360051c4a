// What is known of every line of the mesh: borders first, then frontages, streets and lanes, in the order of drawing.

/**
 * `outline` of the city; borders of `district`, `street`, `committee` that are roads; `frontage` beside a river, a
 * railway or an expressway; `block` streets within a committee, `lane`s within blocks.
 */
export type Rank = "outline" | "district" | "street" | "committee" | "frontage" | "block" | "lane";

export interface StreetLine {
	readonly rank: Rank;
	/** Committee that it was drawn in; -1 for borders. */
	readonly committee: number;
	/** Index of the compound (park, works …) that it lies in; -1 for none. */
	readonly compound: number;
	readonly tags: Readonly<Record<string, string>>;
}

/** A line of its own, not part of the mesh's faces: a dead end, a bridge, a wall, a park. */
export interface LooseWay {
	readonly committee: number;
	readonly vertices: readonly number[];
	readonly tags: Readonly<Record<string, string>>;
}
