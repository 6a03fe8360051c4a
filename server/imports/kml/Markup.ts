// One element of a document written out again, so that it can be parsed by itself.
import type { XmlAttributes } from "../strictXml.ts";

/** Control characters that XML does not allow, and that some programs write all the same. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const DISALLOWED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export class Markup {
	private written = "";

	open(name: string, attributes: XmlAttributes): void {
		this.written += `<${name}${attributesOf(attributes)}>`;
	}

	text(text: string): void {
		this.written += escaped(text);
	}

	cdata(text: string): void {
		this.written += `<![CDATA[${text.replace(DISALLOWED, "")}]]>`;
	}

	close(name: string): void {
		this.written += `</${name}>`;
	}

	toString(): string {
		return this.written;
	}
}

/** As they stand in a tag, each behind a space. */
export function attributesOf(attributes: XmlAttributes): string {
	return Object.entries(attributes)
		.map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`)
		.join("");
}

function escaped(text: string): string {
	return text
		.replace(DISALLOWED, "")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;");
}
