// The table of layers made of records: how each is read, which layer each record belongs to, how it is judged beside the
// layers in force, and how it is stored.
import type { Knex } from "knex";
import type {
	ContiguityException,
	FacilityRecord,
	LandRecord,
	ResidenceRecord,
	UnitRecord,
} from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { unitReader } from "../../planning/layers/divisions.ts";
import { exceptionReader } from "../../planning/layers/exceptions.ts";
import { facilityReader } from "../../planning/layers/facilities.ts";
import type { Issue } from "../../planning/layers/Issue.ts";
import type { RecordKind } from "../../planning/layers/identities.ts";
import { landReader } from "../../planning/layers/land.ts";
import { pointInside } from "../../planning/layers/pointInside.ts";
import type { CheckOptions, RecordReader } from "../../planning/layers/RecordReader.ts";
import type { Reference } from "../../planning/layers/Reference.ts";
import { residenceReader } from "../../planning/layers/residences.ts";
import { currentCellCodes } from "../queries/currentCellCodes.ts";
import { loadExceptions } from "../queries/loadExceptions.ts";
import { loadLand } from "../queries/loadLand.ts";
import { loadFacilities, loadResidences, loadUnits } from "../queries/loadRecords.ts";
import type { ImportControl } from "./ImportControl.ts";
import {
	insertExceptions,
	insertFacilities,
	insertLand,
	insertResidences,
	insertUnits,
} from "./insertRecords.ts";
import { type Judged, judgeDivisions, judgeRelations } from "./judgeRecords.ts";

export interface RecordLayer<R extends object> {
	readonly kind: RecordKind;
	readonly reader: RecordReader<R>;
	/** Level of divisions, category of facilities, else "". */
	readonly scopeOf: (record: R) => string;
	/** null for what has no place of its own. */
	readonly positionOf: ((record: R) => LonLat) | null;
	readonly load: (db: Knex, versionIds: readonly number[]) => Promise<R[]>;
	readonly insert: (
		db: Knex,
		versionId: number,
		records: readonly R[],
		control?: ImportControl,
	) => Promise<void>;
	/** What the reader must know of the layers in force. */
	readonly known?: (db: Knex | null) => Promise<Partial<CheckOptions>>;
	/** What becomes of the whole layer, also beside the layers in force: further issues. */
	readonly judge: (
		db: Knex | null,
		judged: Judged<R>,
		reference: Reference,
	) => Promise<readonly Issue[]>;
}

export const DIVISION_LAYER: RecordLayer<UnitRecord> = {
	kind: "divisions",
	reader: unitReader,
	scopeOf: ({ kind }) => kind,
	positionOf: ({ polygons }) => pointInside(polygons),
	load: loadUnits,
	insert: insertUnits,
	judge: judgeDivisions,
};

export const FACILITY_LAYER: RecordLayer<FacilityRecord> = {
	kind: "facilities",
	reader: facilityReader,
	scopeOf: ({ category }) => category,
	positionOf: ({ lonLat }) => lonLat,
	load: loadFacilities,
	insert: insertFacilities,
	judge: judgeRelations("facilities"),
};

export const RESIDENCE_LAYER: RecordLayer<ResidenceRecord> = {
	kind: "residences",
	reader: residenceReader,
	scopeOf: () => "",
	positionOf: ({ lonLat }) => lonLat,
	load: loadResidences,
	insert: insertResidences,
	judge: judgeRelations("residences"),
};

export const LAND_LAYER: RecordLayer<LandRecord> = {
	kind: "land",
	reader: landReader,
	scopeOf: () => "",
	positionOf: ({ polygons }) => pointInside(polygons),
	load: loadLand,
	insert: insertLand,
	judge: judgeRelations("land"),
};

export const EXCEPTION_LAYER: RecordLayer<ContiguityException> = {
	kind: "exceptions",
	reader: exceptionReader,
	scopeOf: () => "",
	positionOf: null,
	load: loadExceptions,
	insert: insertExceptions,
	known: async (db) => (db === null ? {} : { cellCodes: await currentCellCodes(db) }),
	judge: async () => [],
};
