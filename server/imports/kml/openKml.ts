// KML: placemarks as features. Folders that hold placemarks can be read one by one, or all together, each feature then
// saying in `folder` where it was. The file is read twice, first for its outline, and never held in memory.
import type { SourceLayer } from "../../../planning/wire/understanding.ts";
import { chosenLayer } from "../chosenLayer.ts";
import { withEncodingIssues } from "../encoding/encodingIssues.ts";
import { layerNameOf } from "../layerName.ts";
import type { OnProgress } from "../Progress.ts";
import { refusing, refusingEach } from "../refusing.ts";
import type { OpenOptions, SourceFile } from "../SourceFile.ts";
import { kmlFeatures } from "./kmlFeatures.ts";
import { type KmlOutline, kmlOutline } from "./kmlOutline.ts";
import { KML, kmlText } from "./kmlText.ts";

/** The layer of all folders together. */
const ALL_FOLDERS = "*";

/** Opens a KML file: the folder that `options` name, else all. Throws Refused `kml.…`. */
export async function openKml(path: string, options: OpenOptions): Promise<SourceFile> {
	const { onProgress } = options;
	const text = await kmlText(path, options.encoding);
	const outline = await refusing(KML, () => kmlOutline(text, half(onProgress, 0)));
	const layers = layersOf(path, outline);
	const isWhole = options.layer === undefined || layers.length === 1;
	const layer = isWhole ? null : chosenLayer(layers, options.layer);
	const folder = layer === ALL_FOLDERS ? null : layer;
	const features = kmlFeatures(text, outline, { folder, onProgress: half(onProgress, 1) });
	return {
		format: "kml",
		layer,
		encoding: text.encoding,
		declaredCrs: "EPSG:4326",
		columns: null,
		features: withEncodingIssues(refusingEach(KML, features), text.encoding),
	};
}

/** All folders together as `*`, then each; just the file where there are no two folders. */
export async function kmlLayers(
	path: string,
	{ encoding, onProgress }: OpenOptions,
): Promise<readonly SourceLayer[]> {
	const text = await kmlText(path, encoding);
	return layersOf(path, await refusing(KML, () => kmlOutline(text, onProgress)));
}

function layersOf(path: string, { counts }: KmlOutline): SourceLayer[] {
	const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
	const whole = (name: string) => ({ name, featureCount: total, geometry: null });
	if (counts.size < 2) return [whole(layerNameOf(path))];
	const folders = [...counts].filter(([folder]) => folder !== "");
	return [
		whole(ALL_FOLDERS),
		...folders.map(([name, featureCount]) => ({ name, featureCount, geometry: null })),
	];
}

/** Of two readings of a file, the first or the second. */
function half(onProgress: OnProgress | undefined, reading: 0 | 1): OnProgress {
	return (bytesRead, bytesTotal) =>
		onProgress?.(Math.round((bytesRead + reading * bytesTotal) / 2), bytesTotal);
}
