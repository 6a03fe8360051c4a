// What a plan comes to, as plain JSON: two plans that come to the same have the same outcome, by whatever operations.
import { type FacilityRecord, UNIT_KINDS, type UnitKind } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { type CellRings, cellRings, isSameGround, isWrittenAlike } from "./cellRings.ts";
import { baseFacilities } from "./facilitiesOf.ts";
import type { PlanUnit } from "./PlanBase.ts";
import type { PlanState } from "./PlanState.ts";

/** Unit codes of every cell, by cell and layer; a layer in which the cell belongs to none is absent. */
export type CellUnitCodes = Readonly<Record<string, Readonly<Partial<Record<UnitKind, string>>>>>;

/** `docs/plan-format.md` says what each member holds. */
export interface PlanOutcome {
	readonly snapshot: string;
	readonly cells: CellUnitCodes;
	readonly shapes: Readonly<Record<string, CellRings>>;
	readonly units: Readonly<Partial<Record<UnitKind, Readonly<Record<string, OutcomeUnit | null>>>>>;
	readonly facilities: Readonly<Record<string, Readonly<Record<string, OutcomeFacility | null>>>>;
	readonly links: Readonly<
		Record<string, { readonly open: readonly [LonLat, LonLat] } | { readonly close: LonLat }>
	>;
}

interface OutcomeUnit {
	readonly name: string;
	readonly parent: string | null;
	readonly seat: LonLat | null;
	readonly streetKind: PlanUnit["streetKind"];
}

interface OutcomeFacility {
	readonly at: LonLat;
	readonly doors: readonly LonLat[];
	readonly floorAreaM2: number | null;
	readonly name: string;
	readonly operator: string | null;
	readonly premises: string | null;
}

/** Everything of a state that the base does not say already, and the units of all cells. */
export function outcomeOf(state: PlanState): PlanOutcome {
	return {
		snapshot: state.base.snapshot,
		cells: cellUnitCodes(state),
		shapes: changedShapes(state),
		units: changedUnits(state),
		facilities: changedFacilities(state),
		links: Object.fromEntries(
			[...state.links].map(([id, link]) => [
				id,
				link.kind === "opened" ? { open: [link.from, link.to] as const } : { close: link.at },
			]),
		),
	};
}

/** The units of every cell. */
export function cellUnitCodes({ tiling, layers }: PlanState): CellUnitCodes {
	return Object.fromEntries(
		tiling.cellCode.map((code, cell) => [
			code,
			Object.fromEntries(
				UNIT_KINDS.flatMap((kind) => {
					const unit = layers[kind].unitCode[layers[kind].unitOfCell[cell]];
					return unit === undefined ? [] : [[kind, unit] as const];
				}),
			),
		]),
	);
}

function changedShapes({ base, tiling, baseCell }: PlanState): Record<string, CellRings> {
	if (tiling === base.tiling) return {};
	const changed: Record<string, CellRings> = {};
	for (const [cell, code] of tiling.cellCode.entries()) {
		const old = baseCell[cell];
		const isNamedSo = base.tiling.cellCode[old] === code;
		if (isNamedSo && isWrittenAlike([tiling, cell], [base.tiling, old])) continue;
		const rings = cellRings(tiling, cell);
		if (!isNamedSo || !isSameGround(rings, cellRings(base.tiling, old))) changed[code] = rings;
	}
	return changed;
}

function changedUnits({ base, layers }: PlanState): PlanOutcome["units"] {
	return Object.fromEntries(
		UNIT_KINDS.flatMap((kind) => {
			const before = base.layers[kind].units;
			const changed = layers[kind].units.flatMap((unit, number) => {
				if (unit === before[number] || (unit.isDissolved && number >= before.length)) return [];
				const shown = unit.isDissolved ? null : outcomeUnit(unit);
				const isOld = shown !== null && number < before.length && isSame(before[number], unit);
				return isOld ? [] : [[unit.code, shown] as const];
			});
			return changed.length === 0 ? [] : [[kind, Object.fromEntries(changed)] as const];
		}),
	);
}

function outcomeUnit({ name, parentCode, seat, streetKind }: PlanUnit): OutcomeUnit {
	return { name, parent: parentCode, seat, streetKind };
}

function isSame(a: PlanUnit, b: PlanUnit): boolean {
	return JSON.stringify(outcomeUnit(a)) === JSON.stringify(outcomeUnit(b));
}

function changedFacilities({ base, facilities }: PlanState): PlanOutcome["facilities"] {
	const changed: Record<string, Record<string, OutcomeFacility | null>> = {};
	for (const [key, facility] of facilities) {
		const before = baseFacilities(base).get(key);
		const { category, id } = facility ?? before ?? {};
		if (category === undefined || id === undefined) continue; // added and closed again
		const shown = facility === null ? null : outcomeFacility(facility);
		const was = before === undefined ? null : outcomeFacility(before);
		if (JSON.stringify(shown) === JSON.stringify(was)) continue;
		changed[category] = { ...changed[category], [id]: shown };
	}
	return changed;
}

function outcomeFacility(facility: FacilityRecord): OutcomeFacility {
	const { lonLat, entrances, floorAreaM2, name, operatorCode, premisesId } = facility;
	return {
		...{ at: lonLat, doors: entrances, floorAreaM2, name },
		operator: operatorCode,
		premises: premisesId,
	};
}
