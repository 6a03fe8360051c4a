// The same few squares in every format, as other programs write them.
import ExcelJs from "exceljs";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection } from "geojson";
import initSqlJs from "sql.js";
import wkx from "wkx";
import { ringOf, type Square } from "./shapefile.ts";
import { zipFile } from "./zipFile.ts";

export function geoJsonOf(squareList: readonly Square[]): FeatureCollection {
	return {
		type: "FeatureCollection",
		features: squareList.map(({ code, name, corner }) => ({
			type: "Feature",
			properties: { code, name },
			geometry: { type: "Polygon", coordinates: [ringOf(corner ?? [0, 0])] },
		})),
	};
}

export function csvOf(squareList: readonly Square[]): string {
	return ["code,name", ...squareList.map(({ code, name }) => `${code},${name}`)].join("\n");
}

export function kmlOf(squareList: readonly Square[], folders: readonly string[] = ["一"]): string {
	const placemarks = squareList.map(({ code, name, corner }) => {
		const coordinates = ringOf(corner ?? [0, 0])
			.map(String)
			.join(" ");
		const extra = `<ExtendedData><Data name="code"><value>${code}</value></Data></ExtendedData>`;
		return `<Placemark><name>${name}</name>${extra}<Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
	});
	const parts = folders.map(
		(folder, k) =>
			`<Folder><name>${folder}</name>${placemarks.filter((_, i) => i % folders.length === k).join("")}</Folder>`,
	);
	return `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${parts.join("")}</Document></kml>`;
}

export function kmzOf(squareList: readonly Square[]): Buffer {
	return zipFile([
		{ name: "images/icon.png", content: "png" },
		{ name: "doc.kml", content: kmlOf(squareList) },
	]);
}

export function flatGeobufOf(squareList: readonly Square[], epsg = 4549): Buffer {
	return Buffer.from(serialize(geoJsonOf(squareList), epsg));
}

/** A layer `squares` in EPSG:`epsg`, and a table `notes` without shapes. */
export async function geoPackageOf(squareList: readonly Square[], epsg = 4549): Promise<Buffer> {
	const sql = await initSqlJs();
	const database = new sql.Database();
	database.run(`
		create table gpkg_contents (table_name text, data_type text, identifier text, srs_id integer);
		create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer, z integer, m integer);
		create table gpkg_spatial_ref_sys (srs_name text, srs_id integer, organization text, organization_coordsys_id integer, definition text);
		insert into gpkg_spatial_ref_sys values ('cgcs', ${epsg}, 'EPSG', ${epsg}, ''), ('own', 900001, 'bureau', 1, 'PROJCS["Shanghai"]');
		insert into gpkg_contents values ('squares', 'features', 'squares', ${epsg}), ('notes', 'attributes', 'notes', 0);
		insert into gpkg_geometry_columns values ('squares', 'geom', 'POLYGON', ${epsg}, 0, 0);
		create table squares (fid integer primary key, geom blob, code text, name text);
		create table notes (id integer primary key, note text);
		insert into notes values (1, '备注');
	`);
	for (const { code, name, corner } of squareList)
		database.run("insert into squares (geom, code, name) values (?, ?, ?)", [
			corner === null ? null : geoPackageBlob(corner, epsg),
			code,
			name,
		]);
	const bytes = Buffer.from(database.export());
	database.close();
	return bytes;
}

function geoPackageBlob(corner: readonly [number, number], epsg: number): Buffer {
	const head = Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0]);
	head.writeInt32LE(epsg, 4);
	const shape = { type: "Polygon", coordinates: [ringOf(corner)] };
	return Buffer.concat([head, wkx.Geometry.parseGeoJSON(shape).toWkb()]);
}

export async function xlsxOf(squareList: readonly Square[]): Promise<Buffer> {
	const workbook = new ExcelJs.Workbook();
	const sheet = workbook.addWorksheet("居委会");
	sheet.addRow(["code", "name"]);
	for (const { code, name } of squareList) sheet.addRow([code, name]);
	return Buffer.from(await workbook.xlsx.writeBuffer());
}
