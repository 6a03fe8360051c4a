// The table of a shapefile, raw: its columns, and its rows as bytes. The encoding of the texts has to be found in these
// bytes first, so the table is read here and not by the shapefile package (which moreover gives rows marked as deleted,
// and one of two columns of the same name). Source: dBASE table file format, levels 3 to 7.

import { FileWindow } from "../FileWindow.ts";
import { bytesOf } from "../fileBytes.ts";
import type { OnProgress } from "../Progress.ts";
import { type FormatWords, malformed } from "../refusing.ts";

export const DBF: FormatWords = { code: "dbf", zh: "DBF", en: "DBF" };
const HEAD_BYTES = 32;
const FIELD_BYTES = 32;
const END_OF_FIELDS = 0x0d;

export interface DbfField {
	/** As bytes: the name is text as well. */
	readonly nameBytes: Buffer;
	/** C text, N and F number, D date, L yes or no, … */
	readonly type: string;
	readonly start: number;
	readonly length: number;
}

export interface DbfTable {
	readonly path: string;
	readonly languageByte: number;
	readonly fields: readonly DbfField[];
	readonly rowCount: number;
	readonly headerBytes: number;
	readonly rowBytes: number;
}

/** Reads the header. Refuses what is no DBF or shorter than its header says. */
export async function dbfTableOf(path: string): Promise<DbfTable> {
	const file = await FileWindow.open(path);
	try {
		const head = await file.bytes(0, HEAD_BYTES);
		if (head.length < HEAD_BYTES) throw malformed(DBF, `${head.length} bytes`);
		const rowCount = head.readUInt32LE(4);
		const headerBytes = head.readUInt16LE(8);
		const rowBytes = head.readUInt16LE(10);
		const languageByte = head[29] ?? 0;
		if (headerBytes <= HEAD_BYTES || rowBytes < 1) throw malformed(DBF, "文件头 / header");
		const fields = fieldsOf(await file.bytes(HEAD_BYTES, headerBytes - HEAD_BYTES), rowBytes);
		const expected = headerBytes + rowCount * rowBytes;
		if (expected > file.sizeBytes)
			throw malformed(
				DBF,
				`应有 ${expected} 字节，实有 ${file.sizeBytes} / ${expected} bytes expected`,
			);
		return { path, languageByte, fields, rowCount, headerBytes, rowBytes };
	} finally {
		await file.close();
	}
}

function fieldsOf(bytes: Buffer, rowBytes: number): DbfField[] {
	const fields: DbfField[] = [];
	let start = 1; // the first byte of a row marks it as deleted
	for (
		let at = 0;
		at + FIELD_BYTES <= bytes.length && bytes[at] !== END_OF_FIELDS;
		at += FIELD_BYTES
	) {
		const name = bytes.subarray(at, at + 11);
		const zero = name.indexOf(0);
		const type = String.fromCharCode(bytes[at + 11] ?? 0);
		// Texts longer than 255 bytes keep the high byte where numbers keep their decimals.
		const length = (bytes[at + 16] ?? 0) + (type === "C" ? (bytes[at + 17] ?? 0) << 8 : 0);
		fields.push({
			nameBytes: Buffer.from(zero < 0 ? name : name.subarray(0, zero)),
			type,
			start,
			length,
		});
		start += length;
	}
	if (fields.length === 0 || start > rowBytes) throw malformed(DBF, "字段表 / field list");
	return fields;
}

/** The rows, in batches as they come from the disk. */
export async function* dbfRows(
	table: DbfTable,
	onProgress?: OnProgress,
): AsyncIterable<readonly Buffer[]> {
	const { rowBytes, rowCount } = table;
	let skip = table.headerBytes;
	let rest: Buffer = Buffer.alloc(0);
	let count = 0;
	for await (const chunk of bytesOf(table.path, onProgress)) {
		const skipped = Math.min(skip, chunk.length);
		skip -= skipped;
		const bytes = rest.length === 0 ? chunk.subarray(skipped) : Buffer.concat([rest, chunk]);
		const batch: Buffer[] = [];
		let at = 0;
		for (; at + rowBytes <= bytes.length && count < rowCount; at += rowBytes) {
			batch.push(bytes.subarray(at, at + rowBytes));
			count++;
		}
		yield batch;
		if (count === rowCount) return;
		rest = bytes.subarray(at);
	}
}
