// The formats a version can be had in.
import type { ExportFormat } from "../../../planning/wire/layers.ts";

const FORMATS: readonly ExportFormat[] = [
	"geojson",
	"gpkg",
	"shapefile-utf8",
	"shapefile-gb18030",
	"csv",
	"xlsx",
];

/** Streets are lines and go out as such; a sheet of lines helps nobody. */
export function exportItems(kind: string): readonly ExportFormat[] {
	return kind === "streets" ? FORMATS.filter((name) => name !== "csv" && name !== "xlsx") : FORMATS;
}

export function exportPath(versionId: number, format: ExportFormat): string {
	return `/api/versions/${versionId}/export?format=${format}`;
}
