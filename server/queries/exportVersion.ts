// The records of one version in a format that others can open.
import type { Knex } from "knex";
import type { ExportFormat } from "../../planning/wire/layers.ts";
import type { Download } from "../exports/Download.ts";
import {
	type ExportedKind,
	type ExportedRecords,
	exportTableOf,
} from "../exports/exportTableOf.ts";
import { streetLines } from "../exports/streetLines.ts";
import { writeExport } from "../exports/writeExport.ts";
import type { StoredLayerKind } from "./currentLayers.ts";
import type { StoredVersion } from "./layerVersions.ts";
import { graphOfVersion } from "./loadCity.ts";
import { loadExceptions } from "./loadExceptions.ts";
import { loadLand } from "./loadLand.ts";
import { loadFacilities, loadResidences, loadUnits } from "./loadRecords.ts";

type Loader = (
	db: Knex,
	versionIds: readonly number[],
) => Promise<readonly ExportedRecords[ExportedKind][]>;

const LOADERS: Readonly<Record<StoredLayerKind, Loader>> = {
	divisions: loadUnits,
	facilities: loadFacilities,
	residences: loadResidences,
	exceptions: loadExceptions,
	land: loadLand,
	streets: async (db, [versionId = 0]) => [...streetLines(await graphOfVersion(db, versionId))],
};

/** Of streets, the lines of the compiled graph. */
export async function exportVersion(
	db: Knex,
	{ id, kind, scope }: StoredVersion,
	format: ExportFormat,
): Promise<Download> {
	const records = await LOADERS[kind](db, [id]);
	const table = exportTableOf(kind, scope, records);
	const { media, extension, body } = await writeExport(format, table);
	return { media, fileName: `${table.name}-v${id}.${extension}`, body };
}
