// The table of layers made of records: how each is read, which layer each record belongs to, and how it is stored.
import type { Knex } from "knex";
import type { FacilityRecord, ResidenceRecord, UnitRecord } from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { unitReader } from "../../planning/layers/divisions.ts";
import { facilityReader } from "../../planning/layers/facilities.ts";
import type { Issue } from "../../planning/layers/Issue.ts";
import { pointInside } from "../../planning/layers/pointInside.ts";
import type { RecordReader } from "../../planning/layers/RecordReader.ts";
import { residenceReader } from "../../planning/layers/residences.ts";
import { loadFacilities, loadResidences, loadUnits } from "../queries/loadRecords.ts";
import { insertFacilities, insertResidences, insertUnits } from "./insertRecords.ts";
import { judgeFit } from "./judgeFit.ts";

export interface RecordLayer<R extends object> {
	readonly kind: "divisions" | "facilities" | "residences";
	readonly reader: RecordReader<R>;
	/** Level of divisions, category of facilities, "" of residences. */
	readonly scopeOf: (record: R) => string;
	readonly positionOf: (record: R) => LonLat;
	readonly load: (db: Knex, versionIds: readonly number[]) => Promise<R[]>;
	readonly insert: (db: Knex, versionId: number, records: readonly R[]) => Promise<void>;
	/** What becomes of the whole layer, also beside the layers in force: further issues. */
	readonly judge?: (db: Knex | null, records: readonly R[]) => Promise<readonly Issue[]>;
}

export const DIVISION_LAYER: RecordLayer<UnitRecord> = {
	kind: "divisions",
	reader: unitReader,
	scopeOf: ({ kind }) => kind,
	positionOf: ({ polygons }) => pointInside(polygons),
	load: loadUnits,
	insert: insertUnits,
	judge: judgeFit,
};

export const FACILITY_LAYER: RecordLayer<FacilityRecord> = {
	kind: "facilities",
	reader: facilityReader,
	scopeOf: ({ category }) => category,
	positionOf: ({ lonLat }) => lonLat,
	load: loadFacilities,
	insert: insertFacilities,
};

export const RESIDENCE_LAYER: RecordLayer<ResidenceRecord> = {
	kind: "residences",
	reader: residenceReader,
	scopeOf: () => "",
	positionOf: ({ lonLat }) => lonLat,
	load: loadResidences,
	insert: insertResidences,
};
