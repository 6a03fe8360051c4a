// The rows of a file that `jiequan analyse` wrote, by the names of its columns.
import { parse } from "csv-parse/sync";

export type Rows = readonly Readonly<Record<string, string>>[];

export function readTable(text: string): Rows {
	return parse(text, { columns: true });
}
