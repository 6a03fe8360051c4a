// GeoJSON (RFC 7946): one collection, a feature per line, coordinates in full, outer rings counter-clockwise.
import { Readable } from "node:stream";
import { batchesOf, type ExportRow, type ExportTable } from "./ExportTable.ts";
import type { ExportFile } from "./ExportWriter.ts";
import { orientRings } from "./orientRings.ts";

export async function writeGeoJson(table: ExportTable): Promise<ExportFile> {
	return {
		body: Readable.from(pieces(table), { objectMode: false }),
		media: "application/geo+json",
		extension: "geojson",
	};
}

async function* pieces({ name, columns, rows }: ExportTable): AsyncIterable<Buffer> {
	yield Buffer.from(`{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[`);
	let separator = "\n";
	for await (const batch of batchesOf(rows)) {
		const features = batch.map((row) => {
			const properties = Object.fromEntries(
				columns.map((column, i) => [column.name, row.values[i]]),
			);
			return JSON.stringify({ type: "Feature", properties, geometry: geometryOf(row) });
		});
		yield Buffer.from(separator + features.join(",\n"));
		separator = ",\n";
	}
	yield Buffer.from("\n]}\n");
}

function geometryOf({ lonLat, polygons, line }: ExportRow) {
	if (lonLat !== undefined) return { type: "Point", coordinates: lonLat };
	if (line !== undefined) return { type: "LineString", coordinates: line };
	if (polygons === undefined) return null;
	const parts = orientRings(polygons, "counter-clockwise");
	return parts.length === 1
		? { type: "Polygon", coordinates: parts[0] }
		: { type: "MultiPolygon", coordinates: parts };
}
