// One kind of layer: which fields a row must have, and how a row becomes a record.
import type { UnitKind } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { FeatureCells } from "./FeatureCells.ts";
import type { Field, NamedColumns } from "./fields.ts";
import type { Issue } from "./Issue.ts";
import { numberOf } from "./SourceFeature.ts";

export interface CheckOptions {
	/** Columns that the person named, by field. */
	readonly columns: NamedColumns;
	/** Only features in which every one of these columns has this value. */
	readonly where: readonly { readonly column: string; readonly value: string }[];
	/** Facilities: the category of all of them; null when a column holds it. */
	readonly category: string | null;
	/** Divisions: the kind of unit. */
	readonly level: UnitKind | null;
	/** Exceptions: codes of the cells there are. */
	readonly cellCodes?: ReadonlySet<string>;
	/** From the file's coordinates, first and second as they stand there, to WGS84 degrees; absent: they are that. */
	readonly toLonLat?: ((x: number, y: number) => LonLat) | undefined;
}

export interface RecordReader<R> {
	readonly required: readonly Field[];
	/** True when rows may be about persons, which is refused. */
	readonly holdsPeople: boolean;
	/** True when a table must have columns for longitude and latitude. */
	readonly isPlaced: boolean;
	/** True when a file without any record is a statement: there are none. */
	readonly mayBeEmpty?: true;
	/** The record, or null after noting what is wrong. */
	readonly read: (cells: FeatureCells, options: CheckOptions) => R | null;
	/** What may occur once only in the layer. */
	readonly identityOf: (record: R) => string;
	/** What can only be said of all records together: units of measure, for example. */
	readonly judge?: (records: readonly R[]) => readonly Issue[];
}

/** The id of a row as the file gives it, else `row-N`. */
export function idOf(cells: FeatureCells): string {
	return cells.text("id") || `row-${numberOf(cells.feature.place)}`;
}
