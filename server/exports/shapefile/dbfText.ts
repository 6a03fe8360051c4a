// Text of a DBF cell in bytes, and shortened to what a cell can hold: never half a character, never half an entry of a list.
import iconv from "iconv-lite";

export type DbfEncoding = "utf-8" | "gb18030";

/** Bytes that a text cell can hold. */
export const LONGEST_TEXT_BYTES = 254;

const CHARACTERS = new Intl.Segmenter("zh", { granularity: "grapheme" });

export function encode(text: string, encoding: DbfEncoding): Buffer {
	return encoding === "utf-8" ? Buffer.from(text) : iconv.encode(text, encoding);
}

/** The longest beginning of the text that fits, whole characters or, with a separator, whole entries only. */
export function fitted(text: string, encoding: DbfEncoding, separator?: string): Buffer {
	const whole = encode(text, encoding);
	if (whole.length <= LONGEST_TEXT_BYTES) return whole;
	const parts =
		separator === undefined
			? [...CHARACTERS.segment(text)].map(({ segment }) => segment)
			: text.split(separator).map((entry, i) => (i === 0 ? entry : separator + entry));
	const kept: Buffer[] = [];
	let size = 0;
	for (const part of parts) {
		const bytes = encode(part, encoding);
		size += bytes.length;
		if (size > LONGEST_TEXT_BYTES) break;
		kept.push(bytes);
	}
	return Buffer.concat(kept);
}
