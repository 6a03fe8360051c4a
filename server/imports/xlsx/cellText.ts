// What a cell of a spreadsheet shows, as text: dates as ISO, numbers with every digit, of a formula the result that was
// stored with it.
import { malformed } from "../refusing.ts";
import { type CellLook, PLAIN } from "./cellLooks.ts";
import { XLSX } from "./XlsxPackage.ts";

const MS_PER_DAY = 86_400_000;
/** Day 0 of the spreadsheet's calendar that starts in 1900, counted from 1970. */
const EPOCH_DAY = 25_569;
/** Between the calendars of 1900 and 1904. */
const DAYS_TO_1904 = 1_462;
/** Spreadsheets count a 29 February 1900 that never was; days before it are one less. */
const DAYS_BEFORE_GAP = 60;

/** What cells refer to. */
export interface CellTables {
	readonly strings: readonly string[];
	readonly looks: readonly CellLook[];
	readonly is1904: boolean;
}

/** A cell as it stands in the file. */
export interface RawCell {
	/** `s`, `str`, `inlineStr`, `n`, `b`, `e` or `d`. */
	readonly type: string;
	readonly style: number;
	readonly value: string;
}

/** The text of a cell; "" for an empty one. Throws Refused for a string that is not there. */
export function cellText({ type, style, value }: RawCell, tables: CellTables): string {
	switch (type) {
		case "s":
			return value === "" ? "" : stringAt(tables.strings, value);
		case "str":
		case "inlineStr":
			return unescaped(value).trim();
		case "b":
			return value === "" ? "" : String(/^\s*(?:1|true)\s*$/.test(value));
		case "e":
			return value.trim();
		case "d":
			return value.trim().replace(/T00:00:00(?:\.0+)?Z?$/, "");
		default:
			return numberText(value.trim(), tables.looks[style] ?? PLAIN, tables.is1904);
	}
}

/**
 * Characters that XML cannot hold are written like `_x000D_`, and the sign before one that is meant as it stands as
 * `_x005F_`. Other characters are never written so by spreadsheets: `_x0041_` is a text.
 */
export function unescaped(text: string): string {
	if (!text.includes("_x")) return text;
	return text.replace(/_x(00[01][0-9A-F]|005F|FFF[EF])_/g, (_, code) =>
		String.fromCharCode(Number.parseInt(code, 16)),
	);
}

function stringAt(strings: readonly string[], index: string): string {
	const found = strings[Number(index)];
	if (found === undefined)
		throw malformed(XLSX, `没有第 ${index} 个共享字符串 / no shared string ${index}`);
	return found;
}

function numberText(value: string, { isDate, digits }: CellLook, is1904: boolean): string {
	if (isDate && value !== "") return dateText(value, is1904);
	// Codes may have more digits than a number can hold.
	if (/^(?:0|-?[1-9]\d*)$/.test(value)) return value.padStart(digits, "0");
	const number = Number(value);
	if (value === "" || !Number.isFinite(number)) return value;
	return withoutExponent(String(number));
}

/** `1.5e+21` as `1500000000000000000000`, `1e-7` as `0.0000001`. */
function withoutExponent(text: string): string {
	const [all, sign = "", whole = "", fraction = "", exponent = ""] =
		/^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
	if (all === undefined) return text;
	const shift = Number(exponent);
	const digits = whole + fraction;
	return shift < 0
		? `${sign}0.${"0".repeat(-shift - 1)}${digits}`
		: sign + digits.padEnd(shift + 1, "0");
}

/** The day, with the time where there is one; the time alone where there is no day. */
function dateText(value: string, is1904: boolean): string {
	const number = Number(value);
	if (!Number.isFinite(number) || number < 0) return value;
	const isBeforeGap = !is1904 && number < DAYS_BEFORE_GAP;
	const day = number + (is1904 ? DAYS_TO_1904 : Number(isBeforeGap)) - EPOCH_DAY;
	const date = new Date(Math.round((day * MS_PER_DAY) / 1000) * 1000);
	if (Number.isNaN(date.getTime())) return value;
	const text = date.toISOString().slice(0, -".000Z".length);
	if (number < 1 && !is1904) return text.slice(text.indexOf("T") + 1);
	return text.endsWith("T00:00:00") ? text.slice(0, text.indexOf("T")) : text;
}
