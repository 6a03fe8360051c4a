// Who operates each facility in a plan, and whose residents call it their own (DESIGN 4.5). Named operators stay. Presumed
// ones (推定) stay as well, but committees': “committee-level facilities go with it, street-level ones keep their operator”.
// What a plan puts somewhere is presumed by the place where it stands in the plan.
import { UNIT_KINDS, type UnitKind } from "../../city/records.ts";
import { operatorKinds } from "../../coverage/operators.ts";
import { categoryOf } from "../../standards/catalogue.ts";
import { addDiffering } from "./changes.ts";
import type { FacilityBook, OpenFacilities } from "./FacilityBook.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import type { Situation } from "./Situation.ts";
import type { UnitBook } from "./UnitBook.ts";

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
	private last: { readonly placed: Placed; readonly operators: Operators } | null = null;

	constructor(base: MeasureBase, units: UnitBook, facilities: FacilityBook) {
		this.base = base;
		this.units = units;
		this.facilities = facilities;
	}

	/** Operator and served unit of every facility, by number; -1 for nobody. */
	of(placed: Placed): Operators {
		const { facilities } = placed;
		const standing = this.standing.get(facilities) ?? this.standingOf(placed);
		this.standing.set(facilities, standing);
		const isOther = this.otherCells(placed);
		const operator = new Int32Array(facilities.place.length).fill(-1);
		const served = new Int32Array(facilities.place.length).fill(-1);
		if (isOther !== null && this.last !== null) {
			operator.set(this.last.operators.operator);
			served.set(this.last.operators.served);
		}
		const { open } = facilities;
		for (let i = 0; i < open.length; i++) {
			const number = open[i];
			if (isOther !== null && isOther[placed.facilityCell[number] + 1] === 0) continue;
			const unit = operatorIn(placed, standing, number);
			operator[number] = unit;
			served[number] = standing.isAttached[number] === 0 ? -1 : servedIn(placed, unit);
		}
		const operators = { operator, served };
		this.last = { placed, operators };
		return operators;
	}

	/**
	 * 1 for cells, counted from one, whose units are not those of the last answer: operators of facilities in other cells
	 * are the same. Null where more than cells changed: then all are looked at.
	 */
	private otherCells({ units, unitOfCell, above, facilities, facilityCell }: Placed) {
		const last = this.last?.placed;
		if (last?.facilities !== facilities || last.facilityCell !== facilityCell) return null;
		if (last.units.length !== units.length) return null;
		for (let unit = 0; unit < units.length; unit++) {
			if (units[unit] === last.units[unit]) continue;
			if ((units[unit] === null) !== (last.units[unit] === null)) return null;
		}
		for (const unit of this.branches)
			if (above.street[unit] !== last.above.street[unit]) return null;
		const isOther = new Uint8Array(unitOfCell.committee.length + 1);
		const cells = new Set<number>();
		for (const kind of UNIT_KINDS) addDiffering(cells, last.unitOfCell[kind], unitOfCell[kind]);
		for (const cell of cells) isOther[cell + 1] = 1;
		return isOther;
	}

	/** Basic management units: what they operate is their town's. */
	private get branches(): readonly number[] {
		return this.units.ofKind("bmu");
	}

	private standingOf({ units, facilities: { records, place } }: Placed): Standing {
		const { city, located } = this.base.surveyed;
		const unit = new Int32Array(records.length).fill(BY_PLACE);
		const kinds = records.map((record, number): readonly UnitKind[] => {
			const category = categoryOf(record.category);
			const ofCategory = category === undefined ? [] : operatorKinds(category);
			if (place[number] < 0) return [];
			if (record !== city.facilities[number]) {
				// named units that are gone operate nothing, as in any analysis; plans hand such facilities over
				if (record.operatorCode !== null)
					unit[number] = orNobody(this.units.anyNumber(record.operatorCode, units));
				return ofCategory;
			}
			const { unit: known, isPresumed } = located.operators[number];
			if (known === undefined && record.operatorCode !== null) unit[number] = NOBODY;
			if (known === undefined || (isPresumed && known.kind === "committee")) return ofCategory;
			unit[number] = this.units.number(known.kind, known.code);
			return [known.kind];
		});
		const isAttached = Uint8Array.from(place, (at, number) =>
			at >= 0 && this.facilities.isAttached(number) ? 1 : 0,
		);
		return { unit, kinds, isAttached };
	}
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
function servedIn({ units, above }: Placed, operator: number): number {
	const kind = operator < 0 ? "district" : units[operator]?.kind;
	if (kind === "district") return -1;
	return kind === "bmu" ? above.street[operator] : operator;
}

function orNobody(unit: number): number {
	return unit < 0 ? NOBODY : unit;
}
