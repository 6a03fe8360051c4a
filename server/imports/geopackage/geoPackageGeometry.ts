// A geometry as GeoPackage stores it: a header of its own, then well-known binary (OGC 12-128, clause 2.1.3).
import wkx from "wkx";
import type { SourceGeometry } from "../../../planning/layers/SourceFeature.ts";

const MAGIC = 0x4750;
const HEAD_BYTES = 8;
/** Bytes of the envelope by its kind: none, xy, xyz, xym, xyzm. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;
const EMPTY_FLAG = 0x10;

/** The geometry, null for an empty one. Throws on what is no such geometry, and on curves. */
export function geoPackageGeometry(blob: Uint8Array): SourceGeometry | null {
	const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
	if (bytes.length < HEAD_BYTES || bytes.readUInt16BE(0) !== MAGIC)
		throw new Error("not a GeoPackage geometry");
	const flags = bytes[3] ?? 0;
	const envelopeBytes = ENVELOPE_BYTES[(flags >> 1) & 7];
	if (envelopeBytes === undefined) throw new Error(`envelope kind ${(flags >> 1) & 7}`);
	if ((flags & EMPTY_FLAG) !== 0) return null;
	const geometry = wkx.Geometry.parse(bytes.subarray(HEAD_BYTES + envelopeBytes));
	return geometry.toGeoJSON() as SourceGeometry;
}
