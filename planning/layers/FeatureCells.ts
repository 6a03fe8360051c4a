// One feature being checked: reads its cells as text, counts, areas and codes, and notes every trouble with its place.
import type { LonLat } from "../geo/LonLat.ts";
import type { ColumnPicker } from "./ColumnPicker.ts";
import type { Field } from "./fields.ts";
import type { Issue, IssueSeverity } from "./Issue.ts";
import type { IssueList } from "./IssueList.ts";
import { numberOf, type SourceFeature } from "./SourceFeature.ts";
import { twelveDigits } from "./unitCodes.ts";

/** What a column of whole numbers holds in the database. */
const LARGEST_COUNT = 2_147_483_647;

/** Chinese and English of a message, without the place, which is put in front. */
export interface Words {
	readonly zh: string;
	readonly en: string;
}

export class FeatureCells {
	readonly feature: SourceFeature;
	private readonly columns: ColumnPicker;
	private readonly issues: IssueList;
	/** From the file's coordinates to WGS84 degrees. */
	readonly toLonLat: (x: number, y: number) => LonLat;
	private lonLat: LonLat | null = null;
	private blocked = false;

	constructor(
		feature: SourceFeature,
		columns: ColumnPicker,
		issues: IssueList,
		toLonLat: (x: number, y: number) => LonLat = (lon, lat) => [lon, lat],
	) {
		this.feature = feature;
		this.columns = columns;
		this.issues = issues;
		this.toLonLat = toLonLat;
	}

	/** True once something blocking was found. */
	get isBlocked(): boolean {
		return this.blocked;
	}

	/** Further issues carry this position. */
	standAt(lonLat: LonLat): void {
		this.lonLat = lonLat;
	}

	/** `cell` is the cell that would have to change, when that is known. */
	note(severity: IssueSeverity, code: string, words: Words, cell?: Issue["cell"]): void {
		if (severity === "blocking") this.blocked = true;
		this.issues.addLazily(code, severity, () => {
			const { place } = this.feature;
			const n = numberOf(place);
			const at =
				this.lonLat === null ? place : { ...place, lon: this.lonLat[0], lat: this.lonLat[1] };
			const isRow = "row" in place;
			const message = {
				zh: `第 ${n} ${isRow ? "行" : "个要素"}：${words.zh}`,
				en: `${isRow ? "Row" : "Feature"} ${n}: ${words.en}`,
			};
			return { code, severity, at, message, ...(cell === undefined ? {} : { cell }) };
		});
	}

	/** Text of a field, trimmed; "" when empty or absent. */
	text(field: Field): string {
		const column = this.columnOf(field);
		return column === undefined ? "" : textOf(this.feature.properties[column]);
	}

	columnOf(field: Field): string | undefined {
		return this.columns.columnOf(this.feature.properties, field);
	}

	isNamed(field: Field): boolean {
		return this.columns.isNamed(field);
	}

	/** A number of people or places; null when empty. Negative is blocking; a fraction is rounded with a warning. */
	count(field: Field): number | null {
		const value = this.number(field);
		if (value !== null && value > LARGEST_COUNT) {
			this.note("blocking", "number.too-large", {
				zh: `${this.columnOf(field)} 是 ${value}，大得不可能。请改正。`,
				en: `${this.columnOf(field)} is ${value}, impossibly large. Correct it.`,
			});
			return null;
		}
		if (value === null || Number.isInteger(value)) return value;
		this.note("warning", "number.not-integer", {
			zh: `${this.columnOf(field)} 是 ${value}，不是整数。接受后按四舍五入取整。`,
			en: `${this.columnOf(field)} is ${value}, not a whole number. If accepted, it is rounded.`,
		});
		return Math.round(value);
	}

	/** A number ≥ 0; null when empty. */
	number(field: Field): number | null {
		const column = this.columnOf(field);
		if (column === undefined) return null;
		const text = textOf(this.feature.properties[column]).normalize("NFKC");
		if (text === "") {
			this.note("info", "number.empty", {
				zh: `${column} 为空，按缺失处理。`,
				en: `${column} is empty: missing.`,
			});
			return null;
		}
		const value = Number(text);
		if (!Number.isFinite(value)) {
			// A column that was only guessed must not stop the import.
			this.note(this.isNamed(field) ? "blocking" : "warning", "number.invalid", {
				zh: `${column} 是“${text}”，不是数字。请改正，或留空表示缺失。`,
				en: `${column} is "${text}", not a number. Correct it, or leave it empty if unknown.`,
			});
			return null;
		}
		if (value < 0) {
			this.note("blocking", "number.negative", {
				zh: `${column} 是 ${value}，不能为负。请改正，或留空表示缺失。`,
				en: `${column} is ${value}; it cannot be negative. Correct it, or leave it empty if unknown.`,
			});
			return null;
		}
		return value;
	}

	/** Code of another unit: 6, 9 or 12 digits padded to 12; other text as it is (circles, BMUs); null when empty. */
	unitCode(field: Field): string | null {
		const text = this.text(field);
		if (text === "") return null;
		if (!/^\d+$/.test(text)) return text;
		const code = twelveDigits(text);
		if (code !== null) return code;
		this.note("warning", "code.wrong-digits", {
			zh: `${this.columnOf(field)} 是“${text}”，有 ${text.length} 位；应为 6、9 或 12 位。接受后原样保留。`,
			en: `${this.columnOf(field)} is "${text}" with ${text.length} digits; 6, 9 or 12 expected. If accepted, it is kept as it is.`,
		});
		return text;
	}
}

/** A cell as text, trimmed; "" for null and undefined. NUL, which no database text can hold, is dropped. */
export function textOf(value: unknown): string {
	if (value === null || value === undefined) return "";
	const text = typeof value === "object" ? JSON.stringify(value) : String(value);
	return (text.includes("\u0000") ? text.replaceAll("\u0000", "") : text).trim();
}
