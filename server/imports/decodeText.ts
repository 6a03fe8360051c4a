// Bytes to text, a chunk at a time, in any encoding that people's files have. UTF-8 is strict: a wrong byte is
// refused with its place, because silently replaced characters would be committed as names.
import iconv from "iconv-lite";
import { Refused } from "../errors.ts";

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
				zh: `第 ${at} 字节附近不是 UTF-8 文本。其余部分是 UTF-8，多半是拼接或损坏造成的；改正后再导入，或指定编码（gb18030 等）。`,
				en: `The text is not UTF-8 near byte ${at}. The rest is UTF-8, so it was probably joined or damaged; mend it, or name the encoding (gb18030 …).`,
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
