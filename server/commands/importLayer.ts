// The one way in for data: a file, its options, and a report. The command line and the web upload both call this.
import type { Knex } from "knex";
import { Refused } from "../errors.ts";
import type { ImportReport } from "./ImportReport.ts";
import type { ImportKind, ImportRequest } from "./ImportRequest.ts";
import { importRecords } from "./importRecords.ts";
import { importStreets } from "./importStreets.ts";
import {
	DIVISION_LAYER,
	EXCEPTION_LAYER,
	FACILITY_LAYER,
	LAND_LAYER,
	RESIDENCE_LAYER,
} from "./recordLayers.ts";

type Importer = (db: Knex | null, request: ImportRequest) => Promise<ImportReport>;

const IMPORTERS: Readonly<Record<ImportKind, Importer>> = {
	streets: importStreets,
	divisions: (db, request) => importRecords(db, request, DIVISION_LAYER),
	facilities: (db, request) => importRecords(db, request, FACILITY_LAYER),
	residences: (db, request) => importRecords(db, request, RESIDENCE_LAYER),
	exceptions: (db, request) => importRecords(db, request, EXCEPTION_LAYER),
	land: (db, request) => importRecords(db, request, LAND_LAYER),
};

/**
 * Import a file. Everything wrong with it is in the report; only a bug or a lost database throws.
 * `db` may be null where `needsDatabase` says so.
 */
export async function importLayer(db: Knex | null, request: ImportRequest): Promise<ImportReport> {
	try {
		return await IMPORTERS[request.kind](db, request);
	} catch (error) {
		if (error instanceof Refused) return refusedReport(request, error);
		throw error;
	}
}

/** The report of a file that could not even be read. */
function refusedReport(request: ImportRequest, { code, words }: Refused): ImportReport {
	return {
		status: "refused",
		version: null,
		unchanged: false,
		layers: [],
		format: null,
		crs: request.crs ?? "EPSG:4326",
		encoding: request.encoding ?? null,
		features: { read: 0, accepted: 0, leftOut: 0 },
		issues: [],
		reason: { code, ...words },
		snapshot: null,
	};
}
