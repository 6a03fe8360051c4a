// A plan in ten figures, to be kept beside it and compared with those of other plans. Pure.
import type { Mode } from "../../../planning/coverage/analysis.ts";
import type {
	Criterion,
	CriterionCode,
	Measurement,
	Shift,
	UnitMeasure,
} from "../../../planning/plan/measure/Measurement.ts";
import type { PlanFocus, PlanView } from "./planMessages.ts";

/** Of the focus. Coverage is of everybody who was counted, so that plans have the same denominator. */
export interface PlanSummaryFigures {
	readonly movedResidents: number;
	readonly movedCells: number;
	/** 开放 and 属地, after; null without data. */
	readonly coveragePct: number | null;
	readonly ownCoveragePct: number | null;
	/** People who come within the limit in the mode of the focus, and who go beyond it. */
	readonly gained: number;
	readonly lost: number;
	/** Polsby–Popper of the least compact unit touched; null where none is. */
	readonly minCompactness: number | null;
	/** People of the largest unit touched whose people are all known. */
	readonly largestResidents: number | null;
	/** Criteria of the units touched; what cannot be judged is in neither. */
	readonly criteriaMet: number;
	readonly criteriaJudged: number;
}

export function summaryFigures(view: PlanView, focus: PlanFocus): PlanSummaryFigures {
	const { measurement, moved } = view;
	const known = new Set(view.known);
	const mode = countedMode(measurement, focus);
	const coverage = measurement.total.after.coverage[focus.category];
	const units = Object.values(measurement.after).filter(({ kind }) => kind === focus.layer);
	const judged = units
		.flatMap((unit) => judgedCriteria(unit, known.has(unit.code)))
		.filter(({ isMet }) => isMet !== null);
	const compactness = units.flatMap((unit) => unit.compactness?.polsbyPopper ?? []);
	const sizes = units.flatMap(({ code, residents }) => (known.has(code) ? residents : []));
	return {
		movedResidents: moved.residents,
		movedCells: moved.cells,
		coveragePct: coverage?.any.pct ?? null,
		ownCoveragePct: coverage?.own?.pct ?? null,
		gained: peopleOf(measurement.gain, focus.category, mode),
		lost: peopleOf(measurement.lose, focus.category, mode),
		minCompactness: compactness.length === 0 ? null : Math.min(...compactness),
		largestResidents: sizes.length === 0 ? null : Math.max(...sizes),
		criteriaMet: judged.filter(({ isMet }) => isMet).length,
		criteriaJudged: judged.length,
	};
}

/** 属地 only where the category has it. */
export function countedMode({ total }: Measurement, { category, mode }: PlanFocus): Mode {
	return hasOwnMode(total, category) ? mode : "any";
}

export function hasOwnMode({ before, after }: Measurement["total"], category: string): boolean {
	return [before, after].some(({ coverage }) => (coverage[category]?.own ?? null) !== null);
}

/** People of one category and mode in a list of shifts. */
export function peopleOf(shifts: readonly Shift[], category: string, mode: Mode): number {
	return shifts.find((shift) => shift.category === category && shift.mode === mode)?.residents ?? 0;
}

/** Criteria that are judged on people or households, so not where people are missing from the count. */
const OF_PEOPLE: ReadonlySet<CriterionCode> = new Set([
	"committee-too-large",
	"unit-too-large",
	"floor-area-short",
	"bmu-size",
	"circle-size",
]);

/** The unit's criteria; of people who are not all known nothing is judged. */
export function judgedCriteria({ criteria }: UnitMeasure, isKnown: boolean): readonly Criterion[] {
	if (isKnown) return criteria;
	return criteria.map((one) =>
		OF_PEOPLE.has(one.code) ? { ...one, isMet: null, value: null } : one,
	);
}

/** May a finding of this code be told of a unit of which people are missing? */
export function needsAllPeople(flag: string): boolean {
	return flag === "boundary-gap" || OF_PEOPLE.has(flag as CriterionCode);
}
