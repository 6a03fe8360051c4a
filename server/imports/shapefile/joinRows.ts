// Shapes and rows of the same number make a feature. What is left over of either is given alone, with an issue.
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import { type DbfColumns, isDeleted } from "./dbfCells.ts";
import { type DbfTable, dbfRows } from "./dbfTable.ts";
import { missingRow, missingShape } from "./shapeIssues.ts";
import type { Shape } from "./shapes.ts";

/** The table of a shapefile with its columns named. */
export interface NamedTable {
	readonly table: DbfTable;
	readonly columns: DbfColumns;
}

/** The features, without those whose row was deleted; all without attributes where there is no table. */
export async function* joinRows(
	shapes: AsyncIterable<Shape>,
	named: NamedTable | null,
): AsyncIterable<SourceFeature> {
	const rows = named === null ? null : new RowCursor(named.table);
	let feature = 0;
	for await (const shape of shapes) {
		feature++;
		const row = rows === null ? null : (rows.nextNow() ?? (await rows.next()));
		if (row !== null && isDeleted(row)) continue;
		const properties = row === null || named === null ? {} : named.columns.read(row);
		const isRowMissing = rows !== null && row === null;
		yield featureOf(feature, shape, { properties, isRowMissing });
	}
	if (rows === null || named === null) return;
	for (let row = await rows.next(); row !== null; row = await rows.next()) {
		feature++;
		if (isDeleted(row)) continue;
		const issues = [missingShape(feature)];
		yield { place: { feature }, properties: named.columns.read(row), geometry: null, issues };
	}
}

function featureOf(
	feature: number,
	{ geometry, issues }: Shape,
	{ properties, isRowMissing }: { properties: Record<string, unknown>; isRowMissing: boolean },
): SourceFeature {
	const place = { feature };
	if (issues.length === 0 && !isRowMissing) return { place, properties, geometry };
	const found = issues.map((issue) => issue(feature));
	if (isRowMissing) found.push(missingRow(feature));
	return { place, properties, geometry, issues: found };
}

/** The rows one by one, waiting only where a new batch has to be read. */
class RowCursor {
	private readonly batches: AsyncIterator<readonly Buffer[]>;
	private batch: readonly Buffer[] = [];
	private at = 0;

	constructor(table: DbfTable) {
		this.batches = dbfRows(table)[Symbol.asyncIterator]();
	}

	nextNow(): Buffer | null {
		return this.batch[this.at++] ?? null;
	}

	async next(): Promise<Buffer | null> {
		for (;;) {
			const row = this.nextNow();
			if (row !== null) return row;
			const next = await this.batches.next();
			if (next.done === true) return null;
			this.batch = next.value;
			this.at = 0;
		}
	}
}
