// Bytes to text, a chunk at a time, in any encoding that people's files have. UTF-8 is strict: a wrong byte is
// refused with its place, because silently replaced characters would be committed as names.
import iconv from "iconv-lite";
import { Refused } from "../errors.ts";

/** Byte order marks that decide the encoding whatever was asked for. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
	["utf-8", [0xef, 0xbb, 0xbf]],
	["utf-16le", [0xff, 0xfe]],
	["utf-16be", [0xfe, 0xff]],
];

/** The encoding of a text file: its byte order mark, else the one asked for, else UTF-8. */
export function encodingOf(head: Uint8Array, asked?: string): string {
	const marked = MARKS.find(([, mark]) => mark.every((byte, i) => head[i] === byte));
	if (marked !== undefined) return marked[0];
	if (asked === undefined) return "utf-8";
	if (!iconv.encodingExists(asked))
		throw new Refused("encoding.unknown", {
			zh: `不认识编码 ${asked}。常用：utf-8、gb18030、gbk、big5、utf-16le。`,
			en: `Unknown encoding ${asked}. Common ones: utf-8, gb18030, gbk, big5, utf-16le.`,
		});
	const name = asked.toLowerCase();
	return name === "utf8" ? "utf-8" : name;
}

/** Text of a byte stream without its byte order mark. */
export async function* decodeText(
	bytes: AsyncIterable<Buffer>,
	encoding: string,
): AsyncIterable<string> {
	const decode = encoding === "utf-8" ? strictUtf8() : leniently(encoding);
	let offset = 0;
	for await (const chunk of bytes) {
		const text = decode(chunk, offset);
		offset += chunk.length;
		if (text !== "") yield text;
	}
	const rest = decode(null, offset);
	if (rest !== "") yield rest;
}

type Decode = (chunk: Buffer | null, offset: number) => string;

function strictUtf8(): Decode {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	return (chunk, offset) => {
		try {
			return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
		} catch {
			const at = offset + (chunk === null ? 0 : firstWrongByte(chunk));
			throw new Refused("encoding.invalid", {
				zh: `第 ${at} 字节附近不是 UTF-8 文本。若文件来自中文版 Excel，请加 --encoding gb18030。`,
				en: `The text is not UTF-8 near byte ${at}. For files from Chinese Excel add --encoding gb18030.`,
			});
		}
	};
}

function firstWrongByte(chunk: Buffer): number {
	const text = chunk.toString("utf8");
	const at = text.indexOf("\ufffd", text.startsWith("\ufffd") ? 1 : 0);
	return at < 0 ? 0 : Buffer.byteLength(text.slice(0, at));
}

function leniently(encoding: string): Decode {
	const decoder = iconv.getDecoder(encoding, { stripBOM: true });
	return (chunk) => (chunk === null ? (decoder.end() ?? "") : decoder.write(chunk));
}
