// What a plan stands on: the territory of a snapshot, its units, its facilities. Read-only.
import { byCodeUnit } from "../city/codeUnitOrder.ts";
import {
	type CellRecord,
	type ContiguityException,
	type FacilityRecord,
	UNIT_KINDS,
	type UnitKind,
	type UnitRecord,
} from "../city/records.ts";
import type { Assignment, Tiling } from "../partition/Tiling.ts";

/** A unit within a plan. */
export interface PlanUnit
	extends Pick<UnitRecord, "code" | "name" | "parentCode" | "streetKind" | "zone" | "seat"> {
	/** Gone in this plan; it keeps its number and its code, which nobody else may have. */
	readonly isDissolved: boolean;
}

/** Which unit of a layer every cell belongs to, and the units by number. */
export interface PlanLayer extends Assignment {
	readonly units: readonly PlanUnit[];
}

export type PlanLayers = Readonly<Record<UnitKind, PlanLayer>>;

export interface PlanBase {
	/** Hash of the snapshot. */
	readonly snapshot: string;
	readonly tiling: Tiling;
	readonly layers: PlanLayers;
	readonly facilities: readonly FacilityRecord[];
	/** Declared bridges, ferries and 飞地, by the codes of cells of `tiling`. */
	readonly exceptions: readonly ContiguityException[];
}

export interface SnapshotRecords {
	readonly snapshot: string;
	readonly tiling: Tiling;
	readonly units: readonly Omit<UnitRecord, "polygons">[];
	readonly cells: readonly Pick<CellRecord, "code" | "units">[];
	readonly facilities: readonly FacilityRecord[];
	readonly exceptions?: readonly ContiguityException[] | undefined;
}

/** A snapshot's records as the base of plans. Units come by code; cells are matched by code. */
export function planBaseOf(records: SnapshotRecords): PlanBase {
	const unitsOf = new Map(records.cells.map(({ code, units }) => [code, units]));
	const layer = (kind: UnitKind): PlanLayer => {
		const units = records.units
			.filter((unit) => unit.kind === kind)
			.sort((a, b) => byCodeUnit(a.code, b.code))
			.map(planUnitOf);
		const numberOf = new Map(units.map(({ code }, number) => [code, number]));
		const unitOfCell = Int32Array.from(
			records.tiling.cellCode,
			(cell) => numberOf.get(unitsOf.get(cell)?.[kind] ?? "") ?? -1,
		);
		return { units, unitCode: units.map(({ code }) => code), unitOfCell };
	};
	return {
		snapshot: records.snapshot,
		tiling: records.tiling,
		layers: layersOf(layer),
		facilities: records.facilities,
		exceptions: records.exceptions ?? [],
	};
}

/** A layer of each kind. */
export function layersOf(layer: (kind: UnitKind) => PlanLayer): PlanLayers {
	return Object.fromEntries(UNIT_KINDS.map((kind) => [kind, layer(kind)])) as Record<
		UnitKind,
		PlanLayer
	>;
}

function planUnitOf(unit: Omit<UnitRecord, "polygons">): PlanUnit {
	const { code, name, parentCode, streetKind, zone, seat } = unit;
	return { code, name, parentCode, streetKind, zone, seat, isDissolved: false };
}
