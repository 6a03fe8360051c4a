// Measures a plan again and again while it is drawn: each measure starts from the one before and looks only at what
// changed, and is at any time equal to a full measure.
import type { UnitKind } from "../../city/records.ts";
import { NO_EDGE } from "../../streets/StreetGraph.ts";
import { type PlanState, startState } from "../PlanState.ts";
import { Catchments } from "./Catchments.ts";
import { baseCoverage, type CategoryCoverage, CoverageBook } from "./CoverageBook.ts";
import { type CellPeople, cellPeople, type HomePeople } from "./cellPeople.ts";
import { cityMeasure, figuresOfUnits, type View } from "./figuresOfUnits.ts";
import { flagsBeyond } from "./flagChanges.ts";
import type { HomesOfCells } from "./homesOfCells.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import type { Measurement, UnitMeasure } from "./Measurement.ts";
import { type Situation, Situations } from "./Situation.ts";
import { differing, shiftsOf } from "./shifts.ts";
import { touchedUnits } from "./touchedUnits.ts";
import { UnitTally } from "./UnitTally.ts";

export interface Measurer {
	/** What a state of a plan does, compared with the snapshot. */
	measure(state: PlanState): Measurement;
	/** Figures without coverage of all units of a kind, in a state. */
	figuresOf(state: PlanState, kind: UnitKind): UnitMeasure[];
	/** Times and counts of the state measured last; live, to be read only. */
	readonly categories: readonly CategoryCoverage[];
	readonly situation: Situation;
	/** Forget the searches made so far; the next measures make them again. */
	forget(): void;
}

/** A measurer of plans on one base; some passes over the streets and the residences. Not shared between threads. */
export function createMeasurer(base: MeasureBase): Measurer {
	const situations = new Situations(base);
	const catchments = new Catchments(base, situations.facilities);
	const start = situations.of(startState(base.plan));
	const people = peopleBook(homePeople(base));
	const declaredOf = declaredFigures(start, people(start.homes));
	const tally = new UnitTally();
	const viewOf = (situation: Situation, categories: readonly CategoryCoverage[]): View => ({
		...{ base, situation, categories, tally, declaredOf },
		people: people(situation.homes),
	});
	const before = { ...viewOf(start, baseCoverage(base, start)), tally: new UnitTally() };
	const book = new CoverageBook(base, situations, catchments, before);
	const beforeFigures = new Map<number, UnitMeasure>();
	const afterFigures = new Map<number, UnitMeasure>();
	const bareFigures = new Map<number, UnitMeasure>();
	const beforeTotal = cityMeasure(before);
	let [now, bare] = [start, start];
	catchments.open(0);
	if (base.profiles.length > 1 && start.isVillage.includes(1)) catchments.open(1);
	return {
		measure,
		figuresOf,
		get categories() {
			return book.categories;
		},
		get situation() {
			return now;
		},
		forget: () => catchments.forget(),
	};

	function figuresOf(state: PlanState, kind: UnitKind): UnitMeasure[] {
		const situation = situations.of(state);
		forgetTouched(bareFigures, bare, situation, NOBODY);
		bare = situation;
		return remembered(bareFigures, viewOf(situation, []), situations.units.ofKind(kind));
	}

	function measure(state: PlanState): Measurement {
		const last = now;
		now = situations.of(state);
		book.follow(now);
		const after = viewOf(now, book.categories);
		forgetTouched(afterFigures, last, now, book.changed);
		const homes = differing(before.categories, book.categories, book.touched);
		book.keepTouched(homes);
		const touched = touchedUnits(start, now, homes);
		const figures = {
			before: byCode(remembered(beforeFigures, before, touched)),
			after: byCode(remembered(afterFigures, after, touched)),
		};
		return {
			...figures,
			total: { before: beforeTotal, after: cityMeasure(after) },
			...shiftsOf(base, before, after, homes),
			solved: flagsBeyond(figures.before, figures.after),
			caused: flagsBeyond(figures.after, figures.before),
		};
	}
}

const NOBODY: ReadonlySet<number> = new Set();

type Memory = Map<number, UnitMeasure>;

/** Forget the figures of units that differ between two situations; of all where the ground or the facilities differ. */
function forgetTouched(
	memory: Memory,
	last: Situation,
	now: Situation,
	homes: ReadonlySet<number>,
): void {
	if (now.tiling !== last.tiling || now.facilities !== last.facilities) memory.clear();
	else for (const unit of touchedUnits(last, now, homes)) memory.delete(unit);
}

/** Figures of those of the units that are there; only those that are not remembered are made. */
function remembered(memory: Memory, view: View, units: readonly number[]): UnitMeasure[] {
	const unknown = units.filter((unit) => !memory.has(unit));
	for (const [unit, figures] of figuresOfUnits(view, unknown)) memory.set(unit, figures);
	return units.flatMap((unit) => memory.get(unit) ?? []);
}

function byCode(figures: readonly UnitMeasure[]): Record<string, UnitMeasure> {
	return Object.fromEntries(figures.map((one) => [one.code, one]));
}

function homePeople({ surveyed: { city, attachments, residents } }: MeasureBase): HomePeople {
	const { residences } = city;
	const { edge } = attachments.residences;
	return {
		residents,
		households: Float64Array.from(residences, ({ households }) => households ?? 0),
		elders: Float64Array.from(residences, ({ elders }) => elders ?? 0),
		children: Float64Array.from(residences, ({ children }) => children ?? 0),
		notAttached: residents.map((count, home) => (edge[home] === NO_EDGE ? count : 0)),
	};
}

/** People by cell; made once per way that residences lie in cells. */
function peopleBook(ofHomes: HomePeople): (homes: HomesOfCells) => CellPeople {
	const known = new WeakMap<HomesOfCells, CellPeople>();
	return (homes) => {
		const made = known.get(homes) ?? cellPeople(ofHomes, homes);
		known.set(homes, made);
		return made;
	};
}

/** Residents and households of each unit of the snapshot; of a new one none. */
function declaredFigures({ units, unitOfCell }: Situation, people: CellPeople): View["declaredOf"] {
	const residents = new Float64Array(units.length);
	const households = new Float64Array(units.length);
	for (const unitOf of Object.values(unitOfCell))
		unitOf.forEach((unit, cell) => {
			if (unit < 0) return;
			residents[unit] += people.residents[cell];
			households[unit] += people.households[cell];
		});
	return (unit) => ({ residents: residents[unit] ?? 0, households: households[unit] ?? 0 });
}
