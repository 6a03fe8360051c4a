// The figures behind a finding as lines of words: the unit is in the figure's name, so the name decides it.
import type { FlagBody } from "../../../planning/wire/api.ts";
import { formatCount } from "../../data/formats.ts";

export interface FigureLine {
	readonly id: string;
	readonly label: string;
	readonly value: string;
	/** A share of the line above. */
	readonly isPart: boolean;
}
export type FigureUnit = "m2" | "km2" | "minutes" | "metres";
export interface FigureVocabulary {
	/** Keys in the order to show; others follow. */
	readonly order: readonly string[];
	label(key: string): string;
	/** The name of a unit code, or of a known value. */
	value(value: string): string;
	unit(unit: FigureUnit): string;
}
const MAX_PARTS = 12;
const UNIT_OF_NAME: readonly (readonly [RegExp, FigureUnit])[] = [
	[/Km2$/, "km2"],
	[/M2$/, "m2"],
	[/Minutes$/, "minutes"],
	[/M$/, "metres"],
];

/** A line per figure that has a value; a record adds a line per entry, at most twelve, the largest first. */
export function figureLines(figures: FlagBody["figures"], words: FigureVocabulary): FigureLine[] {
	const rank = (key: string) =>
		(words.order.indexOf(key) + words.order.length) % words.order.length;
	return Object.entries(figures)
		.sort(([a], [b]) => rank(a) - rank(b))
		.flatMap(([key, value]) => {
			const label = words.label(key);
			if (value === null || value === "") return [];
			if (typeof value === "string")
				return { id: key, label, value: words.value(value), isPart: false };
			if (typeof value === "number")
				return { id: key, label, value: numberWords(key, value, words), isPart: false };
			return partLines(key, value, words);
		});
}

function partLines(
	key: string,
	counts: Readonly<Record<string, number>>,
	words: FigureVocabulary,
): FigureLine[] {
	const parts = Object.entries(counts).sort(([, a], [, b]) => b - a);
	const isCut = parts.length > MAX_PARTS;
	return [
		{
			id: key,
			label: words.label(key),
			value: isCut ? `${MAX_PARTS} / ${parts.length}` : "",
			isPart: false,
		},
		...parts.slice(0, MAX_PARTS).map(([code, count]) => ({
			id: `${key} ${code}`,
			label: words.value(code),
			value: formatCount(count),
			isPart: true,
		})),
	];
}

function numberWords(key: string, value: number, words: FigureVocabulary): string {
	const unit = UNIT_OF_NAME.find(([pattern]) => pattern.test(key))?.[1];
	const digits = Number.isInteger(value) ? formatCount(value) : String(value);
	return unit === undefined ? digits : `${digits} ${words.unit(unit)}`;
}
