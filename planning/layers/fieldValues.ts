// What the values of a column say about the field it may hold, whatever its name is.
import { categoryOf } from "../standards/catalogue.ts";
import type { Field } from "./fields.ts";

/** Prefixes of the codes of provinces (GB/T 2260). */
const PROVINCES = new Set(
	"11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split(
		" ",
	),
);
const MOST = 0.8;
const UNIT_NAME = /(?:街道|办事处|镇|乡|居委会|居民委员会|村委会|村民委员会|社区|区|县)$/;
const ADDRESS =
	/(?:路|街|道|巷|弄|村|里|大道|公路).*(?:\d+|[一二三四五六七八九十百]+)(?:号|弄|室|幢|栋)/;

/** Is the text a code of 6, 9 or 12 digits that begins with a province? */
export function isUnitCode(text: string): boolean {
	return /^(?:\d{6}|\d{9}|\d{12})$/.test(text) && PROVINCES.has(text.slice(0, 2));
}

/** True when most of the values are as `test` says; false of none. */
export function areMost(values: readonly string[], test: (value: string) => boolean): boolean {
	return values.length > 0 && values.filter(test).length >= values.length * MOST;
}

/** Can a column with these values hold the field? A column without values can hold any. */
export function canHold(field: Field, values: readonly string[]): boolean {
	if (field === "category") return areMost(values, (value) => categoryOf(value) !== undefined);
	if (values.length === 0) return true;
	switch (field) {
		case "lon":
		case "lat":
		case "seatLon":
		case "seatLat":
			return areMost(values, isNumber);
		case "floorArea":
		case "serviceArea":
		case "officeArea":
			return areMost(values, isNumber);
		case "capacity":
		case "residents":
		case "households":
		case "elders":
		case "children":
		case "declaredResidents":
		case "declaredHouseholds":
			return areMost(values, isNumber);
		case "name":
		case "address":
			return !areMost(values, isNumber);
		default:
			return true;
	}
}

/** Do the values alone suggest the field? */
export function suggests(field: Field, values: readonly string[]): boolean {
	if (values.length === 0) return false;
	switch (field) {
		case "category":
			return canHold("category", values);
		case "code":
			return areMost(values, isUnitCode);
		case "lon":
			return areMost(values, isDegree(73, 136));
		case "lat":
			return areMost(values, isDegree(3, 54));
		case "name":
			return areMost(values, (value) => UNIT_NAME.test(value)) && isVaried(values);
		case "address":
			return areMost(values, (value) => ADDRESS.test(value));
		default:
			return false;
	}
}

/** Is the text a number, full-width digits and thousands marks included? */
export function isNumber(text: string): boolean {
	const plain = text
		.normalize("NFKC")
		.replace(/,(?=\d{3})/g, "")
		.trim();
	return plain !== "" && Number.isFinite(Number(plain));
}

/** A number with decimals within a range. */
function isDegree(least: number, most: number) {
	return (text: string): boolean => {
		const value = Number(text.normalize("NFKC"));
		return /\.\d{2,}/.test(text) && value > least && value < most;
	};
}

/** A name of something is not the same in every row. */
function isVaried(values: readonly string[]): boolean {
	return values.length === 1 || new Set(values).size > 1;
}
