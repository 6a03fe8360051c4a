// The figures behind a finding as lines of words: the unit is in the figure's name, so the name decides it.
import type { FlagBody } from "../../../planning/wire/api.ts";
import { formatCount } from "../../data/formats.ts";

export interface FigureLine {
	readonly label: string;
	readonly value: string;
	/** A share of the line above. */
	readonly isPart: boolean;
}
interface Words {
	label(key: string): string;
	/** The name of a unit code, or of a known value. */
	words(value: string): string;
}
const MAX_PARTS = 12;
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
	[/M2$/, " m²"],
	[/Km2$/, " km²"],
	[/Minutes$/, " min"],
	[/Pct$/, "%"],
	[/M$/, " m"],
];

/** One line, or a line per entry of a record (at most twelve, the largest first). */
export function figureWords(
	key: string,
	value: FlagBody["figures"][string],
	{ label, words }: Words,
): FigureLine[] {
	if (value === null) return [{ label: label(key), value: "—", isPart: false }];
	if (typeof value === "string")
		return value === "" ? [] : [{ label: label(key), value: words(value), isPart: false }];
	if (typeof value === "number")
		return [{ label: label(key), value: numberWords(key, value), isPart: false }];
	const parts = Object.entries(value).sort(([, a], [, b]) => b - a);
	return [
		{
			label: label(key),
			value: parts.length > MAX_PARTS ? `${MAX_PARTS} / ${parts.length}` : "",
			isPart: false,
		},
		...parts.slice(0, MAX_PARTS).map(([code, count]) => ({
			label: words(code),
			value: formatCount(count),
			isPart: true,
		})),
	];
}

function numberWords(key: string, value: number): string {
	const suffix = SUFFIXES.find(([pattern]) => pattern.test(key))?.[1] ?? "";
	const digits = Number.isInteger(value) ? formatCount(value) : String(value);
	return digits + suffix;
}
