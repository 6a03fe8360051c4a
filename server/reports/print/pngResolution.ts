// Dots per inch in a PNG (chunk pHYs), so that it prints at the size it was made for.
import { crc32 } from "../../../planning/wire/pack/crc32.ts";

/** Signature and header, which come first in every PNG. */
const HEAD_BYTES = 8 + 25;
const INCHES_PER_METRE = 1 / 0.0254;

/** The same picture with its resolution told. */
export function withResolution(png: Uint8Array, dpi: number): Uint8Array {
	const dotsPerMetre = Math.round(dpi * INCHES_PER_METRE);
	const chunk = new Uint8Array(21);
	const view = new DataView(chunk.buffer);
	view.setUint32(0, 9);
	chunk.set(new TextEncoder().encode("pHYs"), 4);
	view.setUint32(8, dotsPerMetre);
	view.setUint32(12, dotsPerMetre);
	view.setUint8(16, 1); // per metre
	view.setUint32(17, crc32(chunk.subarray(4, 17)));
	return Buffer.concat([png.subarray(0, HEAD_BYTES), chunk, png.subarray(HEAD_BYTES)]);
}
