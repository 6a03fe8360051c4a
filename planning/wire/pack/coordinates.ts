// Positions as differences of whole 1e-7° (about 1 cm): what OpenStreetMap keeps, and two or three bytes each.
import type { ByteReader } from "./ByteReader.ts";
import type { ByteWriter } from "./ByteWriter.ts";

const PER_DEGREE = 1e7;

/** Remembers the last position, so that the next one is written as its difference. */
export interface Cursor {
	lon: number;
	lat: number;
}

export function cursor(): Cursor {
	return { lon: 0, lat: 0 };
}

/** Write a position, rounded to 1e-7°. */
export function writePosition(writer: ByteWriter, last: Cursor, lon: number, lat: number): void {
	const [wholeLon, wholeLat] = [Math.round(lon * PER_DEGREE), Math.round(lat * PER_DEGREE)];
	writer.zigzag(wholeLon - last.lon);
	writer.zigzag(wholeLat - last.lat);
	last.lon = wholeLon;
	last.lat = wholeLat;
}

/** Read a position into `into[at]`, `into[at + 1]`. */
export function readPosition(
	reader: ByteReader,
	last: Cursor,
	into: Float64Array | number[],
	at: number,
): void {
	last.lon += reader.zigzag();
	last.lat += reader.zigzag();
	into[at] = last.lon / PER_DEGREE;
	into[at + 1] = last.lat / PER_DEGREE;
}

/**
 * Positions without loss: as differences where all of them are whole 1e-7°, else as doubles. For residences and
 * facilities, whose straight-line distances decide.
 */
export function writeExactPositions(writer: ByteWriter, lonLat: readonly number[]): void {
	const isWhole = lonLat.every((value) => Math.round(value * PER_DEGREE) / PER_DEGREE === value);
	writer.byte(isWhole ? 1 : 0);
	const last = cursor();
	for (let i = 0; i < lonLat.length; i += 2)
		if (isWhole) writePosition(writer, last, lonLat[i], lonLat[i + 1]);
		else {
			writer.f64(lonLat[i]);
			writer.f64(lonLat[i + 1]);
		}
}

/** `count` positions, as lon, lat, lon, lat …. */
export function readExactPositions(reader: ByteReader, count: number): Float64Array {
	const isWhole = reader.byte() === 1;
	const lonLat = new Float64Array(2 * count);
	const last = cursor();
	for (let i = 0; i < 2 * count; i += 2)
		if (isWhole) readPosition(reader, last, lonLat, i);
		else {
			lonLat[i] = reader.f64();
			lonLat[i + 1] = reader.f64();
		}
	return lonLat;
}
