// The ground while streets are drawn on it.
import type { CityScale } from "./CityScale.ts";
import type { Density } from "./Density.ts";
import type { Mesh } from "./Mesh.ts";
import type { StreetLine } from "./StreetLine.ts";

/** Land with an edge of its own: a walled compound, a park, works. */
export interface Compound {
	readonly kind: "homes" | "park" | "works";
	readonly isPrivate: boolean;
	readonly committee: number;
	/** Its edge is what was drawn before this line, its lanes this line and those after. */
	readonly firstLine: number;
	/** A half-edge on its edge, the compound on the left. */
	readonly half: number;
}

/** A face that nothing divides any more. */
export interface Block {
	readonly half: number;
	readonly committee: number;
	/** Index of its compound, -1 for none. */
	readonly compound: number;
	readonly areaM2: number;
	readonly x: number;
	readonly y: number;
	/** Residents per square kilometre here. */
	readonly residentsPerKm2: number;
}

export interface Ground {
	readonly scale: CityScale;
	readonly mesh: Mesh;
	readonly density: Density;
	readonly lines: StreetLine[];
	readonly compounds: Compound[];
	readonly blocks: Block[];
	/** Corners where lanes pass the edge of their compound. */
	readonly gates: Set<number>;
	/** Edges that are drawn in the mesh but are no street: lanes that end at a wall. */
	readonly hiddenEdges: Set<number>;
	/** Edges just inside a wall, where no other lane may end. */
	readonly neckEdges: Set<number>;
}
