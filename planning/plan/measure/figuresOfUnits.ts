// Figures of units in a situation: before and after a plan is this one function called twice.
import { UNIT_KINDS, type UnitKind } from "../../city/records.ts";
import { pctOf } from "../../coverage/coverageRows.ts";
import type { Premises } from "../../coverage/premises.ts";
import { floorAreas } from "../../coverage/unitStatistics.ts";
import type { Count } from "./Count.ts";
import type { CategoryCoverage } from "./CoverageBook.ts";
import type { CellPeople } from "./cellPeople.ts";
import { criteriaOf, missingOf } from "./criteria.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import type {
	CategoryFigure,
	CityMeasure,
	PeopleFigures,
	TerritoryFigures,
	UnitMeasure,
} from "./Measurement.ts";
import type { Situation } from "./Situation.ts";
import type { UnitTally } from "./UnitTally.ts";
import { twiceCellAreas, unitGround } from "./unitGround.ts";

/** A situation with what is counted in it. */
export interface View {
	readonly base: MeasureBase;
	readonly situation: Situation;
	readonly people: CellPeople;
	/** None: figures without coverage. */
	readonly categories: readonly CategoryCoverage[];
	/** What of facilities counts for each unit: of this situation, or of another one to go on from. */
	readonly tally: UnitTally;
	/** People of a unit as the snapshot has it, by number: what its declared figures are about. */
	readonly declaredOf: (unit: number) => Pick<PeopleFigures, "residents" | "households">;
}

/** Figures of units by number; those that are not there have none. One pass over the cells. */
export function figuresOfUnits(
	view: View,
	numbers: Iterable<number>,
): ReadonlyMap<number, UnitMeasure> {
	const { units } = view.situation;
	const slots = new Int32Array(units.length).fill(-1);
	const asked: number[] = [];
	for (const number of numbers)
		if (units[number] !== null && units[number] !== undefined && slots[number] < 0)
			slots[number] = asked.push(number) - 1;
	const kinds = UNIT_KINDS.filter((kind) => asked.some((number) => units[number]?.kind === kind));
	const cells = cellsOfSlots(view.situation, { slots, kinds, count: asked.length });
	view.tally.follow(view.situation);
	const premises = view.tally.premises(asked);
	return new Map(
		asked.map((number, slot) => [
			number,
			unitMeasure(view, number, {
				cells: cells[slot],
				facilities: view.tally.facilities(number),
				premises: premises(number),
			}),
		]),
	);
}

const totals = new WeakMap<CellPeople, PeopleFigures>();

/** Of the whole city. */
export function cityMeasure({ people, categories }: View): CityMeasure {
	const figures = totals.get(people) ?? peopleIn(people, [...people.residents.keys()]);
	totals.set(people, figures);
	return { ...figures, coverage: coverageIn(categories, null, figures.residents) };
}

interface Slots {
	/** Slot of each unit that is asked for; -1 for others. */
	readonly slots: Int32Array;
	readonly kinds: readonly UnitKind[];
	readonly count: number;
}

function cellsOfSlots({ unitOfCell }: Situation, { slots, kinds, count }: Slots): number[][] {
	const cells = Array.from({ length: count }, (): number[] => []);
	for (const kind of kinds) {
		const units = unitOfCell[kind];
		for (let cell = 0; cell < units.length; cell++)
			if (units[cell] >= 0 && slots[units[cell]] >= 0) cells[slots[units[cell]]].push(cell);
	}
	return cells;
}

interface Counted {
	readonly cells: readonly number[];
	readonly facilities: Readonly<Record<string, number>>;
	readonly premises: readonly Premises[];
}

function unitMeasure(view: View, number: number, counted: Counted): UnitMeasure {
	const { situation, people } = view;
	const unit = situation.units[number];
	if (unit === null) throw new Error(`There is no unit ${number}.`);
	const { cells, facilities, premises } = counted;
	const { kind } = unit;
	const figures = peopleIn(people, cells);
	const was = view.declaredOf(number);
	const judgedResidents = judged(unit.declaredResidents, figures.residents, was.residents);
	const judgedHouseholds = judged(unit.declaredHouseholds, figures.households, was.households);
	const floor = floorAreas(premises, judgedHouseholds, situation.facilities.premises().length > 0);
	const measured = {
		kind,
		code: unit.code,
		name: unit.name,
		...figures,
		...groundIn(view, kind, cells),
		judgedResidents,
		judgedHouseholds,
		facilities,
		floorAreaM2: floor.premisesAreaM2,
		floorAreaPer100HouseholdsM2: floor.floorAreaPer100HouseholdsM2,
	};
	const missing = missingOf(unit, facilities, situation.facilities);
	return {
		...measured,
		missing,
		criteria: criteriaOf(measured, { premises, missing }),
		coverage: coverageIn(view.categories, cells, figures.residents),
	};
}

/** Declared figures go up and down with the people of residences that come and go. */
function judged(declared: number | null, sum: number, before: number): number {
	return declared === null ? sum : Math.max(0, declared + sum - before);
}

function groundIn(
	{ base, situation }: View,
	kind: UnitKind,
	cells: readonly number[],
): TerritoryFigures {
	const { tiling, unitOfCell } = situation;
	const isLeftOut = cells[cells.length - 1] >= tiling.cellCode.length; // cells ascend
	const tiled = isLeftOut ? cells.filter((cell) => cell < tiling.cellCode.length) : cells;
	const ground = unitGround(tiling, unitOfCell[kind], tiled, base.exceptionsOn(tiling).links);
	return { cells: cells.length, ...ground, builtUpPct: builtUpPct(base, situation, tiled) };
}

/** Of the plane area. Of a cut cell, each part has built-up land by its share of the cell's area (估算). */
function builtUpPct(
	{ builtUpM2, plan }: MeasureBase,
	{ state, tiling }: Situation,
	cells: readonly number[],
): number | null {
	if (builtUpM2 === null || cells.length === 0) return null;
	const areas = twiceCellAreas(tiling);
	const whole = twiceCellAreas(plan.tiling);
	let [builtM2, twiceCm2] = [0, 0];
	for (const cell of cells) {
		const old = state.baseCell[cell];
		builtM2 += (builtUpM2[old] * areas[cell]) / whole[old];
		twiceCm2 += areas[cell];
	}
	return Math.round((builtM2 / twiceCm2) * 200_000_000) / 100;
}

function peopleIn(people: CellPeople, cells: readonly number[]): PeopleFigures {
	return {
		residents: sumOver(people.residents, cells),
		households: sumOver(people.households, cells),
		elders: sumOver(people.elders, cells),
		children: sumOver(people.children, cells),
		notAttached: sumOver(people.notAttached, cells),
	};
}

/** Of some cells, or (null) of everybody. */
function coverageIn(
	categories: readonly CategoryCoverage[],
	cells: readonly number[] | null,
	residents: number,
): Record<string, CategoryFigure> {
	const coverage: Record<string, CategoryFigure> = {};
	for (const { code, any, own, gap } of categories)
		coverage[code] = {
			any: shareOf(any.within, cells, residents),
			own: own === null ? null : shareOf(own.within, cells, residents),
			boundaryGap: gap === null ? null : countedIn(gap, cells),
		};
	return coverage;
}

function shareOf(count: Count, cells: readonly number[] | null, residents: number) {
	const covered = countedIn(count, cells);
	return { covered, pct: pctOf(covered, residents) };
}

function countedIn({ total, byCell }: Count, cells: readonly number[] | null): number {
	return cells === null ? total : sumOver(byCell, cells);
}

function sumOver(byCell: Float64Array, cells: readonly number[]): number {
	let sum = 0;
	for (let i = 0; i < cells.length; i++) sum += byCell[cells[i]];
	return sum;
}
