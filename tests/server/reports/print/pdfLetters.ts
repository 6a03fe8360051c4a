// What a PDF says of its fonts and letters, read from the file itself.
import { inflateSync } from "node:zlib";

/** Objects as text; streams as they are packed. */
export function pdfText(pdf: Uint8Array): string {
	return Buffer.from(pdf).toString("latin1");
}

export function pageCount(pdf: Uint8Array): number {
	return pdfText(pdf).match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** Characters that a reader can take out again: those of the fonts' tables from glyph to character. */
export function lettersOf(pdf: Uint8Array): ReadonlySet<string> {
	const letters = new Set<string>();
	for (const stream of streamsOf(pdf)) {
		if (!stream.includes("beginbfrange") && !stream.includes("beginbfchar")) continue;
		for (const [, codes = ""] of stream.matchAll(/<([0-9a-f]{4,8})>/gi))
			letters.add(Buffer.from(codes, "hex").swap16().toString("utf16le"));
	}
	return letters;
}

function* streamsOf(pdf: Uint8Array): Generator<string> {
	const bytes = Buffer.from(pdf);
	for (
		let from = bytes.indexOf("stream\n");
		from >= 0;
		from = bytes.indexOf("stream\n", from + 1)
	) {
		const end = bytes.indexOf("endstream", from);
		try {
			yield inflateSync(bytes.subarray(from + 7, end)).toString("latin1");
		} catch {
			// a stream that is not packed, or the end of one
		}
	}
}
