// The .dbf of a shapefile (dBASE III): a header with the fields, then records of fixed width.
import { batchesOf, type ExportTable, type ExportValue } from "../ExportTable.ts";
import { type DbfEncoding, fitted } from "./dbfText.ts";
import { type DbfField, numberText, type ShapefileMeasures } from "./measureShapefile.ts";

/** The byte that names the code page: 0x4D is Chinese (GBK, which GB18030 extends); none is assigned to UTF-8. */
const LANGUAGE: Readonly<Record<DbfEncoding, number>> = { "utf-8": 0x00, gb18030: 0x4d };
const SPACE = 0x20;
const HEADER_END = 0x0d;
const FILE_END = 0x1a;

export async function* dbfFile(
	{ rows }: ExportTable,
	measures: ShapefileMeasures,
): AsyncIterable<Buffer> {
	const { fields, encoding } = measures;
	const recordBytes = fields.reduce((sum, { width }) => sum + width, 1);
	yield header(measures, recordBytes);
	for await (const batch of batchesOf(rows)) {
		const bytes = Buffer.alloc(recordBytes * batch.length, SPACE);
		let at = 0;
		for (const { values } of batch) {
			at++; // a space: the record is not deleted
			fields.forEach((field, i) => {
				putCell(bytes.subarray(at, at + field.width), field, {
					value: values[i] ?? null,
					encoding,
				});
				at += field.width;
			});
		}
		yield bytes;
	}
	yield Buffer.of(FILE_END);
}

function header({ fields, rowCount, encoding }: ShapefileMeasures, recordBytes: number): Buffer {
	const headerBytes = 32 + 32 * fields.length + 1;
	const bytes = Buffer.alloc(headerBytes);
	const today = new Date();
	bytes.set([0x03, today.getUTCFullYear() - 1900, today.getUTCMonth() + 1, today.getUTCDate()]);
	bytes.writeUInt32LE(rowCount, 4);
	bytes.writeUInt16LE(headerBytes, 8);
	bytes.writeUInt16LE(recordBytes, 10);
	bytes.writeUInt8(LANGUAGE[encoding], 29);
	fields.forEach(({ name, column, width, decimals }, i) => {
		const at = 32 + 32 * i;
		bytes.write(name, at, 10, "utf8");
		bytes.write(column.type === "text" ? "C" : "N", at + 11, "latin1");
		bytes.writeUInt8(width, at + 16);
		bytes.writeUInt8(column.type === "number" ? decimals : 0, at + 17);
	});
	bytes.writeUInt8(HEADER_END, headerBytes - 1);
	return bytes;
}

/** Text stands at the left of its cell, a number at the right; nothing is spaces. */
function putCell(
	cell: Buffer,
	{ column }: DbfField,
	{ value, encoding }: { value: ExportValue; encoding: DbfEncoding },
): void {
	if (value === null) return;
	if (column.type === "text") cell.set(fitted(String(value), encoding, column.separator));
	else cell.write(numberText(value).padStart(cell.length), "latin1");
}
