// The header of a sheet: the first row that is not empty. A title above it, one cell where the next row has several, is
// passed over.
import { uniqueNames } from "../uniqueNames.ts";
import type { SheetRow } from "./SheetReader.ts";

export interface Header {
	/** Every column up to the last that is named. */
	readonly columns: readonly string[];
	/** The title that was passed over. */
	readonly title: string | null;
}

/** The header, null for an empty sheet, and the row that had to be read to find it. */
export async function headerOf(
	rows: AsyncIterator<SheetRow>,
): Promise<{ header: Header | null; first: SheetRow | null }> {
	const top = await nextFilled(rows);
	if (top === null) return { header: null, first: null };
	const second = filledCount(top) === 1 ? await nextFilled(rows) : null;
	if (second === null || filledCount(second) === 1)
		return { header: { columns: columnsOf(top), title: null }, first: second };
	return { header: { columns: columnsOf(second), title: titleOf(top) }, first: null };
}

async function nextFilled(rows: AsyncIterator<SheetRow>): Promise<SheetRow | null> {
	for (;;) {
		const next = await rows.next();
		if (next.done === true) return null;
		if (filledCount(next.value) > 0) return next.value;
	}
}

function filledCount(row: SheetRow): number {
	return row.filter(({ text }) => text !== "").length;
}

function columnsOf(row: SheetRow): string[] {
	const names: string[] = [];
	for (const { column, text } of row) {
		if (text === "") continue;
		while (names.length < column) names.push("");
		names[column] = text.replace(/\s+/g, " ");
	}
	return uniqueNames(names);
}

function titleOf(row: SheetRow): string {
	return row.find(({ text }) => text !== "")?.text ?? "";
}
