// A binary under seal: four letters, its version and a checksum of what follows, all little-endian.
import { crc32 } from "./crc32.ts";

const HEAD_BYTES = 12;

export interface Seal {
	/** What it is called in messages, with its article. */
	readonly name: string;
	/** Four ASCII letters. */
	readonly letters: string;
	readonly version: number;
}

/** The body under its seal. */
export function sealed({ letters, version }: Seal, body: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(HEAD_BYTES + body.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, magicOf(letters), true);
	view.setUint32(4, version, true);
	view.setUint32(8, crc32(body), true);
	bytes.set(body, HEAD_BYTES);
	return bytes;
}

/** The body of sealed bytes. Throws on foreign, older, damaged and cut-off ones. */
export function unsealed({ name, letters, version }: Seal, bytes: Uint8Array): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < HEAD_BYTES || view.getUint32(0, true) !== magicOf(letters))
		throw new Error(`Not ${name}: its first bytes are not ${letters}.`);
	const found = view.getUint32(4, true);
	if (found !== version)
		throw new Error(`This is ${name} of version ${found}; this program reads ${version}.`);
	const body = bytes.subarray(HEAD_BYTES);
	if (crc32(body) !== view.getUint32(8, true))
		throw new Error(`This is ${name}, damaged or cut off: its checksum does not match.`);
	return body;
}

function magicOf(letters: string): number {
	const [a, b, c, d] = [...letters].map((letter) => letter.charCodeAt(0));
	return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}
