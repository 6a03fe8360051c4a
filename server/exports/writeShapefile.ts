// A shapefile in a zip: .shp .shx .dbf .prj .cpg and a text that explains the field names. Written row by row; the rows are
// gone through once to measure and once for each of the three files.
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { ExportTable } from "./ExportTable.ts";
import type { ExportFile } from "./ExportWriter.ts";
import { dbfFile } from "./shapefile/dbfFile.ts";
import type { DbfEncoding } from "./shapefile/dbfText.ts";
import { fieldNotes } from "./shapefile/fieldNotes.ts";
import { measureShapefile } from "./shapefile/measureShapefile.ts";
import { shpFile, shxFile } from "./shapefile/shpFile.ts";
import { WGS84_PRJ } from "./wgs84.ts";

const CPG: Readonly<Record<DbfEncoding, string>> = { "utf-8": "UTF-8", gb18030: "GB18030" };

export async function writeShapefile(
	table: ExportTable,
	encoding: DbfEncoding,
): Promise<ExportFile> {
	const measures = await measureShapefile(table, encoding);
	const zip = new ZipFile();
	const body = zip.outputStream as Readable;
	zip.on("error", (error: Error) => body.destroy(error));
	const add = (extension: string, pieces: () => AsyncIterable<Buffer>) =>
		zip.addReadStreamLazy(`${table.name}.${extension}`, (give) =>
			give(null, Readable.from(pieces(), { objectMode: false })),
		);
	add("shp", () => shpFile(table, measures));
	add("shx", () => shxFile(table, measures));
	add("dbf", () => dbfFile(table, measures));
	zip.addBuffer(Buffer.from(WGS84_PRJ), `${table.name}.prj`);
	zip.addBuffer(Buffer.from(CPG[encoding]), `${table.name}.cpg`);
	zip.addBuffer(Buffer.from(`\ufeff${fieldNotes(table, measures)}`), "字段说明.txt");
	zip.end();
	return { body, media: "application/zip", extension: "zip" };
}
