// Everything the map of the data screens shows, as plain values.
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { Change, IssueRow } from "../../planning/wire/checking.ts";
import type { ShapeCollection } from "../data/uploadQueries.ts";
import type { Theme } from "./palette.ts";

export interface DataScene {
	readonly theme: Theme;
	readonly shapes: ShapeCollection | null;
	readonly issues: readonly IssueRow[];
	readonly chosenIssue: number | null;
	/** When comparing: what became of each shape; null otherwise. */
	readonly changes: readonly Change[] | null;
	/** Id of the shape that is chosen. */
	readonly chosenShape: string | null;
	/** A point that can be dragged; null for none. */
	readonly handle: LonLat | null;
}

export const EMPTY_SCENE: Omit<DataScene, "theme"> = {
	shapes: null,
	issues: [],
	chosenIssue: null,
	changes: null,
	chosenShape: null,
	handle: null,
};
