// A layer as it leaves: columns, rows and one kind of shape, whatever the file format.
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";

export interface ExportColumn {
	readonly name: string;
	readonly type: "text" | "integer" | "number";
	/** A text that is a list: where a format must shorten it, it is cut at one of these. */
	readonly separator?: string;
}

export type ExportValue = string | number | null;

/** Rows of one table all have the shape that the table names. */
export interface ExportRow {
	/** As many as there are columns. */
	readonly values: readonly ExportValue[];
	readonly lonLat?: LonLat;
	readonly polygons?: MultiPolygonRings;
	readonly line?: readonly LonLat[];
}

export interface ExportTable {
	/** Of the file and of the table in it: letters, digits, `-` and `_`, e.g. `divisions-street`. */
	readonly name: string;
	/** For people: 街道、镇、乡. */
	readonly title: string;
	readonly shape: "point" | "polygons" | "line" | "none";
	readonly columns: readonly ExportColumn[];
	/** Iterated more than once: some formats must know widths and extents before the first row. */
	readonly rows: Iterable<ExportRow>;
}

const BATCH_ROWS = 2_000;

/** Rows in batches; between two, everybody else on the thread has a turn. */
export async function* batchesOf(rows: Iterable<ExportRow>): AsyncIterable<readonly ExportRow[]> {
	let batch: ExportRow[] = [];
	for (const row of rows) {
		batch.push(row);
		if (batch.length < BATCH_ROWS) continue;
		yield batch;
		batch = [];
		await new Promise<void>((resolve) => {
			setImmediate(resolve);
		});
	}
	if (batch.length > 0) yield batch;
}
