// A city opened for measuring, and states of plans made by hand: cells given to units, whatever a planner might think.
import { expect } from "vitest";
import { UNIT_KINDS, type UnitKind } from "../../../../planning/city/records.ts";
import { analyse, choiceOf } from "../../../../planning/coverage/analyse.ts";
import type { Analysis, City, NearestTimes } from "../../../../planning/coverage/analysis.ts";
import { survey } from "../../../../planning/coverage/surveyed.ts";
import { buildTiling } from "../../../../planning/partition/buildTiling.ts";
import { changedCity } from "../../../../planning/plan/measure/changedCity.ts";
import type { Measurer } from "../../../../planning/plan/measure/createMeasurer.ts";
import {
	type MeasureBase,
	openMeasureBase,
} from "../../../../planning/plan/measure/MeasureBase.ts";
import type { UnitMeasure } from "../../../../planning/plan/measure/Measurement.ts";
import { planBaseOf } from "../../../../planning/plan/PlanBase.ts";
import { type PlanState, startState } from "../../../../planning/plan/PlanState.ts";

export interface PlanScene {
	readonly base: MeasureBase;
	readonly start: PlanState;
	readonly analysis: Analysis;
}

export function planScene(city: City): PlanScene {
	const tiling = city.tiling ?? buildTiling(city.cells).tiling;
	const tiled = { ...city, tiling };
	const plan = planBaseOf({ ...tiled, snapshot: "0" });
	const analysis = analyse(tiled);
	const base = openMeasureBase(survey(tiled, choiceOf({})), analysis.times, plan);
	return { base, start: startState(plan), analysis };
}

/** Cells (by code) given to a unit of a layer (null: to none), and nothing else. */
export function given(
	state: PlanState,
	kind: UnitKind,
	cells: readonly string[],
	to: string | null,
): PlanState {
	const layer = state.layers[kind];
	const unitOfCell = layer.unitOfCell.slice();
	for (const code of cells)
		unitOfCell[state.tiling.cellCode.indexOf(code)] = to === null ? -1 : layer.unitCode.indexOf(to);
	return { ...state, layers: { ...state.layers, [kind]: { ...layer, unitOfCell } } };
}

/** Committees under another street-level unit, with their cells. */
export function reassigned(state: PlanState, committees: readonly string[], to: string): PlanState {
	const { committee } = state.layers;
	const cells = state.tiling.cellCode.filter((_, cell) =>
		committees.includes(committee.unitCode[committee.unitOfCell[cell]] ?? ""),
	);
	const moved = given(state, "street", cells, to);
	const units = committee.units.map((unit) =>
		committees.includes(unit.code) ? { ...unit, parentCode: to } : unit,
	);
	return { ...moved, layers: { ...moved.layers, committee: { ...committee, units } } };
}

/** Times as a measurer has them, facilities by their place in the changed city's list. */
export function timesOf({ categories, situation }: Measurer): NearestTimes[] {
	const { place } = situation.facilities;
	return categories.flatMap(({ any, own }) =>
		[any, own].flatMap((walked) =>
			walked === null
				? []
				: {
						...walked.times,
						within: walked.within.mark,
						facility: walked.times.facility.map((number) => (number < 0 ? -1 : place[number])),
					},
		),
	);
}

/** Every time, every unit's coverage and people as a full analysis of the changed city has them. */
export function expectAsAnalysed(
	{ base }: PlanScene,
	measurer: Measurer,
	state: PlanState,
): Analysis {
	const { after, total } = measurer.measure(state);
	const figures = Object.fromEntries(
		UNIT_KINDS.flatMap((kind) => measurer.figuresOf(state, kind)).map((unit) => [unit.code, unit]),
	);
	const full = analyse(changedCity(base, state, figures));
	expectSameTimes(timesOf(measurer), full.times);
	for (const row of full.coverage) {
		const unit = row.unitKind === "all" ? total.after : after[row.unitCode];
		const figure = row.limitUnit === "presence" ? undefined : unit?.coverage[row.category];
		if (unit === undefined || figure === undefined) continue;
		const { covered, pct } = figure[row.mode] ?? {};
		const got = { covered, pct, total: unit.residents, notAttached: unit.notAttached };
		expect(got, `${row.unitCode} ${row.category} ${row.mode}`).toEqual({
			covered: row.covered,
			pct: row.pct,
			total: row.total,
			notAttached: row.notAttached,
		});
	}
	for (const [code, { boundaryGap }] of Object.entries(total.after.coverage))
		expect(boundaryGap ?? 0, code).toBe(
			sum(
				full.flags
					.filter(({ flag, category }) => flag === "boundary-gap" && category === code)
					.map(({ residents }) => residents),
			),
		);
	expectCriteriaAsFlagged(Object.values(figures), full);
	return full;
}

/** A criterion is missed where, and only where, a flag says so. */
function expectCriteriaAsFlagged(units: readonly UnitMeasure[], { flags }: Analysis): void {
	for (const code of ["committee-too-large", "unit-too-large", "floor-area-short"]) {
		const missed = units.filter(({ criteria }) =>
			criteria.some((criterion) => criterion.code === code && criterion.isMet === false),
		);
		const flagged = flags.filter(({ flag }) => flag === code).flatMap(({ unitCodes }) => unitCodes);
		expect(missed.map((unit) => unit.code).sort(), code).toEqual(flagged.sort());
	}
	const missing = units.flatMap((unit) =>
		unit.missing.map((category) => `${unit.code} ${category}`),
	);
	const apart = units.filter(({ parts }) => parts > 1).map(({ code }) => code);
	const flagged = (name: string) => flags.filter(({ flag }) => flag === name);
	expect(missing.sort()).toEqual(
		flagged("missing-mandatory")
			.map(({ unitCodes, category }) => `${unitCodes[0]} ${category}`)
			.sort(),
	);
	expect(apart.sort()).toEqual(
		[...new Set(flagged("detached-part").map(({ unitCodes }) => unitCodes[0]))].sort(),
	);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, one) => all + one, 0);
}

function expectSameTimes(got: readonly NearestTimes[], wanted: readonly NearestTimes[]): void {
	expect(got.map(({ category, mode }) => `${category} ${mode}`)).toEqual(
		wanted.map(({ category, mode }) => `${category} ${mode}`),
	);
	for (const [i, walks] of got.entries())
		for (const column of ["costDm", "facility", "within", "reason"] as const) {
			const differing = [...walks[column].keys()].filter(
				(home) => walks[column][home] !== wanted[i][column][home],
			);
			expect(differing, `${walks.category} ${walks.mode} ${column}`).toEqual([]);
		}
}
