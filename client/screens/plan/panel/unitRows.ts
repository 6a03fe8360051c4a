// Before, after and difference of a unit, a row per figure. Pure.
import type {
	CategoryFigure,
	CityMeasure,
	UnitMeasure,
} from "../../../../planning/plan/measure/Measurement.ts";
import { rounded } from "./changeFormats.ts";

export type RowKey =
	| "residents"
	| "households"
	| "elders"
	| "areaKm2"
	| "builtUpPct"
	| "facilities"
	| "floorArea"
	| "compactness"
	| "any"
	| "own";

export interface FigureRow {
	readonly key: RowKey;
	readonly decimals: number;
	/** As shown, so that before and difference add up to after; null is no data, or no unit. */
	readonly before: number | null;
	readonly after: number | null;
	readonly change: number | null;
	/** Only of coverage: what people get or lose. */
	readonly tone: "gain" | "loss" | null;
}

interface RowMaker {
	readonly key: RowKey;
	readonly decimals: number;
	/** Needs all the people of the unit. */
	readonly ofPeople: boolean;
	/** Left out where neither side has it. */
	readonly isOptional?: boolean;
	readonly of: (unit: UnitMeasure, category: string) => number | null;
}

const MAKERS: readonly RowMaker[] = [
	{ key: "residents", decimals: 0, ofPeople: true, of: ({ residents }) => residents },
	{ key: "households", decimals: 0, ofPeople: true, of: ({ households }) => households },
	{ key: "elders", decimals: 0, ofPeople: true, of: ({ elders }) => elders },
	{ key: "areaKm2", decimals: 2, ofPeople: false, of: ({ areaM2 }) => areaM2 / 1e6 },
	{
		...{ key: "builtUpPct", decimals: 1, ofPeople: false, isOptional: true },
		of: ({ builtUpPct }) => builtUpPct,
	},
	{ key: "facilities", decimals: 0, ofPeople: false, of: facilityCount },
	{
		...{ key: "floorArea", decimals: 1, ofPeople: true },
		of: ({ floorAreaPer100HouseholdsM2 }) => floorAreaPer100HouseholdsM2,
	},
	{
		...{ key: "compactness", decimals: 2, ofPeople: false },
		of: ({ compactness }) => compactness?.polsbyPopper ?? null,
	},
	{
		...{ key: "any", decimals: 1, ofPeople: true },
		of: ({ coverage }, category) => coverage[category]?.any.pct ?? null,
	},
	{
		...{ key: "own", decimals: 1, ofPeople: true, isOptional: true },
		of: ({ coverage }, category) => coverage[category]?.own?.pct ?? null,
	},
];

export interface Sides {
	/** Null for a new unit. */
	readonly before: UnitMeasure | null;
	/** Null for a dissolved one. */
	readonly after: UnitMeasure | null;
	/** All its people are in the count. */
	readonly isKnown: boolean;
}

export function figureRows({ before, after, isKnown }: Sides, category: string): FigureRow[] {
	const value = ({ ofPeople, of }: RowMaker, unit: UnitMeasure | null) =>
		unit === null || (ofPeople && !isKnown) ? null : of(unit, category);
	return MAKERS.filter(
		({ isOptional, of }) =>
			isOptional !== true ||
			[before, after].some((unit) => unit !== null && of(unit, category) !== null),
	).map((maker) => rowOf(maker, value(maker, before), value(maker, after)));
}

/** Of everybody who is counted: 开放, and 属地 where the category has it. */
export function totalRows(
	{ before, after }: { readonly before: CityMeasure; readonly after: CityMeasure },
	category: string,
): FigureRow[] {
	const [was, is] = [before.coverage[category], after.coverage[category]];
	const row = (key: "any" | "own", of: (figure: CategoryFigure | undefined) => number | null) =>
		rowOf({ key, decimals: 1 }, of(was), of(is));
	const any = row("any", (figure) => figure?.any.pct ?? null);
	const hasOwn = [was, is].some((figure) => (figure?.own ?? null) !== null);
	return hasOwn ? [any, row("own", (figure) => figure?.own?.pct ?? null)] : [any];
}

function rowOf(
	{ key, decimals }: Pick<FigureRow, "key" | "decimals">,
	was: number | null,
	is: number | null,
): FigureRow {
	const before = was === null ? null : rounded(was, decimals);
	const after = is === null ? null : rounded(is, decimals);
	const change = before === null || after === null ? null : rounded(after - before, decimals);
	return { key, decimals, before, after, change, tone: toneOf(key, change) };
}

function toneOf(key: RowKey, change: number | null): FigureRow["tone"] {
	if (change === null || change === 0 || (key !== "any" && key !== "own")) return null;
	return change > 0 ? "gain" : "loss";
}

function facilityCount({ facilities }: UnitMeasure): number {
	return Object.values(facilities).reduce((sum, count) => sum + count, 0);
}
