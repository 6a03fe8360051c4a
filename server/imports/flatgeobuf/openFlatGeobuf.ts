// FlatGeobuf, feature by feature from a stream.

import type { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import { GeometryType } from "flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js";
import { deserialize, type IFeature, parseProperties } from "flatgeobuf/lib/mjs/generic.js";
import { fromGeometry } from "flatgeobuf/lib/mjs/geojson/geometry.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import type { SourceFeature, SourceGeometry } from "../../../planning/layers/SourceFeature.ts";
import type { SourceLayer } from "../../../planning/wire/understanding.ts";
import { FIXED_ENCODING } from "../encoding/fixedEncoding.ts";
import { FileWindow } from "../FileWindow.ts";
import { layerNameOf } from "../layerName.ts";
import { malformed, refusing, refusingEach } from "../refusing.ts";
import type { OpenOptions, SourceFile } from "../SourceFile.ts";
import { unreadableGeometry } from "../unreadableGeometry.ts";
import { checkHeader, FLATGEOBUF, soundFrames } from "./soundFrames.ts";

/** Opens a FlatGeobuf file. Throws Refused `fgb.malformed`, then or while reading. */
export async function openFlatGeobuf(path: string, options: OpenOptions): Promise<SourceFile> {
	const { crs } = await headerOf(path);
	const isEpsg = crs !== null && crs.code > 0 && (crs.org ?? "EPSG").toUpperCase() === "EPSG";
	return {
		format: "fgb",
		layer: null,
		encoding: FIXED_ENCODING,
		declaredCrs: isEpsg ? `EPSG:${crs.code}` : (crs?.wkt ?? null),
		columns: null,
		features: refusingEach(FLATGEOBUF, featuresOf(path, options)),
	};
}

/** The one layer of a FlatGeobuf file. */
export async function flatGeobufLayers(path: string): Promise<readonly SourceLayer[]> {
	const { title, featuresCount, geometryType } = await headerOf(path);
	const isMixed = geometryType === GeometryType.Unknown;
	return [
		{
			name: title || layerNameOf(path),
			featureCount: featuresCount > 0 ? featuresCount : null,
			geometry: isMixed ? null : (GeometryType[geometryType] ?? null),
		},
	];
}

async function headerOf(path: string): Promise<HeaderMeta> {
	let header: HeaderMeta | null = null;
	const features = read(path, {}, (found) => {
		header = found;
		throw new HeaderRead();
	});
	await refusing(FLATGEOBUF, async () => {
		try {
			for await (const _ of features) break;
		} catch (error) {
			if (!(error instanceof HeaderRead)) throw error;
		}
	});
	if (header === null) throw malformed(FLATGEOBUF, "文件头 / header");
	return header;
}

/** Stops reading behind the header. */
class HeaderRead extends Error {}

async function* featuresOf(path: string, options: OpenOptions): AsyncIterable<SourceFeature> {
	yield* read(path, options, () => {});
}

async function* read(
	path: string,
	{ onProgress }: OpenOptions,
	onHeader: (header: HeaderMeta) => void,
): AsyncIterable<SourceFeature> {
	const file = await FileWindow.open(path, onProgress);
	let header: HeaderMeta | null = null;
	const headerMetaFn = (found: HeaderMeta) => {
		checkHeader(found, file.sizeBytes);
		header = found;
		onHeader(found);
	};
	try {
		const stream = ReadableStream.from(soundFrames(file, () => header));
		const features = deserialize(stream, { headerMetaFn, fromFeature: toSourceFeature });
		for await (const feature of features) yield feature as SourceFeature;
	} finally {
		await file.close();
	}
}

function toSourceFeature(
	index: number,
	stored: Feature,
	header: HeaderMeta,
): IFeature & SourceFeature {
	const number = index + 1;
	const feature = {
		place: { feature: number },
		properties: parseProperties(stored, header.columns),
	};
	const geometry = stored.geometry();
	if (geometry === null) return { ...feature, geometry: null };
	try {
		return { ...feature, geometry: supported(fromGeometry(geometry, header.geometryType)) };
	} catch (error) {
		return { ...feature, geometry: null, issues: [unreadableGeometry(number, error)] };
	}
}

/** The reader gives curves and surfaces without coordinates. */
function supported(geometry: SourceGeometry): SourceGeometry {
	if (geometry.coordinates === undefined && geometry.geometries === undefined)
		throw new Error(geometry.type);
	return geometry;
}
