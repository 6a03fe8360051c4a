// Geometry to and from the database as EWKB, hexadecimal: exact doubles, and five times faster than GeoJSON text.
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";

const LITTLE_ENDIAN = 1;
const POINT = 1;
const POLYGON = 3;
const MULTI_POINT = 4;
const MULTI_POLYGON = 6;
const HAS_SRID = 0x2000_0000;
const WGS84 = 4326;

/** `geometry(Point, 4326)` */
export function ewkbOfPoint([lon, lat]: LonLat): string {
	const writer = new Writer(9 + 16);
	writer.head(POINT, true);
	writer.double(lon);
	writer.double(lat);
	return writer.hex();
}

/** `geometry(MultiPoint, 4326)` */
export function ewkbOfPoints(points: readonly LonLat[]): string {
	const writer = new Writer(13 + 21 * points.length);
	writer.head(MULTI_POINT, true);
	writer.uint(points.length);
	for (const [lon, lat] of points) {
		writer.head(POINT, false);
		writer.double(lon);
		writer.double(lat);
	}
	return writer.hex();
}

/** `geometry(MultiPolygon, 4326)` */
export function ewkbOfPolygons(polygons: MultiPolygonRings): string {
	let size = 13;
	for (const rings of polygons) {
		size += 9;
		for (const ring of rings) size += 4 + 16 * ring.length;
	}
	const writer = new Writer(size);
	writer.head(MULTI_POLYGON, true);
	writer.uint(polygons.length);
	for (const rings of polygons) {
		writer.head(POLYGON, false);
		writer.uint(rings.length);
		for (const ring of rings) {
			writer.uint(ring.length);
			for (const [lon, lat] of ring) {
				writer.double(lon);
				writer.double(lat);
			}
		}
	}
	return writer.hex();
}

/** What a geometry column of type Point gives. */
export function pointOfEwkb(hex: string): LonLat {
	const reader = new Reader(hex);
	reader.head(POINT);
	return reader.lonLat();
}

/** What a geometry column of type MultiPoint gives. */
export function pointsOfEwkb(hex: string): LonLat[] {
	const reader = new Reader(hex);
	reader.head(MULTI_POINT);
	return reader.list(() => {
		reader.head(POINT);
		return reader.lonLat();
	});
}

/** What a geometry column of type MultiPolygon gives. */
export function polygonsOfEwkb(hex: string): LonLat[][][] {
	const reader = new Reader(hex);
	reader.head(MULTI_POLYGON);
	return reader.list(() => {
		reader.head(POLYGON);
		return reader.list(() => reader.list(() => reader.lonLat()));
	});
}

class Writer {
	private readonly bytes: Buffer;
	private at = 0;

	constructor(size: number) {
		this.bytes = Buffer.allocUnsafe(size);
	}

	head(kind: number, withSrid: boolean): void {
		this.at = this.bytes.writeUInt8(LITTLE_ENDIAN, this.at);
		this.uint(withSrid ? kind + HAS_SRID : kind);
		if (withSrid) this.uint(WGS84);
	}

	uint(value: number): void {
		this.at = this.bytes.writeUInt32LE(value, this.at);
	}

	double(value: number): void {
		this.at = this.bytes.writeDoubleLE(value, this.at);
	}

	hex(): string {
		if (this.at !== this.bytes.length)
			throw new Error(`Wrote ${this.at} of ${this.bytes.length} bytes of a geometry.`);
		return this.bytes.toString("hex");
	}
}

class Reader {
	private readonly bytes: Buffer;
	private at = 0;

	constructor(hex: string) {
		this.bytes = Buffer.from(hex, "hex");
	}

	head(kind: number): void {
		if (this.bytes[this.at] !== LITTLE_ENDIAN)
			throw new Error("Expected a little-endian geometry.");
		this.at++;
		const found = this.uint();
		if ((found & HAS_SRID) !== 0) this.at += 4;
		if ((found & 0xff) !== kind)
			throw new Error(`Expected geometry type ${kind}, got ${found & 0xff}.`);
	}

	list<T>(read: () => T): T[] {
		const count = this.uint();
		return Array.from({ length: count }, read);
	}

	lonLat(): LonLat {
		const lon = this.bytes.readDoubleLE(this.at);
		const lat = this.bytes.readDoubleLE(this.at + 8);
		this.at += 16;
		return [lon, lat];
	}

	private uint(): number {
		const value = this.bytes.readUInt32LE(this.at);
		this.at += 4;
		return value;
	}
}
