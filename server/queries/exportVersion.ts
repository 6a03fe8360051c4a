// The records of one version in a format that others can open.
import type { Knex } from "knex";
import type { ExportFormat } from "../../planning/wire/layers.ts";
import { Refused } from "../errors.ts";
import type { Download } from "../exports/Download.ts";
import {
	type ExportedKind,
	type ExportedRecords,
	exportTableOf,
} from "../exports/exportTableOf.ts";
import { writeExport } from "../exports/writeExport.ts";
import type { StoredLayerKind } from "./currentLayers.ts";
import type { StoredVersion } from "./layerVersions.ts";
import { loadExceptions } from "./loadExceptions.ts";
import { loadLand } from "./loadLand.ts";
import { loadFacilities, loadResidences, loadUnits } from "./loadRecords.ts";

type Loader = (
	db: Knex,
	versionIds: readonly number[],
) => Promise<readonly ExportedRecords[ExportedKind][]>;

const LOADERS: Readonly<Partial<Record<StoredLayerKind, Loader>>> = {
	divisions: loadUnits,
	facilities: loadFacilities,
	residences: loadResidences,
	exceptions: loadExceptions,
	land: loadLand,
};

/** Refused `export.streets`: a compiled network has no records; its file can be downloaded. */
export async function exportVersion(
	db: Knex,
	{ id, kind, scope }: StoredVersion,
	format: ExportFormat,
): Promise<Download> {
	const load = LOADERS[kind];
	if (load === undefined) throw noRecords();
	const records = await load(db, [id]);
	const table = exportTableOf(kind, scope, records);
	const { media, extension, body } = await writeExport(format, table);
	return { media, fileName: `${table.name}-v${id}.${extension}`, body };
}

function noRecords(): Refused {
	return new Refused("export.streets", {
		zh: "路网存成编译好的图，没有可导出的记录。下载原文件。",
		en: "Streets are kept as a compiled graph without records. Download the original file.",
	});
}
