// The city that a plan would make, in records: what a full analysis of the plan stands on, and what measures must equal.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import {
	type CellRecord,
	type FacilityRecord,
	UNIT_KINDS,
	type UnitKind,
	type UnitRecord,
} from "../../city/records.ts";
import type { City } from "../../coverage/analysis.ts";
import { lonLatShape } from "../../partition/lonLatShape.ts";
import { cellShape, unitShape } from "../../partition/shape.ts";
import { facilitiesOf } from "../facilitiesOf.ts";
import type { PlanState } from "../PlanState.ts";
import type { MeasureBase } from "./MeasureBase.ts";
import type { UnitMeasure } from "./Measurement.ts";
import { Situations } from "./Situation.ts";

/**
 * Records of a state, on the base's streets and residences. Operators that measures keep although the place is another
 * unit's are written into the facilities; declared figures are those that `judged` says, by unit code.
 */
export function changedCity(
	base: MeasureBase,
	state: PlanState,
	judged: Readonly<Record<string, Pick<UnitMeasure, "judgedResidents" | "judgedHouseholds">>> = {},
): City {
	const { city } = base.surveyed;
	const declared = ({ code, declaredResidents, declaredHouseholds }: UnitRecord) => ({
		declaredResidents:
			declaredResidents === null ? null : (judged[code]?.judgedResidents ?? declaredResidents),
		declaredHouseholds:
			declaredHouseholds === null ? null : (judged[code]?.judgedHouseholds ?? declaredHouseholds),
	});
	return {
		...city,
		units: UNIT_KINDS.flatMap((kind) => unitsOfKind(base, state, kind)).map((unit) => ({
			...unit,
			...declared(unit),
		})),
		cells: cellsOf(base, state),
		facilities: withOperators(base, state),
		tiling: state.tiling,
		exceptions: base.plan.exceptions,
	};
}

/** Units that are there; those whose cells changed have their merge as shape, unless none is left. */
function unitsOfKind(
	{ surveyed, plan }: MeasureBase,
	state: PlanState,
	kind: UnitKind,
): UnitRecord[] {
	const layer = state.layers[kind];
	const isSame = state.tiling === plan.tiling;
	return layer.units.flatMap(({ isDissolved, ...unit }, number) => {
		if (isDissolved) return [];
		const known = surveyed.located.tree.unit(kind, unit.code);
		const isUntouched =
			isSame &&
			plan.layers[kind].unitOfCell.every(
				(old, cell) => (old === number) === (layer.unitOfCell[cell] === number),
			);
		const merged = isUntouched
			? []
			: lonLatShape(state.tiling, unitShape(state.tiling, layer, number));
		return {
			kind,
			...unit,
			declaredResidents: known?.declaredResidents ?? null,
			declaredHouseholds: known?.declaredHouseholds ?? null,
			polygons: merged.length > 0 ? merged : (known?.polygons ?? []),
		};
	});
}

/** Whole cells keep the shape that they were handed in with. */
function cellsOf({ surveyed, plan, leftOut }: MeasureBase, state: PlanState): CellRecord[] {
	const { tiling, layers } = state;
	const { cells } = surveyed.city;
	const recordOf = new Map(cells.map((cell) => [cell.code, cell]));
	const isWhole = (cell: number) =>
		tiling.cellCode[cell] === plan.tiling.cellCode[state.baseCell[cell]];
	const tiled = tiling.cellCode.map((code, cell): CellRecord => {
		const entries = UNIT_KINDS.flatMap((kind) => {
			const unit = layers[kind].unitOfCell[cell];
			return unit < 0 ? [] : [[kind, layers[kind].unitCode[unit]] as const];
		});
		const shape = isWhole(cell) ? recordOf.get(code)?.polygons : undefined;
		return {
			code,
			polygons: shape ?? lonLatShape(tiling, cellShape(tiling, cell)),
			units: Object.fromEntries(entries),
		};
	});
	return [...tiled, ...Array.from(leftOut, (cell) => cells[cell])].sort((a, b) =>
		byCodeUnit(a.code, b.code),
	);
}

/** Presumed operators that stay (see `OperatorBook`) are named. */
function withOperators(base: MeasureBase, state: PlanState): FacilityRecord[] {
	const { surveyed } = base;
	const { facilities, operator, units } = new Situations(base).of(state);
	const numberOf = new Map(Array.from(facilities.open, (n) => [facilities.records[n], n] as const));
	return facilitiesOf(state)
		.map((record) => {
			const number = numberOf.get(record) ?? -1;
			const known = surveyed.city.facilities[number] === record;
			const was = known ? surveyed.located.operators[number] : undefined;
			const isPinned = was !== undefined && was.unit !== undefined && was.unit.kind !== "committee";
			const now = operator[number] < 0 ? undefined : units[operator[number]]?.code;
			return isPinned && now !== undefined ? { ...record, operatorCode: now } : record;
		})
		.sort((a, b) => byCodeUnit(a.category, b.category) || byCodeUnit(a.id, b.id));
}
