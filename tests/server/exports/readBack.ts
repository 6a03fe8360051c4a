// Writes an export to a file and reads it back by the same readers that take people's files.
import { buffer } from "node:stream/consumers";
import type { LayerCheck } from "../../../planning/layers/LayerCheck.ts";
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import type { ExportFormat } from "../../../planning/wire/layers.ts";
import type { ExportTable } from "../../../server/exports/ExportTable.ts";
import { writeExport } from "../../../server/exports/writeExport.ts";
import { openSource } from "../../../server/imports/formats.ts";
import type { SourceFile } from "../../../server/imports/SourceFile.ts";

export const FORMATS: readonly ExportFormat[] = [
	"geojson",
	"shapefile-utf8",
	"shapefile-gb18030",
	"gpkg",
	"csv",
	"xlsx",
];

type WriteFile = (name: string, content: string | Uint8Array) => string;

/** The export as an opened file. */
export async function reopened(
	format: ExportFormat,
	table: ExportTable,
	writeFile: WriteFile,
): Promise<SourceFile> {
	const { body, extension } = await writeExport(format, table);
	// A word or two in GB18030 could be text of other encodings, too; what real files show is tested by their examples.
	const encoding = format === "shapefile-gb18030" ? "gb18030" : undefined;
	return openSource(writeFile(`${table.name}.${extension}`, await buffer(body)), { encoding });
}

export async function featuresOf(source: SourceFile): Promise<SourceFeature[]> {
	const features: SourceFeature[] = [];
	for await (const feature of source.features) features.push(feature);
	return features;
}

/** Run a check over a whole file. */
export async function checked<R>(source: SourceFile, check: LayerCheck<R>) {
	for await (const feature of source.features) check.add(feature);
	const { records, issues, readCount } = check.finish();
	const found = issues
		.byCode()
		.map(
			({ severity, code, count, issues: [first] }) =>
				`${severity} ${code} × ${count}: ${first.message.en}`,
		);
	return { records, readCount, found };
}
