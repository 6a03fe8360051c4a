// What a file is held against: the layers in force, as values.
import type { FacilityRecord, UnitRecord } from "../city/records.ts";
import type { MultiPolygonRings } from "../geo/LonLat.ts";
import type { PlaceOf } from "./atRows.ts";

export interface Reference {
	/** Units of all levels in force. */
	readonly units: readonly UnitRecord[];
	/** Facilities of all categories in force. */
	readonly facilities: readonly FacilityRecord[];
	/** Residents of the residences in force, by code of the unit they lie in; empty without residences. */
	readonly residents: ReadonlyMap<string, number>;
	/** Water areas; empty when not known. */
	readonly water: readonly MultiPolygonRings[];
	/** The city; null: the units of the coarsest level in force are it. */
	readonly outline: MultiPolygonRings | null;
	/** Rows of the file's records, so that issues can name them. */
	readonly placeOf?: PlaceOf;
}

/** Of an empty city. */
export const NO_REFERENCE: Reference = {
	units: [],
	facilities: [],
	residents: new Map(),
	water: [],
	outline: null,
};
