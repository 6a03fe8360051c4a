import { buffer } from "node:stream/consumers";
import initSqlJs from "sql.js";
import { expect, test } from "vitest";
import { EXAMPLE_EXCEPTIONS, EXAMPLE_UNITS } from "../../../server/exports/examples/exampleCity.ts";
import { exportTableOf } from "../../../server/exports/exportTableOf.ts";
import { writeGeoPackage } from "../../../server/exports/writeGeoPackage.ts";

const COMMITTEES = EXAMPLE_UNITS.filter(({ kind }) => kind === "committee");

async function databaseOf(table: ReturnType<typeof exportTableOf>) {
	const sql = await initSqlJs();
	const bytes = await buffer((await writeGeoPackage(table)).body);
	const db = new sql.Database(bytes);
	const rows = (query: string) => db.exec(query)[0]?.values ?? [];
	return { bytes, rows };
}

test("the file says that it is a GeoPackage and of which version", async () => {
	const { bytes, rows } = await databaseOf(exportTableOf("divisions", "committee", COMMITTEES));
	expect(bytes.toString("latin1", 68, 72)).toBe("GPKG"); // application_id in the header of the file
	expect(rows("pragma user_version")).toEqual([[10201]]);
	expect(rows("pragma integrity_check")).toEqual([["ok"]]);
	expect(rows("pragma foreign_key_check")).toEqual([]);
});

test("the system tables name the layer, its extent and the three reference systems", async () => {
	const { rows } = await databaseOf(exportTableOf("divisions", "committee", COMMITTEES));
	expect(rows("select srs_id from gpkg_spatial_ref_sys order by srs_id")).toEqual([
		[-1],
		[0],
		[4326],
	]);
	expect(rows("select * from gpkg_geometry_columns")).toEqual([
		["divisions-committee", "geom", "MULTIPOLYGON", 4326, 0, 0],
	]);
	const lons = COMMITTEES.flatMap(({ polygons }) => polygons.flat(2).map(([lon]) => lon));
	expect(rows("select table_name, data_type, srs_id, min_x, max_x from gpkg_contents")).toEqual([
		["divisions-committee", "features", 4326, Math.min(...lons), Math.max(...lons)],
	]);
});

test("records without shapes become a table of attributes", async () => {
	const { rows } = await databaseOf(exportTableOf("exceptions", "", EXAMPLE_EXCEPTIONS));
	expect(rows("select table_name, data_type, srs_id from gpkg_contents")).toEqual([
		["exceptions", "attributes", null],
	]);
	expect(rows("select * from gpkg_geometry_columns")).toEqual([]);
	expect(rows("select kind, from_code from exceptions")).toEqual([
		["bridge", "990102001002"],
		["ferry", "990102100003"],
	]);
});

test("a geometry has the box that its header announces", async () => {
	const [unit] = COMMITTEES;
	const { rows } = await databaseOf(exportTableOf("divisions", "committee", [unit]));
	const blob = Buffer.from(rows('select geom from "divisions-committee"')[0][0] as Uint8Array);
	expect(blob.toString("latin1", 0, 2)).toBe("GP");
	expect([blob[2], blob[3], blob.readInt32LE(4)]).toEqual([0, 0b11, 4326]);
	const [lons, lats] = [0, 1].map((axis) =>
		unit.polygons.flat(2).map((position) => position[axis]),
	);
	expect([8, 16, 24, 32].map((at) => blob.readDoubleLE(at))).toEqual([
		Math.min(...lons),
		Math.max(...lons),
		Math.min(...lats),
		Math.max(...lats),
	]);
	expect([blob[40], blob.readUInt32LE(41), blob.readUInt32LE(45)]).toEqual([1, 6, 1]);
});
