// The letters of an SVG drawing by the fonts that have them.
import type { Typeface } from "../fonts/typeface.ts";
import { FAMILY } from "../fonts/typeface.ts";

const TEXT_NODE = />([^<>]+)<\/text>/g;

/** For a printer that takes letters from the named family only: rarer characters name the family that has them. */
export function withFamilies(svg: string, typeface: Typeface): string {
	return svg.replaceAll(TEXT_NODE, (_, words: string) => {
		const runs = typeface.runs(words);
		const pieces = runs.map(({ text, family }) =>
			family === FAMILY ? text : `<tspan font-family="'${family}'">${text}</tspan>`,
		);
		return `>${pieces.join("")}</text>`;
	});
}

/** For a printer that looks through all fonts by itself: only what no font has is replaced. */
export function withPrintable(svg: string, typeface: Typeface): string {
	return svg.replaceAll(TEXT_NODE, (_, words: string) => {
		const printable = typeface.runs(words).map(({ text }) => text);
		return `>${printable.join("")}</text>`;
	});
}
