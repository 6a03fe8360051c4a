// The table of file formats for features. A new format is a reader and a row here. Readers that bring libraries are
// loaded when a file of theirs comes, so that no command waits for all of them.
import { delimitedLayers, isDelimited, openDelimited } from "./readDelimited.ts";
import { geoJsonLayers, openGeoJson } from "./readGeoJson.ts";
import type { FileFormat, Formats, FoundLayers, OpenOptions, SourceFile } from "./SourceFile.ts";
import { sightOf } from "./sightOf.ts";
import { strangerRefusal, unsupported } from "./unsupported.ts";

const SHP_MARK = "0000270a";
const SQLITE_MARK = "SQLite format 3\0";
const FGB_MARK = "666762";
const GZIP_MARK = "1f8b";
/** dBASE and FoxPro, with and without memos. */
const DBF_MARKS = new Set([0x03, 0x04, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8b, 0x8c, 0xf5]);

type Reader = Pick<FileFormat, "layers" | "open">;

/** A reader that is loaded with its first file. */
function lazily(load: () => Promise<Reader>): Reader {
	return {
		layers: async (...given) => (await load()).layers(...given),
		open: async (...given) => (await load()).open(...given),
	};
}

/** The first that fits is taken, one that the extension names before others. */
export const FORMATS: readonly FileFormat[] = [
	{
		format: "shapefile",
		extensions: [".shp"],
		sniff: ({ head, extension }) => head.toString("hex", 0, 4) === SHP_MARK && extension !== ".shx",
		...lazily(async () => {
			const { shapefileLayers: layers, openShapefile: open } = await import(
				"./shapefile/openShapefile.ts"
			);
			return { layers, open };
		}),
	},
	{
		format: "gpkg",
		extensions: [".gpkg"],
		sniff: ({ head }) => head.toString("latin1", 0, SQLITE_MARK.length) === SQLITE_MARK,
		...lazily(async () => {
			const { geoPackageLayersOf: layers, openGeoPackage: open } = await import(
				"./geopackage/openGeoPackage.ts"
			);
			return { layers, open };
		}),
	},
	{
		format: "fgb",
		extensions: [".fgb"],
		sniff: ({ head }) => head.toString("hex", 0, 3) === FGB_MARK,
		...lazily(async () => {
			const { flatGeobufLayers: layers, openFlatGeobuf: open } = await import(
				"./flatgeobuf/openFlatGeobuf.ts"
			);
			return { layers, open };
		}),
	},
	{
		format: "xlsx",
		extensions: [".xlsx"],
		sniff: ({ zipPaths }) => zipPaths?.includes("xl/workbook.xml") === true,
		...lazily(async () => {
			const { xlsxLayers: layers, openXlsx: open } = await import("./xlsx/openXlsx.ts");
			return { layers, open };
		}),
	},
	{
		format: "kmz",
		extensions: [".kmz"],
		sniff: ({ zipPaths, extension }) =>
			zipPaths !== null && (extension === ".kmz" || zipPaths.includes("doc.kml")),
		...lazily(async () => {
			const { kmzLayers: layers, openKmz: open } = await import("./archive/openKmz.ts");
			return { layers, open };
		}),
	},
	{
		format: "zip",
		extensions: [".zip"],
		sniff: ({ zipPaths }) => zipPaths !== null,
		...lazily(async () => {
			const { zipLayers: layers, openZip: open } = await import("./archive/openZip.ts");
			return { layers, open };
		}),
	},
	{
		format: "gzip",
		extensions: [".gz"],
		sniff: ({ head }) => head.toString("hex", 0, 2) === GZIP_MARK,
		...lazily(async () => {
			const { gzipLayers: layers, openGzip: open } = await import("./archive/openGzip.ts");
			return { layers, open };
		}),
	},
	{
		format: "kml",
		extensions: [".kml"],
		sniff: ({ text, extension }) =>
			/^\s*</.test(text) && (extension === ".kml" || /<(?:\w+:)?kml[\s>]/.test(text)),
		...lazily(async () => {
			const { kmlLayers: layers, openKml: open } = await import("./kml/openKml.ts");
			return { layers, open };
		}),
	},
	{
		format: "geojson",
		extensions: [".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson"],
		sniff: ({ text }) => /^\s*\{/.test(text),
		layers: geoJsonLayers,
		open: openGeoJson,
	},
	{
		format: "csv",
		extensions: [".csv", ".tsv", ".tab", ".txt"],
		sniff: isDelimited,
		layers: delimitedLayers,
		open: openDelimited,
	},
	{
		format: "dbf",
		extensions: [".dbf"],
		sniff: ({ head, text, extension }) =>
			DBF_MARKS.has(head[0] ?? 0) && (extension === ".dbf" || text === "") && isDbfHeader(head),
		...lazily(async () => {
			const { dbfLayers: layers, openDbf: open } = await import("./shapefile/openDbf.ts");
			return { layers, open };
		}),
	},
];

const TABLE: Formats = { open: openSource, layers: layersOf };

/** Open a file of features by its content, its name deciding where the content leaves doubt. */
export async function openSource(path: string, options: OpenOptions): Promise<SourceFile> {
	const { open } = await formatOf(path);
	return open(path, options, TABLE);
}

/** The layers of a file, and its format. */
export async function layersOf(path: string, options: OpenOptions): Promise<FoundLayers> {
	const { format, layers } = await formatOf(path);
	const found = await layers(path, options, TABLE);
	return "layers" in found ? found : { format, layers: found };
}

async function formatOf(path: string): Promise<FileFormat> {
	const sight = await sightOf(path);
	const stranger = strangerRefusal(sight);
	if (stranger !== null) throw stranger;
	const likely = FORMATS.filter(({ sniff }) => sniff(sight));
	const named = likely.find(({ extensions }) => extensions.includes(sight.extension));
	const format = named ?? likely[0];
	if (format === undefined) throw unsupported(path);
	return format;
}

/** Month and day of the last change, and sizes that can be. */
function isDbfHeader(head: Buffer): boolean {
	if (head.length < 33) return false;
	return (head[2] ?? 0) <= 12 && (head[3] ?? 0) <= 31 && head.readUInt16LE(8) > 32;
}
