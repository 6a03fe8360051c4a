// Names of encodings: what people, .cpg files and the language byte of a DBF call them, in one spelling each.
import iconv from "iconv-lite";
import { Refused } from "../../errors.ts";

const SPELLINGS: Readonly<Record<string, string>> = {
	utf8: "utf-8",
	unicode11utf8: "utf-8",
	"65001": "utf-8",
	gbk: "gb18030",
	gb2312: "gb18030",
	gb18030: "gb18030",
	cp936: "gb18030",
	ms936: "gb18030",
	euccn: "gb18030",
	hzgb2312: "gb18030",
	"936": "gb18030",
	"54936": "gb18030",
	ansi936: "gb18030",
	big5: "big5",
	big5hkscs: "big5",
	cp950: "big5",
	"950": "big5",
	utf16: "utf-16le",
	utf16le: "utf-16le",
	ucs2: "utf-16le",
	utf16be: "utf-16be",
	shiftjis: "shift_jis",
	sjis: "shift_jis",
	cp932: "shift_jis",
	"932": "shift_jis",
	eucjp: "euc-jp",
	euckr: "euc-kr",
	cp949: "euc-kr",
	"949": "euc-kr",
	iso88591: "windows-1252",
	latin1: "windows-1252",
	ascii: "windows-1252",
	usascii: "windows-1252",
	"88591": "windows-1252",
	win1252: "windows-1252",
	"1252": "windows-1252",
	koi8r: "koi8-r",
	latin2: "iso-8859-2",
	"88592": "iso-8859-2",
	win874: "windows-874",
	"874": "windows-874",
};

/** The usual name of an encoding that iconv-lite can read; null for what it cannot or is no encoding. */
export function encodingNamed(spelling: string): string | null {
	const key = spelling.toLowerCase().replace(/[^a-z0-9]/g, "");
	const known = SPELLINGS[key];
	if (known !== undefined) return known;
	const windows = /^(?:win|windows|cp|ansi)?(125\d)$/.exec(key);
	if (windows !== null) return `windows-${windows[1]}`;
	const iso = /^(?:iso)?8859(\d{1,2})$/.exec(key);
	if (iso !== null) return `iso-8859-${iso[1]}`;
	if (/^\d+$/.test(key)) return iconv.encodingExists(`cp${key}`) ? `cp${key}` : null;
	return key !== "" && iconv.encodingExists(key) ? key : null;
}

/** The encoding that a person asked for. Refuses a name that is none. */
export function askedEncoding(asked: string): string {
	const name = encodingNamed(asked);
	if (name !== null) return name;
	throw new Refused("encoding.unknown", {
		zh: `不认识编码 ${asked}。常用：utf-8、gb18030、gbk、big5、utf-16le。`,
		en: `Unknown encoding ${asked}. Common ones: utf-8, gb18030, gbk, big5, utf-16le.`,
	});
}

/** Code pages by the language byte (offset 29) of a DBF file; source: the dBASE and FoxPro language driver ids. */
const LANGUAGE_BYTES: Readonly<Record<number, string>> = {
	1: "cp437",
	2: "cp850",
	3: "windows-1252",
	4: "macintosh",
	19: "shift_jis",
	77: "gb18030",
	78: "euc-kr",
	79: "big5",
	80: "windows-874",
	87: "windows-1252",
	88: "windows-1252",
	89: "windows-1252",
	100: "cp852",
	101: "cp866",
	104: "cp895",
	106: "cp737",
	107: "cp857",
	120: "big5",
	121: "euc-kr",
	122: "gb18030",
	123: "shift_jis",
	124: "windows-874",
	125: "windows-1255",
	126: "windows-1256",
	150: "maccyrillic",
	151: "maccenteuro",
	152: "macgreek",
	200: "windows-1250",
	201: "windows-1251",
	202: "windows-1254",
	203: "windows-1253",
	204: "windows-1257",
};

/** What the language byte of a DBF file says; null for 0 and unknown values. */
export function encodingOfLanguageByte(byte: number): string | null {
	return LANGUAGE_BYTES[byte] ?? null;
}

/** Programs write these whatever the text is in, so they say little about it. */
const DEFAULTS: ReadonlySet<string> = new Set(["utf-8", "windows-1252", "cp437", "cp850"]);

/** True when a declaration of this encoding was made knowingly: nobody writes euc-kr by default. */
export function isDeliberate(encoding: string): boolean {
	return !DEFAULTS.has(encoding);
}
