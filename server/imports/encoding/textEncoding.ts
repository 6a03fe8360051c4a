// The encoding of a text file, by as much of it as is needed to tell.
import { isAscii } from "node:buffer";
import type { EncodingFinding } from "../../../planning/wire/understanding.ts";
import { bytesOf } from "../fileBytes.ts";
import { chooseEncoding } from "./chooseEncoding.ts";

/** Byte order marks. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
	["utf-8", [0xef, 0xbb, 0xbf]],
	["utf-16le", [0xff, 0xfe]],
	["utf-16be", [0xfe, 0xff]],
];

/** So many bytes outside ASCII tell the encodings apart. */
const ENOUGH_BYTES = 1 << 16;
/** Bytes below this are no second half of a double-byte character, so text can be cut beside them. */
const FIRST_TRAIL = 0x30;
/** A stretch without such a place is no text of words. */
const LONGEST_REST = 1 << 16;

/** The encoding by a byte order mark or, without one, by the zero bytes of UTF-16; else null. */
export function markedEncoding(head: Uint8Array): string | null {
	const marked = MARKS.find(([, mark]) => mark.every((byte, i) => head[i] === byte));
	if (marked !== undefined) return marked[0];
	const pairs = head.length >> 1;
	let [zeroFirst, zeroSecond] = [0, 0];
	for (let pair = 0; pair < pairs; pair++) {
		if (head[2 * pair] === 0) zeroFirst++;
		if (head[2 * pair + 1] === 0) zeroSecond++;
	}
	// Digits, commas and line ends of any table are ASCII, and have a zero byte in UTF-16.
	const [most, least] = [Math.max(zeroFirst, zeroSecond), Math.min(zeroFirst, zeroSecond)];
	if (most < Math.max(1, pairs * 0.1) || least > most / 10) return null;
	return zeroFirst > zeroSecond ? "utf-16be" : "utf-16le";
}

/** The finding for the text file at `path`; `declared` is what the text says about itself, if it does. */
export async function textEncoding(
	path: string,
	{ asked, declared = null }: { asked?: string | undefined; declared?: string | null },
): Promise<EncodingFinding> {
	const pieces: Buffer[] = [];
	let foreignBytes = 0;
	let rest: Buffer | null = null; // what stands behind the last place to cut
	for await (const chunk of bytesOf(path)) {
		if (rest === null) {
			const head = chunk.subarray(0, 4096);
			const marked = markedEncoding(head);
			if (marked !== null) return byMark(head, marked, asked);
			rest = Buffer.alloc(0);
		}
		if (isAscii(chunk) && isAscii(rest)) continue;
		const text: Buffer = Buffer.concat([rest, chunk]);
		const end = text.findLastIndex((byte) => byte < FIRST_TRAIL) + 1;
		rest = text.length - end > LONGEST_REST ? Buffer.alloc(0) : Buffer.from(text.subarray(end));
		for (const piece of foreignPieces(text.subarray(0, end))) {
			pieces.push(piece);
			foreignBytes += piece.length;
		}
		if (foreignBytes >= ENOUGH_BYTES) break;
	}
	if (rest !== null && foreignBytes < ENOUGH_BYTES) pieces.push(...foreignPieces(rest));
	return chooseEncoding(pieces, { asked, declared });
}

function byMark(head: Buffer, marked: string, asked: string | undefined): EncodingFinding {
	const mark = MARKS.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte));
	const whole = head.subarray(mark?.[1].length ?? 0, head.length - (head.length % 2));
	return chooseEncoding([whole], { asked, marked, declared: mark?.[0] ?? null });
}

/** The stretches between places to cut that hold bytes outside ASCII; copies, so that the chunk can go. */
function foreignPieces(text: Buffer): Buffer[] {
	const pieces: Buffer[] = [];
	let start = 0;
	let isForeign = false;
	for (let at = 0; at <= text.length; at++) {
		const byte = text[at] ?? 0;
		if (byte >= 0x80) isForeign = true;
		if (byte >= FIRST_TRAIL) continue;
		if (isForeign) pieces.push(Buffer.from(text.subarray(start, at)));
		start = at + 1;
		isForeign = false;
	}
	return pieces;
}
