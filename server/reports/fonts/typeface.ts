// The letters of one paper: fonts that hold exactly its characters, so that it is small and looks the same everywhere.
import { charactersOf } from "./characterMap.ts";
import { MAIN_FILE, rareFileOf, subsetOf } from "./fontFiles.ts";

/** The family that papers name; characters of other files have a family of their own beside it. */
export const FAMILY = "Noto Sans SC";
/** What all the files call themselves, whatever their weight. */
export const NAME_IN_FILE = "Noto Sans SC Thin";
/** Stands for a character that no font here has: the mark that Chinese print uses for a missing type. */
const MISSING = "〓";

const CONTROL = /\p{Cc}/u;

export interface Face {
	readonly family: string;
	readonly regular: Buffer;
	readonly bold: Buffer;
}

/** A piece of text that one family has all characters of. */
export interface Run {
	readonly text: string;
	readonly family: string;
}

export interface Typeface {
	/** The first is `FAMILY`. */
	readonly faces: readonly Face[];
	/** A text in pieces: control characters are gone, and what no font has is 〓. */
	runs(text: string): Run[];
}

/** Fonts for everything that a paper says. */
export async function typefaceFor(texts: Iterable<string>): Promise<Typeface> {
	const characters = new Set(MISSING);
	for (const text of texts)
		for (const character of text) if (!CONTROL.test(character)) characters.add(character);
	const main = await faceOf(MAIN_FILE, characters);
	const rest = new Map<string, Set<string>>();
	for (const character of characters) {
		if (main.characters.has(character)) continue;
		const file = rareFileOf(character);
		if (file !== null) rest.set(file, (rest.get(file) ?? new Set()).add(character));
	}
	const faces = [main];
	for (const [file, some] of rest) faces.push(await faceOf(file, some));
	return { faces, runs: (text) => runsOf(text, faces) };
}

interface KnownFace extends Face {
	/** What it has of the characters it was made for. */
	readonly characters: ReadonlySet<string>;
}

async function faceOf(file: string, wanted: ReadonlySet<string>): Promise<KnownFace> {
	const text = [...wanted].sort().join("");
	const regular = await subsetOf(file, "regular", text);
	const codes = charactersOf(regular);
	return {
		family: file === MAIN_FILE ? FAMILY : `${FAMILY} ${file}`,
		regular,
		bold: await subsetOf(file, "bold", text),
		characters: new Set([...wanted].filter((one) => codes.has(one.codePointAt(0) ?? 0))),
	};
}

function runsOf(text: string, faces: readonly KnownFace[]): Run[] {
	const runs: { text: string; family: string }[] = [];
	for (const character of text) {
		if (CONTROL.test(character)) continue;
		const face = faces.find(({ characters }) => characters.has(character));
		const family = face?.family ?? FAMILY;
		const printed = face === undefined ? MISSING : character;
		const last = runs.at(-1);
		if (last?.family === family) last.text += printed;
		else runs.push({ text: printed, family });
	}
	return runs;
}
