// Who operates each facility in a plan, and whose residents call it their own (DESIGN 4.5). Named operators stay. Presumed
// ones (推定) stay as well, but committees': “committee-level facilities go with it, street-level ones keep their operator”.
// What a plan puts somewhere is presumed by the place where it stands in the plan.
import { type FacilityRecord, UNIT_KINDS, type UnitKind } from "../../city/records.ts";
import { operatorKinds } from "../../coverage/operators.ts";
import { categoryOf } from "../../standards/catalogue.ts";
import { indicesByValue } from "../indicesByValue.ts";
import { addDiffering } from "./changes.ts";
import type { FacilityBook, OpenFacilities } from "./FacilityBook.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import type { Situation } from "./Situation.ts";
import { otherRecords, type UnitBook } from "./UnitBook.ts";

/** What of an operator does not depend on territory, by number of facility. */
interface Standing {
	/** The unit that operates it wherever cells go; -1 where the place decides, -2 for nobody. */
	readonly unit: Int32Array;
	/** Kinds of unit that the place is asked for. */
	readonly kinds: readonly (readonly UnitKind[])[];
	readonly isAttached: Uint8Array;
}

const NOBODY = -2;
const BY_PLACE = -1;

type Placed = Pick<Situation, "units" | "unitOfCell" | "above" | "facilities" | "facilityCell">;

type Operators = Pick<Situation, "operator" | "served">;

export class OperatorBook {
	private readonly base: MeasureBase;
	private readonly units: UnitBook;
	private readonly facilities: FacilityBook;
	private readonly standing = new WeakMap<OpenFacilities, Standing>();
	/** Facilities in each cell, by where all of them are. */
	private readonly inCells = new WeakMap<Int32Array, (cell: number) => Int32Array>();
	private last: { readonly placed: Placed; readonly operators: Operators } | null = null;

	constructor(base: MeasureBase, units: UnitBook, facilities: FacilityBook) {
		this.base = base;
		this.units = units;
		this.facilities = facilities;
	}

	/** Operator and served unit of every facility, by number; -1 for nobody. The same arrays where nothing changed. */
	of(placed: Placed): Operators {
		const standing = this.standingOf(placed);
		const { last } = this;
		const cells = last === null ? null : otherCells(placed, last.placed, this.branches);
		const operators =
			cells === null || last === null
				? allOperators(placed, standing)
				: this.revised(placed, standing, { cells, last: last.operators });
		this.last = { placed, operators };
		return operators;
	}

	/** Operators of facilities in some cells looked up again; those of all others are the same. */
	private revised(
		placed: Placed,
		standing: Standing,
		{ cells, last }: { readonly cells: Iterable<number>; readonly last: Operators },
	): Operators {
		const { facilityCell, unitOfCell } = placed;
		const inCell =
			this.inCells.get(facilityCell) ?? indicesByValue(facilityCell, unitOfCell.committee.length);
		this.inCells.set(facilityCell, inCell);
		let now = last;
		for (const cell of cells)
			for (const number of inCell(cell)) {
				const operator = operatorIn(placed, standing, number);
				const served = servedIn(placed, standing, { number, operator });
				if (operator === now.operator[number] && served === now.served[number]) continue;
				if (now === last) now = { operator: last.operator.slice(), served: last.served.slice() };
				now.operator[number] = operator;
				now.served[number] = served;
			}
		return now;
	}

	/** Basic management units: what they operate is their town's. */
	private get branches(): readonly number[] {
		return this.units.ofKind("bmu");
	}

	private standingOf(placed: Pick<Placed, "units" | "facilities">): Standing {
		const known = this.standing.get(placed.facilities) ?? this.newStanding(placed);
		this.standing.set(placed.facilities, known);
		return known;
	}

	/** Of the base's facilities it is worked out once; what a plan changes of them is little. */
	private newStanding({ units, facilities }: Pick<Placed, "units" | "facilities">): Standing {
		const { base } = this.facilities;
		const known = facilities === base ? null : this.standingOf({ units, facilities: base });
		const { records, place } = facilities;
		const unit = new Int32Array(place.length).fill(BY_PLACE);
		const isAttached = new Uint8Array(place.length);
		const kinds: (readonly UnitKind[])[] = known?.kinds.slice() ?? [];
		unit.set(known?.unit ?? []);
		isAttached.set(known?.isAttached ?? []);
		for (let number = 0; number < place.length; number++) {
			const isOpen = place[number] >= 0;
			const wasOpen = number < base.place.length && base.place[number] >= 0;
			if (known !== null && isOpen === wasOpen && records[number] === base.records[number])
				continue;
			const standing = isOpen ? this.standingOfOne(units, number, records[number]) : CLOSED;
			unit[number] = standing.unit;
			kinds[number] = standing.kinds;
			isAttached[number] = isOpen && this.facilities.isAttached(number) ? 1 : 0;
		}
		return { unit, kinds, isAttached };
	}

	private standingOfOne(units: Placed["units"], number: number, record: FacilityRecord) {
		const { city, located } = this.base.surveyed;
		const category = categoryOf(record.category);
		const kinds = category === undefined ? [] : operatorKinds(category);
		if (record !== city.facilities[number]) {
			// named units that are gone operate nothing, as in any analysis; plans hand such facilities over
			const { operatorCode: code } = record;
			const named = code === null ? BY_PLACE : orNobody(this.units.anyNumber(code, units));
			return { unit: named, kinds };
		}
		const { unit: known, isPresumed } = located.operators[number];
		if (known === undefined && record.operatorCode !== null) return { unit: NOBODY, kinds };
		if (known === undefined || (isPresumed && known.kind === "committee"))
			return { unit: BY_PLACE, kinds };
		return { unit: this.units.number(known.kind, known.code), kinds: [known.kind] };
	}
}

const CLOSED = { unit: BY_PLACE, kinds: [] };

function allOperators(placed: Placed, standing: Standing): Operators {
	const { open, place } = placed.facilities;
	const operator = new Int32Array(place.length).fill(-1);
	const served = new Int32Array(place.length).fill(-1);
	for (const number of open) {
		operator[number] = operatorIn(placed, standing, number);
		served[number] = servedIn(placed, standing, { number, operator: operator[number] });
	}
	return { operator, served };
}

/**
 * Cells whose units are not those of an earlier answer: operators of facilities in other cells are the same. Null where
 * more than cells changed: then all are looked at.
 */
function otherCells(
	{ units, unitOfCell, above, facilities, facilityCell }: Placed,
	last: Placed,
	branches: readonly number[],
): Set<number> | null {
	if (last.facilities !== facilities || last.facilityCell !== facilityCell) return null;
	if (last.units.length !== units.length) return null;
	for (const unit of otherRecords(last.units, units))
		if ((units[unit] === null) !== (last.units[unit] === null)) return null;
	if (branches.some((unit) => above.street[unit] !== last.above.street[unit])) return null;
	const cells = new Set<number>();
	for (const kind of UNIT_KINDS) addDiffering(cells, last.unitOfCell[kind], unitOfCell[kind]);
	return cells;
}

function operatorIn(placed: Placed, { unit, kinds }: Standing, number: number): number {
	const { units, unitOfCell, facilityCell } = placed;
	const named = unit[number];
	if (named === NOBODY) return -1;
	if (named >= 0 && units[named] !== null) return named;
	const cell = facilityCell[number];
	if (cell < 0) return -1;
	// presumed; or of a dissolved unit: then by the unit of its kind that now holds the place
	for (const kind of kinds[number]) if (unitOfCell[kind][cell] >= 0) return unitOfCell[kind][cell];
	return -1;
}

/** As `servedUnit`: a basic management unit's centre is a branch of its town's, a district's is nobody's. */
function servedIn(
	{ units, above }: Placed,
	{ isAttached }: Standing,
	{ number, operator }: { readonly number: number; readonly operator: number },
): number {
	if (operator < 0 || isAttached[number] === 0) return -1;
	const kind = units[operator]?.kind;
	if (kind === "district") return -1;
	return kind === "bmu" ? above.street[operator] : operator;
}

function orNobody(unit: number): number {
	return unit < 0 ? NOBODY : unit;
}
