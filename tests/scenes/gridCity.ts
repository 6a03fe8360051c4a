// A tiny city on a desert grid: streets every `blockM` metres, rectangular units, homes and doors placed in metres.
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type {
	CellRecord,
	FacilityRecord,
	ResidenceRecord,
	UnitKind,
	UnitRecord,
} from "../../planning/city/records.ts";
import type { City } from "../../planning/coverage/analysis.ts";
import type { PolygonRings } from "../../planning/geo/LonLat.ts";
import { compileStreets } from "../../planning/streets/compileStreets.ts";
import type { WaySet } from "../../planning/streets/Way.ts";
import { at, desertGrid } from "./streetScene.ts";

type PlaceM = readonly [eastM: number, northM: number];
/** West, south, east, north in metres. */
export type RectM = readonly [west: number, south: number, east: number, north: number];

export interface PlanUnit extends Partial<Omit<UnitRecord, "polygons" | "seat">> {
	readonly kind: UnitKind;
	readonly code: string;
	readonly areas: readonly RectM[];
	readonly seat?: PlaceM;
}
export type Home = Partial<Omit<ResidenceRecord, "lonLat">> & { readonly at: PlaceM };
export type Door = Partial<Omit<FacilityRecord, "lonLat" | "entrances">> & {
	readonly at: PlaceM;
	readonly category: string;
};

export interface GridPlan {
	readonly columns?: number;
	readonly rows?: number;
	readonly blockM?: number;
	/** Streets of its own instead of the grid. */
	readonly streets?: WaySet;
	/** Cells are the areas of committees, else of the kind listed first. */
	readonly units?: readonly PlanUnit[];
	readonly homes?: readonly Home[];
	readonly doors?: readonly Door[];
}

/** A city ready to analyse. Homes default to 100 residents in 40 households. */
export function gridCity(plan: GridPlan): City {
	const { columns = 11, rows = 11, blockM = 100, units = [], homes = [], doors = [] } = plan;
	const { graph, barriers } = compileStreets(plan.streets ?? desertGrid({ columns, rows, blockM }));
	return {
		graph,
		barriers,
		units: units.map(unitRecord),
		cells: cellsOf(units),
		facilities: doors
			.map(facilityRecord)
			.sort((a, b) => byCodeUnit(a.category, b.category) || byCodeUnit(a.id, b.id)),
		residences: homes.map(residenceRecord).sort((a, b) => byCodeUnit(a.id, b.id)),
	};
}

export function rectangle([west, south, east, north]: RectM): PolygonRings {
	return [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]];
}

function cellsOf(units: readonly PlanUnit[]): CellRecord[] {
	const kind = units.some((unit) => unit.kind === "committee") ? "committee" : units[0]?.kind;
	return units
		.filter((unit) => unit.kind === kind)
		.map((unit) => ({
			code: unit.code,
			polygons: unit.areas.map(rectangle),
			units: Object.fromEntries([
				...units.filter((other) => holds(other, unit)).map((other) => [other.kind, other.code]),
				[unit.kind, unit.code],
			]),
		}))
		.sort((a, b) => byCodeUnit(a.code, b.code));
}

/** Does a unit hold the middle of another's first area? */
function holds(unit: PlanUnit, { areas: [[west, south, east, north]] }: PlanUnit): boolean {
	const [eastM, northM] = [(west + east) / 2, (south + north) / 2];
	return unit.areas.some(([w, s, e, n]) => eastM > w && eastM < e && northM > s && northM < n);
}

function unitRecord({ areas, seat, ...unit }: PlanUnit): UnitRecord {
	return {
		name: unit.code,
		parentCode: null,
		streetKind: unit.kind === "street" ? "subdistrict" : null,
		zone: null,
		declaredResidents: null,
		declaredHouseholds: null,
		...unit,
		seat: seat === undefined ? null : at(...seat),
		polygons: areas.map(rectangle),
	};
}

function residenceRecord({ at: place, ...home }: Home, index: number): ResidenceRecord {
	return {
		id: `R${String(index + 1).padStart(3, "0")}`,
		residents: 100,
		households: 40,
		elders: null,
		children: null,
		declaredUnitCode: null,
		...home,
		lonLat: at(...place),
	};
}

function facilityRecord({ at: place, ...door }: Door, index: number): FacilityRecord {
	return {
		id: `F${String(index + 1).padStart(3, "0")}`,
		name: door.category,
		floorAreaM2: null,
		serviceAreaM2: null,
		officeAreaM2: null,
		capacity: null,
		operatorCode: null,
		premisesId: null,
		address: null,
		entrances: [],
		...door,
		lonLat: at(...place),
	};
}
