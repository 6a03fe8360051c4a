// `--dry-run --out FILE`: what would be accepted, as WGS84 GeoJSON, a feature per line inside the collection.
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refused } from "../errors.ts";

/** Records with `lonLat`, `polygons` or `line` become features; the other members become properties. */
export async function writeAccepted(path: string, records: Iterable<object>): Promise<void> {
	try {
		await pipeline(Readable.from(lines(records)), createWriteStream(path));
	} catch (error) {
		throw new Refused("file.unwritable", {
			zh: `无法写入 ${path}（${(error as Error).message}）。`,
			en: `Cannot write ${path} (${(error as Error).message}).`,
		});
	}
}

function* lines(records: Iterable<object>): Iterable<string> {
	yield '{"type":"FeatureCollection","features":[';
	let separator = "\n";
	for (const record of records) {
		yield `${separator}${JSON.stringify(featureOf(record as Shaped))}`;
		separator = ",\n";
	}
	yield "\n]}\n";
}

interface Shaped {
	readonly lonLat?: unknown;
	readonly polygons?: unknown;
	readonly line?: unknown;
}

function featureOf({ lonLat, polygons, line, ...properties }: Shaped) {
	const geometry =
		polygons !== undefined
			? { type: "MultiPolygon", coordinates: polygons }
			: line !== undefined
				? { type: "LineString", coordinates: line }
				: lonLat !== undefined
					? { type: "Point", coordinates: lonLat }
					: null;
	return { type: "Feature", properties, geometry };
}
