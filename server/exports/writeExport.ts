// The table of export formats. A new format is a writer and a row here.
import type { ExportFormat } from "../../planning/wire/layers.ts";
import type { ExportTable } from "./ExportTable.ts";
import type { ExportFile, ExportWriter } from "./ExportWriter.ts";
import { writeCsv } from "./writeCsv.ts";
import { writeGeoJson } from "./writeGeoJson.ts";
import { writeGeoPackage } from "./writeGeoPackage.ts";
import { writeShapefile } from "./writeShapefile.ts";
import { writeXlsx } from "./writeXlsx.ts";

export const EXPORTS: Readonly<Record<ExportFormat, ExportWriter>> = {
	geojson: writeGeoJson,
	"shapefile-utf8": (table) => writeShapefile(table, "utf-8"),
	"shapefile-gb18030": (table) => writeShapefile(table, "gb18030"),
	gpkg: writeGeoPackage,
	csv: writeCsv,
	xlsx: writeXlsx,
};

/** The table as a file of this format. Throws Refused when the format cannot hold it. */
export function writeExport(format: ExportFormat, table: ExportTable): Promise<ExportFile> {
	return EXPORTS[format](table);
}
