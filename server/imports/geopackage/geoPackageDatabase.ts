// A GeoPackage is an SQLite database; sql.js holds it in memory, so its size is limited.
import { readFile } from "node:fs/promises";
import initSqlJs, { type Database } from "sql.js";
import { Refused } from "../../errors.ts";
import { sizeOf } from "../fileBytes.ts";
import { type FormatWords, malformed, refusing } from "../refusing.ts";

export const GEOPACKAGE: FormatWords = { code: "gpkg", zh: "GeoPackage", en: "GeoPackage" };
const MOST_BYTES = 500_000_000;
const HEAD_BYTES = 100;
/** Bytes 18 and 19 say by which kind of journal the file is written; 2, write-ahead, needs files beside it. */
const JOURNAL_BYTES = [18, 19] as const;
const ROLLBACK_JOURNAL = 1;

/** Opens the file; the caller closes the database. Throws Refused on what is too large, cut off or no GeoPackage. */
export async function geoPackageDatabase(path: string): Promise<Database> {
	if ((await sizeOf(path)) > MOST_BYTES) throw tooLarge();
	const bytes = await readFile(path);
	if (bytes.length < HEAD_BYTES) throw malformed(GEOPACKAGE, `${bytes.length} bytes`);
	checkLength(bytes);
	for (const at of JOURNAL_BYTES) bytes[at] = ROLLBACK_JOURNAL;
	const sql = await initSqlJs();
	return refusing(GEOPACKAGE, () => {
		const database = new sql.Database(bytes);
		try {
			if (!hasContents(database)) throw notGeoPackage();
		} catch (error) {
			database.close();
			throw error;
		}
		return database;
	});
}

/** The header gives page size and count; SQLite itself only notices a missing page when it reads it. */
function checkLength(bytes: Buffer): void {
	const declared = bytes.readUInt16BE(16);
	const pageBytes = declared === 1 ? 65_536 : declared;
	const isCountValid = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
	const expected = isCountValid ? pageBytes * bytes.readUInt32BE(28) : pageBytes;
	if (bytes.length < expected || (pageBytes > 0 && bytes.length % pageBytes !== 0))
		throw malformed(
			GEOPACKAGE,
			`应有 ${expected} 字节，实有 ${bytes.length} / ${expected} bytes expected`,
		);
}

function hasContents(database: Database): boolean {
	const [found] = database.exec(
		"select count(*) from sqlite_master where lower(name) = 'gpkg_contents' and type in ('table', 'view')",
	);
	return Number(found?.values[0]?.[0]) > 0;
}

function notGeoPackage(): Refused {
	return new Refused("gpkg.no-contents", {
		zh: "这是 SQLite 数据库，但没有 gpkg_contents 表，不是 GeoPackage。请另存为 GeoPackage（.gpkg）。",
		en: "This SQLite database has no table gpkg_contents, so it is no GeoPackage. Save it as a GeoPackage (.gpkg).",
	});
}

function tooLarge(): Refused {
	return new Refused("file.too-large", {
		zh: "GeoPackage 超过 500 MB，要整个读进内存，读不了。请按区拆开，或导出为 FlatGeobuf、Shapefile、GeoJSON 再交。",
		en: "The GeoPackage is larger than 500 MB and would have to be held in memory. Split it, or export it as FlatGeobuf, shapefile or GeoJSON.",
	});
}
