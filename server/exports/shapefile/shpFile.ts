// The .shp and its index .shx (ESRI Shapefile Technical Description, 1998): a header, then a record per row. Sizes and
// offsets count 16-bit words and are big-endian, everything else is little-endian.
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { batchesOf, type ExportRow, type ExportTable } from "../ExportTable.ts";
import { type Extent, extentOf, isEmpty } from "../extentOf.ts";
import { orientRings } from "../orientRings.ts";
import { contentBytes, type ShapefileMeasures } from "./measureShapefile.ts";

const SHAPE = { none: 0, point: 1, line: 3, polygons: 5 } as const;
const HEADER_BYTES = 100;

export async function* shpFile(
	table: ExportTable,
	measures: ShapefileMeasures,
): AsyncIterable<Buffer> {
	yield header(table, measures, measures.shapeBytes);
	let number = 0;
	for await (const batch of batchesOf(table.rows))
		yield Buffer.concat(batch.map((row) => recordOf(row, ++number)));
}

export async function* shxFile(
	table: ExportTable,
	measures: ShapefileMeasures,
): AsyncIterable<Buffer> {
	yield header(table, measures, HEADER_BYTES + 8 * measures.rowCount);
	let offset = HEADER_BYTES;
	for await (const batch of batchesOf(table.rows)) {
		const bytes = Buffer.allocUnsafe(8 * batch.length);
		batch.forEach((row, i) => {
			const size = contentBytes(row);
			bytes.writeInt32BE(offset / 2, 8 * i);
			bytes.writeInt32BE(size / 2, 8 * i + 4);
			offset += 8 + size;
		});
		yield bytes;
	}
}

function header({ shape }: ExportTable, { extent }: ShapefileMeasures, fileBytes: number): Buffer {
	const bytes = Buffer.alloc(HEADER_BYTES);
	bytes.writeInt32BE(9994, 0);
	bytes.writeInt32BE(fileBytes / 2, 24);
	bytes.writeInt32LE(1000, 28);
	bytes.writeInt32LE(SHAPE[shape], 32);
	if (!isEmpty(extent)) putExtent(bytes, 36, extent);
	return bytes;
}

function recordOf(row: ExportRow, number: number): Buffer {
	const size = contentBytes(row);
	const bytes = Buffer.alloc(8 + size);
	bytes.writeInt32BE(number, 0);
	bytes.writeInt32BE(size / 2, 4);
	const { lonLat, polygons, line } = row;
	if (lonLat !== undefined) {
		bytes.writeInt32LE(SHAPE.point, 8);
		putPosition(bytes, 12, lonLat);
	} else if (line !== undefined) putParts(bytes, SHAPE.line, { row, parts: [line] });
	else if (polygons !== undefined && polygons.length > 0)
		putParts(bytes, SHAPE.polygons, { row, parts: orientRings(polygons, "clockwise").flat() });
	return bytes; // else a null shape: all zero
}

/** Box, count of parts, count of points, where each part begins, points. */
function putParts(
	bytes: Buffer,
	kind: number,
	{ row, parts }: { row: ExportRow; parts: readonly (readonly LonLat[])[] },
): void {
	bytes.writeInt32LE(kind, 8);
	putExtent(bytes, 12, extentOf(row));
	bytes.writeInt32LE(parts.length, 44);
	let [at, begins] = [52 + 4 * parts.length, 0];
	parts.forEach((part, i) => {
		bytes.writeInt32LE(begins, 52 + 4 * i);
		begins += part.length;
		for (const position of part) at = putPosition(bytes, at, position);
	});
	bytes.writeInt32LE(begins, 48);
}

function putExtent(bytes: Buffer, start: number, extent: Extent): void {
	let at = start;
	for (const value of extent) at = bytes.writeDoubleLE(value, at);
}

function putPosition(bytes: Buffer, at: number, [lon, lat]: LonLat): number {
	return bytes.writeDoubleLE(lat, bytes.writeDoubleLE(lon, at));
}
