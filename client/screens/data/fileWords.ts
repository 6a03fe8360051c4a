// Names of formats and encodings as they are written, whatever a reader calls them.

const FORMATS: Readonly<Record<string, string>> = {
	geojson: "GeoJSON",
	geojsonl: "GeoJSON",
	ndjson: "GeoJSON",
	shapefile: "Shapefile",
	shp: "Shapefile",
	gpkg: "GeoPackage",
	geopackage: "GeoPackage",
	kml: "KML",
	kmz: "KMZ",
	fgb: "FlatGeobuf",
	flatgeobuf: "FlatGeobuf",
	csv: "CSV",
	tsv: "TSV",
	delimited: "CSV",
	xlsx: "XLSX",
	osm: "OpenStreetMap",
	"osm.pbf": "OpenStreetMap PBF",
	pbf: "OpenStreetMap PBF",
};

export function formatName(format: string): string {
	return FORMATS[format.toLowerCase()] ?? format;
}

/** utf-8 → UTF-8, gb18030 → GB18030, big5 → Big5. */
export function encodingName(encoding: string): string {
	return encoding.toLowerCase() === "big5" ? "Big5" : encoding.toUpperCase();
}
