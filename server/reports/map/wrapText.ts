// Lines of a width: Chinese breaks between any two characters but before a closing mark, other writing between words.
import { textWidthMm } from "./svg.ts";

const WORD = /[\u0021-\u024f]+\s?|./gu;
const CLOSING = /^[，。；：、）〕》”％%]/u;

export function wrapText(text: string, sizeMm: number, widthMm: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.match(WORD) ?? []) {
		const isFull = textWidthMm(line + word.trimEnd(), sizeMm) > widthMm;
		if (isFull && line !== "" && !CLOSING.test(word)) {
			lines.push(line.trimEnd());
			line = word.trimStart();
		} else line += word;
	}
	return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}
