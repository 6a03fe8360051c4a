// Shapes as bytes (well-known binary, little-endian), the geometry of a GeoPackage.
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";

const LITTLE_ENDIAN = 1;
const POINT = 1;
const LINE_STRING = 2;
const POLYGON = 3;
const MULTI_POLYGON = 6;
const HEAD_BYTES = 5;
const POSITION_BYTES = 16;

export function wkbOfPoint(lonLat: LonLat): Buffer {
	const bytes = Buffer.allocUnsafe(HEAD_BYTES + POSITION_BYTES);
	putPosition(bytes, putHead(bytes, 0, POINT), lonLat);
	return bytes;
}

export function wkbOfLine(line: readonly LonLat[]): Buffer {
	const bytes = Buffer.allocUnsafe(HEAD_BYTES + 4 + POSITION_BYTES * line.length);
	putPositions(bytes, putHead(bytes, 0, LINE_STRING), line);
	return bytes;
}

/** Always a MultiPolygon, also of one part: the type of the table's geometry column. */
export function wkbOfPolygons(polygons: MultiPolygonRings): Buffer {
	const bytes = Buffer.allocUnsafe(sizeOf(polygons));
	let at = bytes.writeUInt32LE(polygons.length, putHead(bytes, 0, MULTI_POLYGON));
	for (const rings of polygons) {
		at = bytes.writeUInt32LE(rings.length, putHead(bytes, at, POLYGON));
		for (const ring of rings) at = putPositions(bytes, at, ring);
	}
	return bytes;
}

function sizeOf(polygons: MultiPolygonRings): number {
	let size = HEAD_BYTES + 4;
	for (const rings of polygons) {
		size += HEAD_BYTES + 4;
		for (const ring of rings) size += 4 + POSITION_BYTES * ring.length;
	}
	return size;
}

function putHead(bytes: Buffer, at: number, kind: number): number {
	return bytes.writeUInt32LE(kind, bytes.writeUInt8(LITTLE_ENDIAN, at));
}

function putPositions(bytes: Buffer, at: number, positions: readonly LonLat[]): number {
	let next = bytes.writeUInt32LE(positions.length, at);
	for (const position of positions) next = putPosition(bytes, next, position);
	return next;
}

function putPosition(bytes: Buffer, at: number, [lon, lat]: LonLat): number {
	return bytes.writeDoubleLE(lat, bytes.writeDoubleLE(lon, at));
}
