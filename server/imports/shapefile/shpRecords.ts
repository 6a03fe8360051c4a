// The records of a .shp one after another, in the order and at the places that the .shx gives; without a usable .shx,
// as they follow each other. The format's reader gets them framed soundly, so that one wrong record is one feature
// without shape and never shifts or swallows the others.
import type { FileWindow } from "../FileWindow.ts";
import { malformed } from "../refusing.ts";
import { FILE_CODE, HEADER_BYTES, SHAPEFILE, type ShpHeader } from "./shpHeader.ts";

const RECORD_HEAD_BYTES = 8;
const NULL_SHAPE = Buffer.alloc(4);
/** Records are handed on in batches: one by one costs twice the time. */
const BATCH_BYTES = 1 << 16;

/** Offsets of the records by the .shx; null when it is not one or is cut off. */
export async function offsetsOf(shx: FileWindow): Promise<Uint32Array | null> {
	const head = await shx.bytes(0, HEADER_BYTES);
	if (head.length < HEADER_BYTES || head.readInt32BE(0) !== FILE_CODE) return null;
	if (head.readInt32BE(24) * 2 !== shx.sizeBytes) return null;
	const offsets = new Uint32Array(Math.floor((shx.sizeBytes - HEADER_BYTES) / 8));
	for (const i of offsets.keys()) {
		const at = HEADER_BYTES + 8 * i;
		const entry = shx.within(at, 4) ?? (await shx.bytes(at, 4));
		offsets[i] = entry.readUInt32BE(0) * 2;
	}
	return offsets;
}

export interface RecordOptions {
	readonly header: ShpHeader;
	readonly offsets: Uint32Array | null;
	/** Told of every record in turn: whether its type is that of the file. One that is not is given without shape. */
	readonly onRecord: (isOfType: boolean) => void;
}

/** A .shp of these records, numbered from 1, in batches. Throws Refused where the frames break. */
export async function* soundRecords(
	shp: FileWindow,
	{ header, offsets, onRecord }: RecordOptions,
): AsyncIterable<Buffer> {
	const batch: Buffer[] = [Buffer.from(await shp.bytes(0, HEADER_BYTES))];
	let batchBytes = HEADER_BYTES;
	let at = HEADER_BYTES;
	for (let i = 0; offsets === null ? at < header.fileBytes : i < offsets.length; i++) {
		const start = (offsets?.[i] ?? at) + RECORD_HEAD_BYTES;
		const head = start - RECORD_HEAD_BYTES;
		const length = lengthOf(
			shp.within(head, RECORD_HEAD_BYTES) ?? (await shp.bytes(head, RECORD_HEAD_BYTES)),
		);
		at = start + length;
		if (length < 4 || at > shp.sizeBytes)
			throw malformed(SHAPEFILE, `第 ${i + 1} 个图形 / shape ${i + 1}`);
		const content = shp.within(start, length) ?? (await shp.bytes(start, length));
		const type = content.readInt32LE(0);
		const isOfType = type === 0 || type === header.shapeType;
		onRecord(isOfType);
		batch.push(...framed(i + 1, isOfType ? content : NULL_SHAPE));
		batchBytes += RECORD_HEAD_BYTES + length;
		if (batchBytes < BATCH_BYTES) continue;
		yield Buffer.concat(batch);
		batch.length = 0;
		batchBytes = 0;
	}
	if (batch.length > 0) yield Buffer.concat(batch);
}

/** Bytes of a record's content by its head; −1 for a head cut off. */
function lengthOf(head: Buffer): number {
	return head.length < RECORD_HEAD_BYTES ? -1 : head.readInt32BE(4) * 2;
}

function framed(number: number, content: Buffer): [head: Buffer, content: Buffer] {
	const head = Buffer.allocUnsafe(RECORD_HEAD_BYTES);
	head.writeInt32BE(number, 0);
	head.writeInt32BE(content.length / 2, 4);
	return [head, content];
}
