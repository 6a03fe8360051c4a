// A DBF on its own is a table.
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import type { SourceLayer } from "../../../planning/wire/understanding.ts";
import { withEncodingIssues } from "../encoding/encodingIssues.ts";
import { layerNameOf } from "../layerName.ts";
import { refusing, refusingEach } from "../refusing.ts";
import type { OpenOptions, SourceFile } from "../SourceFile.ts";
import { type FileIssue, withIssues } from "../withIssues.ts";
import { type DbfColumns, dbfColumns, isDeleted } from "./dbfCells.ts";
import { dbfEncoding } from "./dbfEncoding.ts";
import { DBF, type DbfTable, dbfRows, dbfTableOf } from "./dbfTable.ts";
import { cpgEncodingOf } from "./declaredBeside.ts";
import { siblingsOf } from "./siblings.ts";

/** Opens a .dbf as a table. Throws Refused `dbf.malformed`. */
export async function openDbf(path: string, options: OpenOptions): Promise<SourceFile> {
	const { table, encoding, columns } = await dbfOf(path, options);
	const rows = refusingEach(DBF, rowsOf(table, columns, options));
	return {
		format: "dbf",
		layer: null,
		encoding,
		declaredCrs: null,
		columns: columns.names,
		features: withIssues(withEncodingIssues(rows, encoding), memoIssues(columns)),
	};
}

/** The one layer of a .dbf. */
export async function dbfLayers(path: string): Promise<readonly SourceLayer[]> {
	const { rowCount } = await refusing(DBF, () => dbfTableOf(path));
	return [{ name: layerNameOf(path), featureCount: rowCount, geometry: "Table" }];
}

/** A table with its encoding found and its columns named. */
export async function dbfOf(path: string, options: OpenOptions) {
	const table = await refusing(DBF, () => dbfTableOf(path));
	const cpg = await cpgEncodingOf((await siblingsOf(path)).get(".cpg"));
	const encoding = await dbfEncoding(table, { asked: options.encoding, cpg });
	return { table, encoding, columns: dbfColumns(table, encoding.used ?? "utf-8") };
}

/** Columns that could not be read, told once. */
export function memoIssues({ memos }: DbfColumns): FileIssue[] {
	if (memos.length === 0) return [];
	const message = {
		zh: `备注字段 ${memos.join("、")} 的内容在另一个文件（.dbt/.fpt）里，没有读入。需要的话改成文本字段再导出。`,
		en: `The texts of the memo columns ${memos.join(", ")} are in another file (.dbt/.fpt) and were not read. Export them as text columns if they are needed.`,
	};
	return [{ code: "dbf.memo-not-read", severity: "warning", message }];
}

async function* rowsOf(
	table: DbfTable,
	columns: DbfColumns,
	{ onProgress }: OpenOptions,
): AsyncIterable<SourceFeature> {
	let row = 0;
	for await (const batch of dbfRows(table, onProgress))
		for (const bytes of batch) {
			row++;
			if (isDeleted(bytes)) continue;
			yield { place: { row }, properties: columns.read(bytes), geometry: null };
		}
}
