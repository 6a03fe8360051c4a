// OpenStreetMap files by what they contain, with their name only as a hint: one row per form.
import { Refused } from "../../errors.ts";
import { headOf } from "../fileBytes.ts";
import type { OnProgress } from "../Progress.ts";
import type { OsmBlock } from "./OsmBlock.ts";
import { readOsmPbf } from "./readOsmPbf.ts";
import { readOsmXml } from "./readOsmXml.ts";

export interface OsmFormat {
	readonly format: "osm.pbf" | "osm" | "osm.gz";
	readonly matches: (head: Buffer, path: string) => boolean;
	readonly read: (path: string, onProgress?: OnProgress) => AsyncIterable<OsmBlock>;
}

const OSM_FORMATS: readonly OsmFormat[] = [
	{
		format: "osm.gz",
		matches: (head) => head[0] === 0x1f && head[1] === 0x8b,
		read: (path, onProgress) => readOsmXml(path, { gzipped: true, onProgress }),
	},
	{
		format: "osm.pbf",
		matches: (head, path) => head.includes("OSMHeader") || path.toLowerCase().endsWith(".pbf"),
		read: readOsmPbf,
	},
	{
		format: "osm",
		matches: (head, path) =>
			/<osm[\s>]/.test(head.toString("utf8")) || path.toLowerCase().endsWith(".osm"),
		read: (path, onProgress) => readOsmXml(path, { gzipped: false, onProgress }),
	},
];

/** Which form of OpenStreetMap file this is; null when it is none. */
export async function osmFormatIn(path: string): Promise<OsmFormat | null> {
	const head = await headOf(path);
	return OSM_FORMATS.find(({ matches }) => matches(head, path)) ?? null;
}

/** Which form of OpenStreetMap file this is. Throws Refused when it is none. */
export async function osmFormatOf(path: string): Promise<OsmFormat> {
	const found = await osmFormatIn(path);
	if (found !== null) return found;
	throw new Refused("format.unsupported", {
		zh: `不认识路网文件 ${path} 的格式。支持 .osm.pbf、.osm、.osm.gz。`,
		en: `The format of ${path} is not known for streets. Supported: .osm.pbf, .osm, .osm.gz.`,
	});
}

/** The objects of any OpenStreetMap file, block by block. */
export async function* readOsm(
	path: string,
	{ onProgress }: { onProgress?: OnProgress } = {},
): AsyncIterable<OsmBlock> {
	const { read } = await osmFormatOf(path);
	yield* read(path, onProgress);
}
