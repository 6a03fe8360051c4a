// The table of strings that a workbook keeps beside its sheets; cells name them by number.
import { Refused } from "../../errors.ts";
import { localName, parseXmlWhole } from "../strictXml.ts";
import { unescaped } from "./cellText.ts";
import { XLSX, type XlsxPackage } from "./XlsxPackage.ts";

/** In memory until the workbook has been read: characters, and so many more for each string. */
const MOST_CHARACTERS = 250_000_000;
const EACH_STRING = 16;

/** Runs of rich text joined, readings (phonetic runs) left out. Throws Refused `xlsx.malformed`, `file.too-large`. */
export async function readSharedStrings(file: XlsxPackage, part: string): Promise<string[]> {
	const reader = new StringsReader();
	await parseXmlWhole(file.text(part), reader, XLSX);
	return reader.strings;
}

class StringsReader {
	readonly strings: string[] = [];
	private current = "";
	private isText = false;
	private isReading = false;
	private characters = 0;

	open(name: string): void {
		const local = localName(name);
		if (local === "si") this.current = "";
		else if (local === "t") this.isText = !this.isReading;
		else if (local === "rPh") this.isReading = true;
	}

	text(text: string): void {
		if (this.isText) this.current += text;
	}

	close(name: string): void {
		const local = localName(name);
		if (local === "t") this.isText = false;
		else if (local === "rPh") this.isReading = false;
		else if (local === "si") this.add(unescaped(this.current).trim());
	}

	private add(text: string): void {
		this.characters += text.length + EACH_STRING;
		if (this.characters > MOST_CHARACTERS) throw tooMuchText();
		this.strings.push(text);
	}
}

function tooMuchText(): Refused {
	return new Refused("file.too-large", {
		zh: "XLSX 里的文字太多，内存放不下。请另存为 CSV（UTF-8）再交。",
		en: "The XLSX holds more text than fits in memory. Save it as CSV (UTF-8) and hand that in.",
	});
}
