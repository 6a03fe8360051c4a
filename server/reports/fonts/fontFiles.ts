// The letters of all papers: Noto Sans SC as it comes with the product (OFL 1.1), never the fonts of the machine. One file
// holds the 7,900 characters that nearly all texts consist of; rarer ones, as in names of places, are spread over a
// hundred small files, each with the ranges it covers.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import unicodeRanges from "@fontsource/noto-sans-sc/unicode.json" with { type: "json" };
import subsetFont from "subset-font";
import { once } from "../../../planning/steps.ts";

export const WEIGHTS = { regular: 400, bold: 700 } as const;
export type Weight = keyof typeof WEIGHTS;

export const MAIN_FILE = "chinese-simplified";
const FOLDER = dirname(fileURLToPath(import.meta.resolve("@fontsource/noto-sans-sc/unicode.json")));

/** A TrueType font with those of the characters that the file has; 50 ms for the main file. */
export async function subsetOf(file: string, weight: Weight, characters: string): Promise<Buffer> {
	const name = `noto-sans-sc-${file}-${WEIGHTS[weight]}-normal.woff2`;
	const packed = await readFile(join(FOLDER, "files", name));
	return await subsetFont(packed, characters, { targetFormat: "truetype" });
}

/** The first file, beside the main one, that says it covers a character; null when none does. */
export function rareFileOf(character: string): string | null {
	const code = character.codePointAt(0) ?? 0;
	const covers = ([first, last]: Range) => code >= first && code <= last;
	return rangesOfFiles().find(({ ranges }) => ranges.some(covers))?.file ?? null;
}

type Range = readonly [first: number, last: number];

const rangesOfFiles = once(() =>
	Object.entries(unicodeRanges).map(([name, ranges]) => ({
		file: name.replaceAll(/[[\]]/g, ""),
		ranges: ranges.split(",").map(rangeOf),
	})),
);

/** Of `U+3C` or `U+4E00-4EFF`. */
function rangeOf(text: string): Range {
	const [first = "", last = first] = text.trim().replace("U+", "").split("-");
	return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
