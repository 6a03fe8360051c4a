// Criteria of the standard for one unit, met or missed: the thresholds that flags are made by.
import { mandatoryKind, suitsStreetKind } from "../../coverage/mandatory.ts";
import type { Premises } from "../../coverage/premises.ts";
import { CATEGORIES } from "../../standards/catalogue.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";
import { byKind } from "./byKind.ts";
import type { OpenFacilities } from "./FacilityBook.ts";
import type { Criterion, CriterionCode, UnitMeasure } from "./Measurement.ts";
import type { MeasuredUnit } from "./UnitBook.ts";

/** What criteria are judged on. */
type Judged = Omit<UnitMeasure, "criteria" | "coverage" | "missing">;

interface Standing {
	readonly premises: readonly Premises[];
	readonly missing: readonly string[];
}

/** The criteria that units of this kind are held to, in the order of the table. */
export function criteriaOf(unit: Judged, standing: Standing): Criterion[] {
	return ROWS[unit.kind].map(({ code, judge }) => {
		const { isMet, value, threshold } = judge(unit, standing);
		return { code, isMet, value, threshold };
	});
}

/** Categories that every unit of the kind must have and this one lacks; none of those that the whole city lacks. */
export function missingOf(
	unit: MeasuredUnit,
	counts: Readonly<Record<string, number>>,
	{ categories }: OpenFacilities,
): string[] {
	return MANDATORY[unit.kind].flatMap((category) =>
		counts[category.code] === undefined &&
		suitsStreetKind(category, unit) &&
		categories.includes(category.code)
			? [category.code]
			: [],
	);
}

const MANDATORY = byKind((kind) =>
	CATEGORIES.filter((category) => mandatoryKind(category) === kind),
);

interface Row {
	readonly code: CriterionCode;
	readonly kinds: readonly MeasuredUnit["kind"][];
	readonly judge: (unit: Judged, standing: Standing) => Omit<Criterion, "code">;
}

const TABLE: readonly Row[] = [
	{
		code: "committee-too-large",
		kinds: ["committee"],
		judge: ({ judgedHouseholds }) => atMost(judgedHouseholds, THRESHOLDS.committeeMaxHouseholds),
	},
	{
		code: "unit-too-large",
		kinds: ["street"],
		judge: ({ judgedResidents }) => atMost(judgedResidents, THRESHOLDS.unitMaxResidents),
	},
	{
		code: "floor-area-short",
		kinds: ["committee", "circle", "street"],
		judge: ({ floorAreaPer100HouseholdsM2 }) =>
			atLeast(floorAreaPer100HouseholdsM2, THRESHOLDS.floorAreaPer100HouseholdsM2),
	},
	{
		// a unit conforms with one building of 300 m²: the largest of those that are tested
		code: "no-large-premises",
		kinds: ["committee", "circle", "street"],
		judge: (_, { premises }) => atLeast(largestTestedM2(premises), THRESHOLDS.facilityMinM2),
	},
	{
		code: "missing-mandatory",
		kinds: ["committee", "street"],
		judge: (_, { missing }) => atMost(missing.length, { value: 0 }),
	},
	{
		code: "detached-part",
		kinds: ["district", "street", "committee", "bmu", "circle"],
		judge: ({ parts, cells }) => (cells === 0 ? UNKNOWN_PARTS : atMost(parts, { value: 1 })),
	},
	{
		// uncertain, as its thresholds say
		code: "bmu-size",
		kinds: ["bmu"],
		judge: ({ judgedResidents, areaM2 }) => {
			const { bmuMinAreaKm2, bmuMinResidents } = THRESHOLDS;
			const people = atLeast(judgedResidents, bmuMinResidents);
			return { ...people, isMet: people.isMet === true && areaM2 / 1e6 >= bmuMinAreaKm2.value };
		},
	},
	{
		code: "circle-size",
		kinds: ["circle"],
		judge: ({ judgedResidents }) => {
			const atMostMany = atMost(judgedResidents, THRESHOLDS.circleMaxResidents);
			return atMostMany.isMet
				? atLeast(judgedResidents, THRESHOLDS.circleMinResidents)
				: atMostMany;
		},
	},
];

const ROWS = byKind((kind) => TABLE.filter(({ kinds }) => kinds.includes(kind)));

const UNKNOWN_PARTS = { isMet: null, value: null, threshold: 1 };

function atMost(value: number, { value: threshold }: { readonly value: number }) {
	return { isMet: value <= threshold, value, threshold };
}

function atLeast(value: number | null, { value: threshold }: { readonly value: number }) {
	return { isMet: value === null ? null : value >= threshold, value, threshold };
}

/** null where none is tested, or an unstated area could be large enough. */
function largestTestedM2(premises: readonly Premises[]): number | null {
	const tested = premises.filter(({ isSizeTested }) => isSizeTested);
	const largest = tested.reduce((most, { areaM2 }) => Math.max(most, areaM2 ?? 0), 0);
	const isUnsure = tested.some(({ areaM2 }) => areaM2 === null);
	const isSmall = largest < THRESHOLDS.facilityMinM2.value;
	return tested.length === 0 || (isUnsure && isSmall) ? null : largest;
}
