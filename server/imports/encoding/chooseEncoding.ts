// Which encoding a file's text is in: what a person asked for, else what the bytes show, with what the file declares
// deciding only where the bytes leave doubt.
import iconv from "iconv-lite";
import type { EncodingFinding } from "../../../planning/wire/understanding.ts";
import { type DoubleByteEncoding, type Reading, readAs } from "./doubleByte.ts";
import { askedEncoding, isDeliberate } from "./encodingNames.ts";
import { sampleTexts } from "./sampleTexts.ts";

export interface EncodingHints {
	/** By the person. */
	readonly asked?: string | undefined;
	/** By the file: a `.cpg`, a language byte, an XML declaration. */
	readonly declared?: string | null;
	/** Found by a byte order mark or by zero bytes, which leave no doubt. */
	readonly marked?: string | null;
	/** Pieces whose last character may be cut off, as in a cell that fills its field. */
	readonly cut?: ReadonlySet<Uint8Array>;
}

/** Share of wrong characters that damaged cells may cause without ruling an encoding out. */
const MOST_WRONG = 0.002;
/** Text in its own encoding lies above this with the share of characters in daily use. */
const PLAUSIBLE = 0.6;
/** Two encodings whose shares differ by less both fit. */
const CLOSE = 0.15;
/** Fewer characters than this prove nothing. */
const FEW_CHARS = 6;
/** Of mostly sound UTF-8 texts, so many may be damaged: hardly any text of another encoding is sound UTF-8. */
const FEW_DAMAGED = 0.1;
const UNKNOWN_TEXT = "windows-1252";

/** The finding for pieces of text (each whole: a cell, or lines), as bytes. Refuses an encoding asked for that is none. */
export function chooseEncoding(
	pieces: readonly Uint8Array[],
	hints: EncodingHints,
): EncodingFinding {
	const declared = hints.declared ?? null;
	const finding = (
		used: string,
		basis: EncodingFinding["basis"],
		alternatives: readonly string[] = [],
	): EncodingFinding => ({
		declared,
		used,
		basis,
		isSure: alternatives.length === 0,
		alternatives: [...alternatives],
		sample: sampleTexts(pieces, used),
	});

	const marked = hints.marked ?? null;
	if (marked !== null) return finding(marked, marked === declared ? "declared" : "content");
	if (hints.asked !== undefined) return finding(askedEncoding(hints.asked), "asked");

	const foreign = pieces.filter((piece) => !isAscii(piece));
	if (foreign.length === 0) {
		// Any encoding but those of two-byte units fits, so that the declared one stands.
		const isWide = declared?.startsWith("utf-16") === true;
		return declared === null || isWide
			? finding("utf-8", "content")
			: finding(declared, "declared");
	}
	const [used, ...alternatives] = fitting(foreign, declared, hints.cut ?? new Set());
	const basis = used === declared ? "declared" : "content";
	return finding(used ?? UNKNOWN_TEXT, basis, alternatives);
}

/** Encodings that fit, best first. */
function fitting(
	pieces: readonly Uint8Array[],
	declared: string | null,
	cut: ReadonlySet<Uint8Array>,
): string[] {
	const strange = pieces.filter((piece) => !isUtf8Text(piece, cut.has(piece))).length;
	if (strange === 0)
		return declared === "utf-8" || !isShortLatin(pieces) ? ["utf-8"] : ["utf-8", "gb18030"];
	if (strange <= pieces.length * FEW_DAMAGED) return ["utf-8"]; // its reader tells of the damage
	if (declared !== null && isForeign(declared) && readsAsWords(pieces, declared)) return [declared];

	const chinese = scored(pieces, ["gb18030", "big5"], cut);
	const japanese = scored(pieces, ["shift_jis", "euc-jp"], cut).filter(({ kana }) => kana > 0.3);
	const plausible = [...chinese, ...japanese]
		.filter(({ score }) => score >= PLAUSIBLE)
		.sort((a, b) => weightOf(b) - weightOf(a));
	return plausible.length > 0
		? weighed(plausible, declared)
		: [declared ?? UNKNOWN_TEXT, ...(declared === null ? ["gb18030"] : [])];
}

/** The best, and those that fit nearly as well; among these what the file declares comes first. */
function weighed(plausible: readonly Scored[], declared: string | null): string[] {
	const [best] = plausible;
	if (best === undefined) return [];
	const names: string[] = plausible
		.filter((one) => weightOf(best) - weightOf(one) < CLOSE)
		.map(({ encoding }) => encoding);
	if (declared === null) return names;
	if (names.includes(declared)) return names[0] === declared ? [declared] : moved(names, declared);
	return best.chars < FEW_CHARS ? [...names, declared] : names;
}

function moved(names: readonly string[], first: string): string[] {
	return [first, ...names.filter((name) => name !== first)];
}

function weightOf({ score, kana }: Scored): number {
	return score + kana;
}

/** A declaration made knowingly, of an encoding that no Chinese text is in. */
function isForeign(declared: string): boolean {
	return isDeliberate(declared) && declared !== "gb18030" && declared !== "big5";
}

interface Scored {
	readonly encoding: DoubleByteEncoding;
	readonly score: number;
	readonly kana: number;
	readonly chars: number;
}

function scored(
	pieces: readonly Uint8Array[],
	encodings: readonly DoubleByteEncoding[],
	cut: ReadonlySet<Uint8Array> = new Set(),
): Scored[] {
	return encodings.flatMap((encoding) => {
		const sum = pieces.map((piece) => readAs(encoding, piece, cut.has(piece))).reduce(added);
		const { chars, common, kana, wrong } = sum;
		if (chars === 0 || wrong > chars * MOST_WRONG) return [];
		const isJapanese = encoding === "shift_jis" || encoding === "euc-jp";
		const usual = isJapanese ? common + kana : common;
		return [{ encoding, score: usual / chars, kana: isJapanese ? kana / chars : 0, chars }];
	});
}

function added(a: Reading, b: Reading): Reading {
	return {
		chars: a.chars + b.chars,
		common: a.common + b.common,
		kana: a.kana + b.kana,
		wrong: a.wrong + b.wrong,
	};
}

function isAscii(piece: Uint8Array): boolean {
	return piece.every((byte) => byte < 0x80);
}

function isUtf8Text(piece: Uint8Array, isCut: boolean): boolean {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(piece, { stream: isCut });
		return true;
	} catch {
		return false;
	}
}

/** Few characters, none of them beyond two bytes of UTF-8 and none a Latin letter: GBK can look like this by chance. */
function isShortLatin(pieces: readonly Uint8Array[]): boolean {
	const text = pieces.map((piece) => new TextDecoder().decode(piece)).join("");
	const foreign = [...text].filter((char) => char > "\u007f");
	return (
		foreign.length < FEW_CHARS &&
		foreign.every((char) => char < "\u0800" && !/\p{Script=Latin}/u.test(char)) &&
		scored(pieces, ["gb18030"]).some(({ score }) => score >= PLAUSIBLE)
	);
}

/** True when decoding gives letters nearly throughout, without a wrong character. */
function readsAsWords(pieces: readonly Uint8Array[], encoding: string): boolean {
	const text = pieces.map((piece) => iconv.decode(Buffer.from(piece), encoding)).join(" ");
	const foreign = [...text].filter((char) => char > "\u007f");
	const letters = foreign.filter((char) => /[\p{L}\p{M}\p{P}\p{Zs}]/u.test(char));
	return !text.includes("\ufffd") && foreign.length > 0 && letters.length / foreign.length >= 0.9;
}
