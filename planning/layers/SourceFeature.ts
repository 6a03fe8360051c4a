// What every file reader gives: one row or feature as it stands in the file, nothing checked yet.
import type { Issue } from "./Issue.ts";

/** Where it is in the file, both from 1: a data row of a table, or a feature. */
export type SourcePlace = { readonly row: number } | { readonly feature: number };

/** A GeoJSON geometry as found: the type and coordinates still have to be checked. */
export interface SourceGeometry {
	readonly type: string;
	readonly coordinates?: unknown;
	readonly geometries?: unknown;
}

export interface SourceFeature {
	readonly place: SourcePlace;
	readonly properties: Readonly<Record<string, unknown>>;
	/** null when there is none; a table's geometry is in its lon and lat columns. */
	readonly geometry: SourceGeometry | null;
	/** Trouble the reader itself found with this row, such as too many cells. */
	readonly issues?: readonly Issue[];
}

/** 1 … n: the number of the row or feature. */
export function numberOf(place: SourcePlace): number {
	return "row" in place ? place.row : place.feature;
}
