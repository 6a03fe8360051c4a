// The layers of a GeoPackage as its tables of contents list them: features with a geometry column, and attribute tables.
import type { Database, SqlValue } from "sql.js";
import type { SourceLayer } from "../../../planning/wire/understanding.ts";

export interface GeoPackageLayer extends SourceLayer {
	readonly geometryColumn: string | null;
	/** `EPSG:n`, the definition in WKT, or null when it says that it does not know. */
	readonly crs: string | null;
}

const GEOMETRIES: Readonly<Record<string, string>> = {
	POINT: "Point",
	LINESTRING: "LineString",
	POLYGON: "Polygon",
	MULTIPOINT: "MultiPoint",
	MULTILINESTRING: "MultiLineString",
	MULTIPOLYGON: "MultiPolygon",
	GEOMETRYCOLLECTION: "GeometryCollection",
};

/** The layers in the order of gpkg_contents; tables listed there but absent are left away. */
export function geoPackageLayers(database: Database): GeoPackageLayer[] {
	const tables = tableNames(database);
	const geometries = geometryColumns(database, tables);
	return rowsOf(
		database,
		"select table_name, data_type, srs_id from gpkg_contents order by rowid",
	).flatMap(([name, dataType, srsId]) => {
		const table = tables.get(String(name).toLowerCase());
		if (table === undefined || !["features", "attributes", "aspatial"].includes(String(dataType)))
			return [];
		const geometry = geometries.get(table.toLowerCase());
		const layer: GeoPackageLayer = {
			name: table,
			featureCount: countOf(database, table),
			geometry: geometry === undefined ? "Table" : (GEOMETRIES[geometry.type] ?? null),
			geometryColumn: geometry?.column ?? null,
			crs: geometry === undefined ? null : crsOf(database, geometry.srsId ?? srsId ?? null),
		};
		return [layer];
	});
}

/** An identifier for SQL. */
export function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

function tableNames(database: Database): ReadonlyMap<string, string> {
	const rows = rowsOf(database, "select name from sqlite_master where type in ('table', 'view')");
	return new Map(rows.map(([name]) => [String(name).toLowerCase(), String(name)]));
}

interface GeometryColumn {
	readonly column: string;
	readonly type: string;
	readonly srsId: SqlValue | undefined;
}

function geometryColumns(
	database: Database,
	tables: ReadonlyMap<string, string>,
): ReadonlyMap<string, GeometryColumn> {
	if (!tables.has("gpkg_geometry_columns")) return new Map();
	const rows = rowsOf(
		database,
		"select table_name, column_name, geometry_type_name, srs_id from gpkg_geometry_columns",
	);
	return new Map(
		rows.map(([table, column, type, srsId]) => [
			String(table).toLowerCase(),
			{ column: String(column), type: String(type).toUpperCase(), srsId },
		]),
	);
}

function countOf(database: Database, table: string): number {
	return Number(rowsOf(database, `select count(*) from ${quoted(table)}`)[0]?.[0]);
}

/** −1 and 0 stand for undefined systems, cartesian and geographic; GDAL writes others that only say so in words. */
function crsOf(database: Database, srsId: SqlValue): string | null {
	const id = Number(srsId);
	if (srsId === null || id === -1 || id === 0) return null;
	const [row] = rowsOf(
		database,
		`select organization, organization_coordsys_id, definition from gpkg_spatial_ref_sys where srs_id = ${id}`,
	);
	if (row === undefined) return null;
	const [organization, code, definition] = row;
	if (String(organization).toUpperCase() === "EPSG") return `EPSG:${Number(code)}`;
	const text = String(definition ?? "").trim();
	return text === "" || /^(?:\w+\[")?undefined/i.test(text) ? null : text;
}

function rowsOf(database: Database, sql: string): SqlValue[][] {
	return database.exec(sql)[0]?.values ?? [];
}
