// The records of a city as committed: what imports produce, the database keeps, and analyses read.
// Counts only, never persons.
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";

/** Kinds of unit (区划单元). `street` is the street level: 街道, 镇, 乡; see `StreetKind`. */
export type UnitKind = "district" | "street" | "committee" | "bmu" | "circle";
export const UNIT_KINDS: readonly UnitKind[] = ["district", "street", "committee", "bmu", "circle"];

/** What a street-level unit is: 街道, 镇, 乡, or a township-like unit. */
export type StreetKind = "subdistrict" | "town" | "township" | "other";

/** The zone of a committee chooses profile and limit; a village defaults to slow travel (慢行). */
export type Zone = "urban" | "new-town" | "market-town" | "village";

/** One unit as one layer version shows it. */
export interface UnitRecord {
	readonly kind: UnitKind;
	/** 12 digits for district, street, committee; own text codes for bmu and circle. */
	readonly code: string;
	readonly name: string;
	/** Code of the unit above: committee → street, street → district, bmu → town; null when unknown. */
	readonly parentCode: string | null;
	readonly streetKind: StreetKind | null;
	readonly zone: Zone | null;
	/** Declared 常住人口 and 常住户 (census or register), null when not committed. */
	readonly declaredResidents: number | null;
	readonly declaredHouseholds: number | null;
	/** Seat of the unit (驻地), when given. */
	readonly seat: LonLat | null;
	readonly polygons: MultiPolygonRings;
}

/** A service point of one category. Identity is category + id. */
export interface FacilityRecord {
	readonly id: string;
	readonly category: string;
	readonly name: string;
	readonly lonLat: LonLat;
	readonly floorAreaM2: number | null;
	readonly serviceAreaM2: number | null;
	readonly officeAreaM2: number | null;
	readonly capacity: number | null;
	/** Code of the unit that operates it, when the file gives it. */
	readonly operatorCode: string | null;
	/** One building (premises) counts once, though several facilities share it. */
	readonly premisesId: string | null;
	readonly address: string | null;
	/** Doors; empty means the facility's own position is its door. */
	readonly entrances: readonly LonLat[];
}

/** A place where people live, with counts. */
export interface ResidenceRecord {
	readonly id: string;
	readonly lonLat: LonLat;
	/** 常住人口 */
	readonly residents: number;
	readonly households: number | null;
	readonly elders: number | null;
	readonly children: number | null;
	/** The committee that the file declares, when it does. */
	readonly declaredUnitCode: string | null;
}

/** A piece of land (用地) with its use, as the plan or the survey words it. */
export interface LandRecord {
	readonly id: string;
	readonly use: string;
	readonly name: string | null;
	readonly polygons: MultiPolygonRings;
}

/** A cell (基础格): the smallest piece of territory, normally one committee's range, with its assignment (归属). */
export interface CellRecord {
	readonly code: string;
	readonly polygons: MultiPolygonRings;
	/** Unit code of each layer the cell belongs to; absent where it belongs to none. */
	readonly units: Readonly<Partial<Record<UnitKind, string>>>;
}

/**
 * A declared exception to contiguity, with its reason: a bridge or a ferry joins two cells, a cell of a 飞地 may lie apart
 * from the rest of its unit. Cells by code.
 */
export type ContiguityException =
	| {
			readonly kind: "bridge" | "ferry";
			readonly cells: readonly [from: string, to: string];
			readonly reason: string;
	  }
	| { readonly kind: "exclave"; readonly cells: readonly [cell: string]; readonly reason: string };
