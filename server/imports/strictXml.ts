// XML as a stream of events, for formats that are XML or hold some. A document type, by which XML can pull in other files
// or blow itself up, is refused; so is what is not well-formed. Of the parsers at hand saxes takes the least time: 22 MB/s
// of a worksheet where sax takes 10.
import { SaxesParser } from "saxes";
import { Refused } from "../errors.ts";
import { type FormatWords, malformed } from "./refusing.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

/** What is done with the elements of a document. Names come as they stand, with their prefix. */
export interface XmlEvents {
	open(name: string, attributes: XmlAttributes): void;
	/** Text of an element; may come in several pieces. */
	text(text: string): void;
	/** A CDATA section; where this is left out, it is text. */
	cdata?(text: string): void;
	close(name: string): void;
}

/**
 * Sends the elements of a document to `events`, and comes back after each piece of text so that the caller can take what
 * was collected. Throws Refused `….doctype-refused`, `….malformed`, and whatever `events` throw.
 */
export async function* parseXml(
	texts: AsyncIterable<string>,
	events: XmlEvents,
	words: FormatWords,
): AsyncIterable<void> {
	const parser = new SaxesParser({ xmlns: false, position: true });
	parser.on("opentag", ({ name, attributes }) => events.open(name, attributes));
	parser.on("closetag", ({ name }) => events.close(name));
	parser.on("text", (text) => events.text(text));
	parser.on("cdata", (text) =>
		events.cdata === undefined ? events.text(text) : events.cdata(text),
	);
	parser.on("doctype", () => {
		throw doctypeRefused(words);
	});
	parser.on("error", ({ message }) => {
		// A control character in a name is no reason to refuse a whole file.
		if (!message.endsWith("disallowed character.")) throw malformed(words, message);
	});
	for await (const text of texts) {
		parser.write(text);
		yield;
	}
	parser.close();
	yield;
}

/** Reads a document to its end. */
export async function parseXmlWhole(
	texts: AsyncIterable<string>,
	events: XmlEvents,
	words: FormatWords,
): Promise<void> {
	for await (const _ of parseXml(texts, events, words));
}

/** A name without its prefix. */
export function localName(name: string): string {
	const colon = name.indexOf(":");
	return colon < 0 ? name : name.slice(colon + 1);
}

function doctypeRefused({ code, zh, en }: FormatWords): Refused {
	return new Refused(`${code}.doctype-refused`, {
		zh: `${zh} 里有 DOCTYPE 或实体声明，可能引用外部文件，不读。请删去 <!DOCTYPE …> 后再交。`,
		en: `The ${en} has a DOCTYPE or entity declaration, which could pull in other files; it was not read. Remove <!DOCTYPE …>.`,
	});
}
