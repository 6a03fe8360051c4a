// The encoding of the texts of a DBF, by its text cells and column names.
import { isAscii } from "node:buffer";
import type { EncodingFinding } from "../../../planning/wire/understanding.ts";
import { chooseEncoding } from "../encoding/chooseEncoding.ts";
import { encodingOfLanguageByte } from "../encoding/encodingNames.ts";
import { markedEncoding } from "../encoding/textEncoding.ts";
import { type DbfField, type DbfTable, dbfRows } from "./dbfTable.ts";

const ENOUGH_BYTES = 1 << 16;
const SPACE = 0x20;

/** The finding; `cpg` is what a .cpg beside it names, which outranks the language byte. */
export async function dbfEncoding(
	table: DbfTable,
	{ asked, cpg }: { asked?: string | undefined; cpg: string | null },
): Promise<EncodingFinding> {
	const declared = cpg ?? encodingOfLanguageByte(table.languageByte);
	const pieces: Buffer[] = [];
	const cut = new Set<Buffer>();
	let foreignBytes = 0;
	for await (const batch of dbfRows(table)) {
		for (const { cell, isFull } of textCells(table, batch)) {
			const marked = cell.includes(0) ? markedEncoding(cell) : null;
			if (marked !== null) return chooseEncoding([cell], { asked, declared, marked });
			const piece = Buffer.from(untilZero(cell)); // a copy, so that the batch can go
			if (isFull) cut.add(piece);
			pieces.push(piece);
			foreignBytes += cell.length;
		}
		if (foreignBytes >= ENOUGH_BYTES) break;
	}
	const names = table.fields.map(foreignName).filter((name) => name !== null);
	return chooseEncoding([...pieces, ...names], { asked, declared, cut });
}

/** Cells of text that are not all ASCII; one that fills its field may have lost its end. */
function* textCells(
	{ fields }: DbfTable,
	rows: readonly Buffer[],
): Iterable<{ cell: Buffer; isFull: boolean }> {
	const texts = fields.filter(({ type }) => type === "C");
	for (const row of rows)
		for (const { start, length } of texts) {
			const cell = withoutPadding(row.subarray(start, start + length));
			if (isAscii(cell) && !cell.includes(0)) continue;
			yield { cell, isFull: cell.length === length };
		}
}

function foreignName({ nameBytes }: DbfField): Buffer | null {
	return nameBytes.some((byte) => byte >= 0x80) ? nameBytes : null;
}

/** A cell without the spaces and zeros that fill it up. */
function withoutPadding(cell: Buffer): Buffer {
	const end = cell.findLastIndex((byte) => byte !== SPACE && byte !== 0) + 1;
	return cell.subarray(0, end);
}

function untilZero(cell: Buffer): Buffer {
	const zero = cell.indexOf(0);
	return zero < 0 ? cell : cell.subarray(0, zero);
}
