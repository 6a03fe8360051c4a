// Paragraphs of a Word document. Sizes are half points, distances twentieths of a point, as Word counts.
import { AlignmentType, Paragraph, TextRun } from "docx";
import { INKS } from "../map/inks.ts";

export interface WordStyle {
	readonly size?: number;
	readonly bold?: boolean;
	/** `#rrggbb` */
	readonly ink?: string;
	readonly isRight?: boolean;
	readonly before?: number;
	readonly after?: number;
	/** On the same page as what follows. */
	readonly keepNext?: boolean;
}

export const NOTE_STYLE: WordStyle = { size: 15, ink: INKS.quietText };

export function paragraph(text: string, style: WordStyle = {}): Paragraph {
	const { size = 17, bold = false, ink = INKS.text, isRight = false, keepNext = false } = style;
	return new Paragraph({
		alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
		spacing: { before: style.before ?? 0, after: style.after ?? 0 },
		keepNext,
		children: [new TextRun({ text: printable(text), size, bold, color: wordColour(ink) })],
	});
}

export function heading(text: string): Paragraph {
	return paragraph(text, { size: 20, bold: true, before: 160, after: 60, keepNext: true });
}

export function wordColour(ink: string): string {
	return ink.slice(1);
}

/** XML holds no control characters. */
export function printable(text: string): string {
	return text.replaceAll(/\p{Cc}/gu, "");
}
