// Codes of administrative units: 12 digits, two per level down to the county, three for the street level and three
// for the committee. Always text: leading zeros and 12 digits do not survive a number column.
import type { StreetKind, UnitKind } from "../city/records.ts";

/** A code as 12 digits when it is 6, 9 or 12 digits; null when it has another number of digits or other characters. */
export function twelveDigits(text: string): string | null {
	return /^(?:\d{6}|\d{9}|\d{12})$/.test(text) ? text.padEnd(12, "0") : null;
}

/** The level that the digits of a 12-digit code say: which tail is zero. */
export function levelOfCode(code: string): "district" | "street" | "committee" {
	if (code.endsWith("000000")) return "district";
	return code.endsWith("000") ? "street" : "committee";
}

/** Code of the unit above, from the digits alone; null for a district, a BMU and a circle. */
export function parentCodeOf(kind: UnitKind, code: string): string | null {
	if (kind === "committee") return `${code.slice(0, 9)}000`;
	return kind === "street" ? `${code.slice(0, 6)}000000` : null;
}

/** What a street-level unit is, from digits 7–9: 001–099 街道, 100–199 镇, 200–399 乡, else other. */
export function streetKindOfCode(code: string): StreetKind {
	const digits = Number(code.slice(6, 9));
	if (digits >= 1 && digits <= 99) return "subdistrict";
	if (digits >= 100 && digits <= 199) return "town";
	return digits >= 200 && digits <= 399 ? "township" : "other";
}

const STREET_KINDS: Readonly<Record<string, StreetKind>> = {
	subdistrict: "subdistrict",
	街道: "subdistrict",
	街道办事处: "subdistrict",
	town: "town",
	镇: "town",
	township: "township",
	乡: "township",
	民族乡: "township",
	other: "other",
	其他: "other",
};

/** The kind that a word in a file means, or undefined. */
export function streetKindNamed(word: string): StreetKind | undefined {
	return STREET_KINDS[word.trim().toLowerCase()];
}
