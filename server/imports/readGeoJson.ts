// GeoJSON, feature by feature: one collection, one feature, one bare geometry, or a feature per line
// (newline-delimited, RFC 8142).
import type { SourceFeature, SourceGeometry } from "../../planning/layers/SourceFeature.ts";
import type { SourceLayer } from "../../planning/wire/understanding.ts";
import { Refused } from "../errors.ts";
import { decodeText } from "./decodeText.ts";
import { withEncodingIssues } from "./encoding/encodingIssues.ts";
import { textEncoding } from "./encoding/textEncoding.ts";
import { bytesOf } from "./fileBytes.ts";
import { layerNameOf } from "./layerName.ts";
import type { OpenOptions, SourceFile } from "./SourceFile.ts";
import { JsonCursor, JsonScanError } from "./scanJson.ts";

const GEOMETRY_TYPES: ReadonlySet<string> = new Set([
	"Point",
	"MultiPoint",
	"LineString",
	"MultiLineString",
	"Polygon",
	"MultiPolygon",
	"GeometryCollection",
]);

/** Open a GeoJSON file. Throws Refused, then or while reading, on text that is not GeoJSON or is cut off. */
export async function openGeoJson(path: string, options: OpenOptions): Promise<SourceFile> {
	const encoding = await textEncoding(path, { asked: options.encoding });
	const members: Record<string, unknown> = {};
	const text = decodeText(bytesOf(path, options.onProgress), encoding.used ?? "utf-8");
	return {
		format: "geojson",
		layer: null,
		encoding,
		columns: null,
		features: withEncodingIssues(features(new JsonCursor(text), members), encoding),
		// Known once the features are read: the member may stand behind them.
		get declaredCrs() {
			return declaredCrsOf(members["crs"]);
		},
	};
}

/** The one layer of a GeoJSON file. */
export async function geoJsonLayers(path: string): Promise<readonly SourceLayer[]> {
	return [{ name: layerNameOf(path), featureCount: null, geometry: null }];
}

async function* features(
	cursor: JsonCursor,
	members: Record<string, unknown>,
): AsyncIterable<SourceFeature> {
	let count = 0;
	try {
		for await (const value of topLevelValues(cursor, members)) {
			count++;
			yield toSourceFeature(value, count);
		}
	} catch (error) {
		if (error instanceof JsonScanError) throw refusalOf(error, count);
		if (error instanceof RangeError) throw tooLarge(count + 1); // longer than a string can be
		throw error;
	}
	if (count === 0 && members["features"] !== true) throw notGeoJson(members["type"]);
}

async function* topLevelValues(
	cursor: JsonCursor,
	members: Record<string, unknown>,
): AsyncIterable<unknown> {
	yield* firstObject(cursor, members);
	while ((await cursor.peek()) !== "") {
		const value = await parsed(cursor); // a further line
		if (isRecord(value) && Array.isArray(value["features"])) yield* value["features"];
		else yield value;
	}
}

/** The first object, member by member, so that a collection's features never stand in memory together. */
async function* firstObject(
	cursor: JsonCursor,
	members: Record<string, unknown>,
): AsyncIterable<unknown> {
	await cursor.take("{");
	if (await cursor.takeIf("}")) return;
	do {
		const key = String(await parsed(cursor));
		await cursor.take(":");
		if (key === "features" && (await cursor.takeIf("["))) {
			members[key] = true;
			yield* elements(cursor);
		} else members[key] = await parsed(cursor);
	} while (await cursor.takeIf(","));
	await cursor.take("}");
	if (members["type"] === "Feature") yield { ...members };
	else if (GEOMETRY_TYPES.has(String(members["type"])))
		yield { type: "Feature", properties: {}, geometry: { ...members } };
}

async function* elements(cursor: JsonCursor): AsyncIterable<unknown> {
	if (await cursor.takeIf("]")) return;
	do {
		yield await parsed(cursor);
	} while (await cursor.takeIf(","));
	await cursor.take("]");
}

async function parsed(cursor: JsonCursor): Promise<unknown> {
	const text = await cursor.value();
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new JsonScanError((error as Error).message, cursor.offset - text.length, false);
	}
}

function toSourceFeature(value: unknown, feature: number): SourceFeature {
	const place = { feature };
	if (!isRecord(value) || value["type"] !== "Feature") {
		const message = {
			zh: `第 ${feature} 个要素不是 GeoJSON Feature。请删除或改正。`,
			en: `Feature ${feature} is not a GeoJSON Feature. Delete or correct it.`,
		};
		const code = "feature.malformed";
		const issues = [{ code, severity: "blocking" as const, at: place, message }];
		return { place, properties: {}, geometry: null, issues };
	}
	const properties = isRecord(value["properties"]) ? value["properties"] : {};
	const id = value["id"];
	return {
		place,
		properties: id === undefined || "id" in properties ? properties : { id, ...properties },
		geometry: isRecord(value["geometry"]) ? (value["geometry"] as unknown as SourceGeometry) : null,
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The `crs` member of GeoJSON 2008, which GDAL still writes: urn:ogc:def:crs:EPSG::4490. */
function declaredCrsOf(crs: unknown): string | null {
	if (!isRecord(crs) || !isRecord(crs["properties"])) return null;
	const name = String(crs["properties"]["name"] ?? "");
	if (/CRS84$/i.test(name)) return "EPSG:4326";
	const epsg = /EPSG:+(?:[\d.]*:)?(\d+)$/i.exec(name);
	return epsg === null ? name : `EPSG:${epsg[1]}`;
}

function refusalOf(error: JsonScanError, featuresBefore: number): Refused {
	const at = `第 ${error.offset} 个字符（第 ${featuresBefore + 1} 个要素附近）`;
	const atEn = `character ${error.offset} (near feature ${featuresBefore + 1})`;
	return error.isEnd
		? new Refused("geojson.truncated", {
				zh: `GeoJSON 文件不完整：在${at}处中断。请重新导出。`,
				en: `The GeoJSON file is cut off at ${atEn}. Export it again.`,
			})
		: new Refused("geojson.malformed", {
				zh: `GeoJSON 文件在${at}处有错：${error.message}。`,
				en: `The GeoJSON file is broken at ${atEn}: ${error.message}.`,
			});
}

function tooLarge(feature: number): Refused {
	return new Refused("file.too-large", {
		zh: `第 ${feature} 个要素超过 500 MB，读不下。请把它拆成几个要素。`,
		en: `Feature ${feature} is larger than 500 MB and cannot be read. Split it into several.`,
	});
}

function notGeoJson(type: unknown): Refused {
	const found = typeof type === "string" ? type : "?";
	return new Refused("geojson.malformed", {
		zh: `文件不是 GeoJSON 的 FeatureCollection 或 Feature（type：${found}）。`,
		en: `The file is not a GeoJSON FeatureCollection or Feature (type: ${found}).`,
	});
}
