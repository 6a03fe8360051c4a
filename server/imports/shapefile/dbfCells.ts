// The cells of a DBF row as values: numbers that keep every digit, dates as ISO text, texts without their padding.
import { isAscii } from "node:buffer";
import iconv from "iconv-lite";
import { uniqueNames } from "../uniqueNames.ts";
import type { DbfField, DbfTable } from "./dbfTable.ts";

const DELETED = 0x2a;
const MEMO_TYPES = "MGP";
/** Bookkeeping of Visual FoxPro, no column of the table. */
const HIDDEN_TYPE = "0";
const MS_PER_DAY = 86_400_000;
/** Julian day of 1970-01-01. */
const EPOCH_JULIAN_DAY = 2_440_588;

export type RowReader = (row: Buffer) => Record<string, unknown>;

export interface DbfColumns {
	readonly names: readonly string[];
	/** Columns whose texts are in a file of their own, which is not read. */
	readonly memos: readonly string[];
	readonly read: RowReader;
}

/** How the rows of this table are read. */
export function dbfColumns(table: DbfTable, encoding: string): DbfColumns {
	const fields = table.fields.filter(({ type }) => type !== HIDDEN_TYPE);
	const names = uniqueNames(
		fields.map(({ nameBytes }) => iconv.decode(nameBytes, encoding).trim()),
	);
	const memos = names.filter((_, i) => MEMO_TYPES.includes(fields[i]?.type ?? " "));
	const read: RowReader = (row) => {
		const properties: Record<string, unknown> = {};
		for (const [i, field] of fields.entries()) {
			const cell = row.subarray(field.start, field.start + field.length);
			properties[names[i] ?? ""] = cellValue(cell, field, encoding);
		}
		return properties;
	};
	return { names, memos, read };
}

/** True for a row that was deleted and only not yet removed from the file. */
export function isDeleted(row: Buffer): boolean {
	return row[0] === DELETED;
}

function cellValue(cell: Buffer, { type, length }: DbfField, encoding: string): unknown {
	if (MEMO_TYPES.includes(type)) return null;
	if (type === "I" || type === "+") return length === 4 ? cell.readInt32LE(0) : null;
	if ((type === "O" || type === "B") && length === 8) return cell.readDoubleLE(0);
	if (type === "Y" && length === 8) return Number(cell.readBigInt64LE(0)) / 10_000;
	if (type === "T" && length === 8) return momentOf(cell);
	const text = textOf(cell, encoding);
	if (text === "") return null;
	if (type === "N" || type === "F") return numberOf(text);
	if (type === "D") return dateOf(text);
	if (type === "L") return /^[yt]$/i.test(text) ? true : /^[nf]$/i.test(text) ? false : null;
	return text;
}

function textOf(cell: Buffer, encoding: string): string {
	if (isAscii(cell) && !cell.includes(0)) return cell.toString("latin1").trim();
	const isWide = encoding.startsWith("utf-16");
	const zero = isWide ? -1 : cell.indexOf(0);
	const text = iconv.decode(zero < 0 ? cell : cell.subarray(0, zero), encoding);
	return text.replaceAll("\0", "").trim();
}

/** A number, or its digits as text where a number would lose some; null for the asterisks of a full field. */
function numberOf(text: string): number | string | null {
	if (/^0\d+$/.test(text) || (/^-?\d{16,}$/.test(text) && !Number.isSafeInteger(Number(text))))
		return text;
	const value = Number(text.replace(",", "."));
	if (!Number.isNaN(value)) return value;
	return /^\*+$/.test(text) ? null : text;
}

function dateOf(text: string): string | null {
	const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
	if (year === undefined) return text;
	return year === "0000" ? null : `${year}-${month}-${day}`;
}

function momentOf(cell: Buffer): string | null {
	const julianDay = cell.readInt32LE(0);
	if (julianDay === 0) return null;
	const ms = (julianDay - EPOCH_JULIAN_DAY) * MS_PER_DAY + cell.readInt32LE(4);
	return Math.abs(ms) > 8.64e15 ? null : new Date(ms).toISOString();
}
