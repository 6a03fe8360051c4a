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
import { twiceCellAreas, unitGround } from "./unitGround.ts";

/** A situation with what is counted in it. */
export interface View {
	readonly base: MeasureBase;
	readonly situation: Situation;
	readonly people: CellPeople;
	/** None: figures without coverage. */
	readonly categories: readonly CategoryCoverage[];
	/** People of a unit as the snapshot has it, by number: what its declared figures are about. */
	readonly declaredOf: (unit: number) => Pick<PeopleFigures, "residents" | "households">;
}

/** Figures of units by number; those that are not there have none. One pass over cells, facilities and premises. */
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
	const facilities = facilitiesOfSlots(view.situation, { slots, kinds, count: asked.length });
	const premises = premisesOfSlots(view.situation, { slots, kinds, count: asked.length });
	return new Map(
		asked.map((number, slot) => [
			number,
			unitMeasure(view, number, {
				cells: cells[slot],
				facilities: facilities[slot],
				premises: premises[slot],
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

/** As `unitOfFacility`: who operates it or lies above its operator, else the unit it lies in. */
function facilitiesOfSlots(
	{ facilities: { open, codes }, operator, above, unitOfCell, facilityCell }: Situation,
	{ slots, kinds, count }: Slots,
): Record<string, number>[] {
	const counts = new Uint32Array(count * codes.names.length);
	const [isOver, isAround] = [
		new Uint8Array(slots.length),
		new Uint8Array(unitOfCell.street.length),
	];
	for (const kind of kinds) {
		mark(isOver, above[kind], slots);
		mark(isAround, unitOfCell[kind], slots);
	}
	for (let i = 0; i < open.length; i++) {
		const [by, cell] = [operator[open[i]], facilityCell[open[i]]];
		if ((by < 0 || isOver[by] === 0) && (cell < 0 || isAround[cell] === 0)) continue;
		for (const kind of kinds) {
			let unit = by < 0 ? -1 : above[kind][by];
			if (unit < 0) unit = cell < 0 ? -1 : unitOfCell[kind][cell];
			const slot = unit < 0 ? -1 : slots[unit];
			if (slot >= 0) counts[slot * codes.names.length + codes.of[i]]++;
		}
	}
	return Array.from({ length: count }, (_, slot) => {
		const found: Record<string, number> = {};
		codes.names.forEach((code, i) => {
			const some = counts[slot * codes.names.length + i];
			if (some > 0) found[code] = some;
		});
		return found;
	});
}

/** Mark the places whose unit is asked for. */
function mark(marks: Uint8Array, unitAt: Int32Array, slots: Int32Array): void {
	for (let i = 0; i < unitAt.length; i++) if (unitAt[i] >= 0 && slots[unitAt[i]] >= 0) marks[i] = 1;
}

/** Premises that the unit or one beneath it operates, each once. */
function premisesOfSlots(
	{ facilities, operator, above }: Situation,
	{ slots, kinds, count }: Slots,
): Premises[][] {
	const found = Array.from({ length: count }, (): Premises[] => []);
	const all = facilities.premises();
	const { facility, premises } = facilities.rooms();
	for (const kind of kinds) {
		const over = above[kind];
		for (let i = 0; i < facility.length; i++) {
			const unit = operator[facility[i]] < 0 ? -1 : over[operator[facility[i]]];
			if (unit < 0 || slots[unit] < 0) continue;
			const list = found[slots[unit]];
			if (list[list.length - 1] !== all[premises[i]]) list.push(all[premises[i]]);
		}
	}
	return found;
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
	const { kind, code, name } = unit;
	const figures = peopleIn(people, cells);
	const was = view.declaredOf(number);
	const judgedResidents = judged(unit.declaredResidents, figures.residents, was.residents);
	const judgedHouseholds = judged(unit.declaredHouseholds, figures.households, was.households);
	const floor = floorAreas(premises, judgedHouseholds, situation.facilities.premises().length > 0);
	const measured = {
		kind,
		code,
		name,
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
	const people = (count: Count) => (cells === null ? count.total : sumOver(count.byCell, cells));
	const figure = (count: Count) => {
		const covered = people(count);
		return { covered, pct: pctOf(covered, residents) };
	};
	const coverage: Record<string, CategoryFigure> = {};
	for (const { code, any, own, gap } of categories)
		coverage[code] = {
			any: figure(any.within),
			own: own === null ? null : figure(own.within),
			boundaryGap: gap === null ? null : people(gap),
		};
	return coverage;
}

function sumOver(byCell: Float64Array, cells: readonly number[]): number {
	let sum = 0;
	for (let i = 0; i < cells.length; i++) sum += byCell[cells[i]];
	return sum;
}
