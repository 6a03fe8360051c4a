// What a plan does to people, in figures: plain values and typed arrays, to be sent between threads as they are.

import type { UnitKind } from "../../city/records.ts";
import type { Mode } from "../../coverage/analysis.ts";

/** People within the category's limit, a part of the unit's residents. */
export interface CoverageFigure {
	readonly covered: number;
	/** Per cent of residents, two decimals; null of nobody (无数据). */
	readonly pct: number | null;
}

export interface CategoryFigure {
	/** 开放: the nearest of any unit. */
	readonly any: CoverageFigure;
	/** 属地: of one's own units; null where the category has no own mode. */
	readonly own: CoverageFigure | null;
	/** People with a neighbour's within the limit and their own beyond (boundary-gap); null without own mode. */
	readonly boundaryGap: number | null;
}

/** People, 常住 and 户; what a residence does not state adds nothing. */
export interface PeopleFigures {
	readonly residents: number;
	readonly households: number;
	/** 60 and older. */
	readonly elders: number;
	readonly children: number;
	/** Residents without a street in reach; they stay in every denominator. */
	readonly notAttached: number;
}

export interface TerritoryFigures {
	/** Cells that belong to it. */
	readonly cells: number;
	/** In the plane of the tiling: exact, a multiple of ½ cm². */
	readonly planeAreaCm2: number;
	/** The same in m². */
	readonly areaM2: number;
	/** All of the border, holes included. */
	readonly perimeterM: number;
	/** Parts that hang together over shared border or declared links; a point does not count. */
	readonly parts: number;
	/** As `Compactness`, 0 … 1; null without territory. */
	readonly compactness: {
		readonly polsbyPopper: number;
		readonly reock: number;
		readonly hullShare: number;
	} | null;
	/** Share of built-up land in per cent; null without a land layer (无数据). */
	readonly builtUpPct: number | null;
}

/** A criterion of the standard. `isMet` is null where it cannot be judged (无法计算). */
export interface Criterion {
	readonly code: CriterionCode;
	readonly isMet: boolean | null;
	/** What is judged, and the threshold it is held against, in the criterion's own unit. */
	readonly value: number | null;
	/** Of a range the end that the value is beyond, or the lower one. */
	readonly threshold: number;
}

/** Codes of the flags that say they are missed; `no-large-premises`, `bmu-size` and `circle-size` have none. */
export type CriterionCode =
	| "committee-too-large"
	| "unit-too-large"
	| "floor-area-short"
	| "no-large-premises"
	| "missing-mandatory"
	| "detached-part"
	| "bmu-size"
	| "circle-size";

export interface UnitMeasure extends PeopleFigures, TerritoryFigures {
	readonly kind: UnitKind;
	readonly code: string;
	readonly name: string;
	/** What criteria are judged on: declared where committed, less and more by who moved, else the sum of residences. */
	readonly judgedResidents: number;
	readonly judgedHouseholds: number;
	/** Facilities that count for the unit, by category; none is absent. */
	readonly facilities: Readonly<Record<string, number>>;
	/** Community service premises, m² as far as stated, and per 100 judged households; null as in `UnitStatistics`. */
	readonly floorAreaM2: number;
	readonly floorAreaPer100HouseholdsM2: number | null;
	/** Criteria that units of the kind are held to. */
	readonly criteria: readonly Criterion[];
	/** Categories that every unit of the kind must have and this one lacks. */
	readonly missing: readonly string[];
	/** By category, timed ones only. */
	readonly coverage: Readonly<Record<string, CategoryFigure>>;
}

/** Of the whole city, residences outside every unit included. */
export interface CityMeasure extends PeopleFigures {
	readonly coverage: Readonly<Record<string, CategoryFigure>>;
}

/** Residences that came within a category's limit, or went beyond it. */
export interface Shift {
	readonly category: string;
	readonly mode: Mode;
	/** People in all. */
	readonly residents: number;
	/** Indices into the city's residences, ascending. */
	readonly residence: Uint32Array;
	/** Walks in decimetres of level walking; 2³² − 1 beyond the horizon or where there is none. */
	readonly beforeDm: Uint32Array;
	readonly afterDm: Uint32Array;
	/** Seconds by which each became nearer (negative: farther), one decimal; NaN where either is unknown. */
	readonly nearerS: Float64Array;
}

/** A finding about a unit that a plan ends or begins, by its flag's code, with its category where it has one. */
export interface FlagChange {
	readonly unit: string;
	readonly flag: string;
	readonly category: string | null;
}

export interface Measurement {
	/** Touched units by code, as the snapshot has them; a new one is absent. */
	readonly before: Readonly<Record<string, UnitMeasure>>;
	/** … and as the plan has them; a dissolved one is absent. */
	readonly after: Readonly<Record<string, UnitMeasure>>;
	readonly total: { readonly before: CityMeasure; readonly after: CityMeasure };
	/** By category and mode; what nobody gains or loses is absent. */
	readonly gain: readonly Shift[];
	readonly lose: readonly Shift[];
	readonly solved: readonly FlagChange[];
	readonly caused: readonly FlagChange[];
}
