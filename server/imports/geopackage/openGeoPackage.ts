// A layer of a GeoPackage, row by row.
import type { Database, ParamsObject, SqlValue } from "sql.js";
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import type { SourceLayer } from "../../../planning/wire/understanding.ts";
import { chosenLayer } from "../chosenLayer.ts";
import { FIXED_ENCODING } from "../encoding/fixedEncoding.ts";
import { refusing, refusingEach } from "../refusing.ts";
import type { OpenOptions, SourceFile } from "../SourceFile.ts";
import { unreadableGeometry } from "../unreadableGeometry.ts";
import { GEOPACKAGE, geoPackageDatabase } from "./geoPackageDatabase.ts";
import { geoPackageGeometry } from "./geoPackageGeometry.ts";
import { type GeoPackageLayer, geoPackageLayers, quoted } from "./geoPackageLayers.ts";

/** Rows between two words on progress. */
const PROGRESS_ROWS = 1_000;

/** Opens the layer that `options` name, or the only one. Throws Refused `gpkg.…`, `layer.…`. */
export async function openGeoPackage(path: string, options: OpenOptions): Promise<SourceFile> {
	const layer = await withDatabase(path, (database) => {
		const layers = geoPackageLayers(database);
		const name = chosenLayer(layers, options.layer);
		return { found: layers.find((one) => one.name === name), columns: columnsOf(database, name) };
	});
	const { found, columns } = layer;
	if (found === undefined) throw new Error(`Layer ${options.layer} was chosen but is not there.`);
	return {
		format: "gpkg",
		layer: found.name,
		encoding: FIXED_ENCODING,
		declaredCrs: found.crs,
		columns: found.geometryColumn === null ? columns : null,
		features: refusingEach(GEOPACKAGE, featuresOf(path, found, options)),
	};
}

/** The layers of a GeoPackage. */
export function geoPackageLayersOf(path: string): Promise<readonly SourceLayer[]> {
	return withDatabase(path, (database) =>
		geoPackageLayers(database).map(({ name, featureCount, geometry }) => ({
			name,
			featureCount,
			geometry,
		})),
	);
}

async function withDatabase<T>(path: string, use: (database: Database) => T): Promise<T> {
	const database = await geoPackageDatabase(path);
	try {
		return await refusing(GEOPACKAGE, () => use(database));
	} finally {
		database.close();
	}
}

function columnsOf(database: Database, table: string): string[] {
	const rows = database.exec(`pragma table_info(${quoted(table)})`)[0]?.values ?? [];
	return rows.map(([, name]) => String(name));
}

async function* featuresOf(
	path: string,
	layer: GeoPackageLayer,
	{ onProgress }: OpenOptions,
): AsyncIterable<SourceFeature> {
	const database = await geoPackageDatabase(path);
	const statement = database.prepare(`select * from ${quoted(layer.name)}`);
	const total = layer.featureCount ?? 0;
	try {
		for (let number = 1; statement.step(); number++) {
			yield featureOf(statement.getAsObject(), layer, number);
			if (number % PROGRESS_ROWS === 0) onProgress?.(number, total);
		}
		onProgress?.(total, total);
	} finally {
		statement.free();
		database.close();
	}
}

function featureOf(row: ParamsObject, layer: GeoPackageLayer, number: number): SourceFeature {
	const { geometryColumn } = layer;
	if (geometryColumn === null)
		return { place: { row: number }, properties: textsOf(row), geometry: null };
	const { [geometryColumn]: stored = null, ...properties } = row;
	const feature = { place: { feature: number }, properties: textsOf(properties) };
	if (stored === null) return { ...feature, geometry: null };
	try {
		if (!(stored instanceof Uint8Array)) throw new Error(`a ${typeof stored}`);
		return { ...feature, geometry: geoPackageGeometry(stored) };
	} catch (error) {
		const issues = [unreadableGeometry(number, error)];
		return { ...feature, geometry: null, issues };
	}
}

/** Values of a row; bytes, such as pictures, are left away. */
function textsOf(row: ParamsObject): Record<string, SqlValue> {
	const isPlain = Object.values(row).every((value) => !(value instanceof Uint8Array));
	if (isPlain) return row;
	return Object.fromEntries(
		Object.entries(row).filter(([, value]) => !(value instanceof Uint8Array)),
	);
}
