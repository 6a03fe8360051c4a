// What an edit of a tiling answers: a new tiling and where its cells come from, or why it will not be done.
import type { LonLat } from "../../geo/LonLat.ts";
import type { Tiling } from "../Tiling.ts";

export type EditRefusalCode =
	/** A place that is no number of degrees. */
	| "line.not-degrees"
	/** No cell has this code. */
	| "code.unknown"
	/** A code that a new cell would get is another cell's, or is empty. */
	| "code.not-free"
	| "cut.line-too-short"
	| "cut.outside-city"
	| "cut.no-crossing"
	| "cut.along-border"
	| "cut.ends-inside"
	| "cut.self-crossing"
	/** The line joins the border with a hole, or two holes: on both its sides lies the same part. */
	| "cut.divides-nothing"
	/** A part of less than a square metre, a sliver, or lines that would touch on whole centimetres. */
	| "cut.too-close"
	| "reshape.line-too-short"
	| "reshape.outside-city"
	/** The two units have no border in common. */
	| "reshape.not-neighbours"
	| "reshape.ends-off-border"
	/** The ends lie on two stretches of the common border with other units between them. */
	| "reshape.ends-apart"
	/** The line is the border that is there. */
	| "reshape.same-border"
	/** The line leaves the two units. */
	| "reshape.leaves-units"
	| "reshape.self-crossing"
	| "reshape.locked-arc"
	| "reshape.swallows-unit"
	| "reshape.too-close"
	| "merge.one-cell"
	| "merge.not-adjacent"
	| "merge.locked-arc";

export interface EditRefusal {
	readonly code: EditRefusalCode;
	/** Where it fails, degrees; null where it is no matter of place. */
	readonly at: LonLat | null;
	/** Codes of the cells concerned, sorted. */
	readonly cells: readonly string[];
}

export interface TilingEdit {
	readonly tiling: Tiling;
	/** For each cell of the new tiling the old one it comes from; a merged cell the first of its cells by code. */
	readonly oldCell: Int32Array;
	/** Old code → codes of its parts; cells that were divided only. */
	readonly divided: ReadonlyMap<string, readonly string[]>;
	/** New code → codes of the cells that were joined. */
	readonly joined: ReadonlyMap<string, readonly string[]>;
}

/** A border drawn anew. */
export interface ReshapeEdit extends TilingEdit {
	/** Cells of the new tiling, by code, with the units of the layer that they leave and join. */
	readonly transfers: readonly {
		readonly cell: string;
		readonly from: number;
		readonly to: number;
	}[];
	/** Unit of each cell of the new tiling. */
	readonly unitOfCell: Int32Array;
}

export type Outcome<Edit extends TilingEdit> =
	| { readonly edit: Edit; readonly refusal: null }
	| { readonly edit: null; readonly refusal: EditRefusal };

export type EditOutcome = Outcome<TilingEdit>;

/** The answer of an edit that will not be done. */
export function refused(
	code: EditRefusalCode,
	at: LonLat | null,
	cells: readonly string[] = [],
): { readonly edit: null; readonly refusal: EditRefusal } {
	return { edit: null, refusal: { code, at, cells } };
}
