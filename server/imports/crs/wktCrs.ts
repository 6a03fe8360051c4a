// What a .prj or WKT text (ESRI, OGC 1, WKT 2) says: an EPSG code where one can be told, else the text itself for the
// projection library when its datum is one of those that agree with WGS84.
import proj4 from "proj4";
import {
	CHINESE_DEGREES,
	type ChineseDatum,
	chineseGridOf,
	chineseGridWith,
} from "./chineseGrids.ts";

/** In front of a text that is kept. */
export const WKT_PREFIX = "wkt:";

/** Datums that need no shift to WGS84 at the accuracy of boundaries (below a metre). */
const LIKE_WGS84 =
	/^(?:D_)?(?:WGS_?(?:19)?84|World_Geodetic_System_1984.*|China_2000|China_Geodetic_Coordinate_System_2000|CGCS_?2000|ETRS_?(?:19)?89|European_Terrestrial_Reference_System_1989.*|SWEREF99|ITRF.*)$/i;
const OLD_DATUMS: readonly (readonly [RegExp, ChineseDatum])[] = [
	[/Beijing_?(?:19)?54/i, "beijing54"],
	[/Xi_?'?an_?(?:19)?80/i, "xian80"],
];
const CGCS2000 = /China_2000|CGCS_?2000|China_Geodetic_Coordinate_System_2000/i;
const ROOT =
	/^\s*(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|PROJECTEDCRS|GEOGRAPHICCRS|GEODETICCRS|COMPD_?CS|COMPOUNDCRS|BOUNDCRS)\s*[[(]/i;

/** Is this the text of a CRS? */
export function isWkt(text: string): boolean {
	return ROOT.test(text);
}

/** `EPSG:n`, or `wkt:…`, or null when it cannot be read or its datum is unknown. */
export function crsOfWkt(text: string): string | null {
	const parsed = parse(text);
	if (parsed === null) return null;
	const datum = datumOfWkt(text);
	const authority = codeByAuthority(text, parsed);
	if (authority !== null && isKnownCode(authority)) return `EPSG:${authority}`;
	const code = codeByParameters(parsed, datum);
	if (code !== null) return `EPSG:${code}`;
	if (datum !== null) return `${WKT_PREFIX}${text.trim()}`;
	return authority === null ? null : `EPSG:${authority}`;
}

/** `wgs84` stands for all that agree with it; null for a datum we know nothing of. */
export function datumOfWkt(text: string): ChineseDatum | "wgs84" | null {
	const name = (/(?:DATUM|ENSEMBLE|TRF)\s*[[(]\s*"([^"]*)"/i.exec(text)?.[1] ?? "")
		.trim()
		.replace(/[\s-]+/g, "_");
	for (const [pattern, datum] of OLD_DATUMS) if (pattern.test(name)) return datum;
	if (CGCS2000.test(name)) return "cgcs2000";
	if (LIKE_WGS84.test(name.replace(/_?\[.*$/, ""))) return "wgs84";
	return /TOWGS84\s*[[(]\s*0/i.test(text) ? "wgs84" : null;
}

interface Parameters {
	readonly projName?: string;
	readonly a?: number;
	readonly x0?: number;
	readonly y0?: number;
	readonly lat0?: number;
	readonly long0?: number;
	readonly k0?: number;
	readonly to_meter?: number | null;
	readonly from_greenwich?: number;
}

function parse(text: string): Parameters | null {
	try {
		return new proj4.Proj(text.trim()) as unknown as Parameters;
	} catch {
		return null; // an unknown projection or a broken text
	}
}

/** The code of the root, which stands last in the text. */
function codeByAuthority(text: string, parsed: Parameters): number | null {
	const found = /(?:AUTHORITY|ID)\s*[[(]\s*"EPSG"\s*,\s*"?(\d+)"?\s*[\])]\s*[\])]\s*$/i.exec(text);
	if (found === null) return null;
	const code = Number(found[1]);
	const grid = chineseGridOf(code);
	if (grid === undefined) return code;
	// a code that the parameters contradict is worth nothing
	return isAt(parsed, grid.centralLon) && parsed.x0 === grid.falseEastingM ? code : null;
}

function isKnownCode(code: number): boolean {
	return (
		code === 4326 ||
		code === 3857 ||
		(code > 32_600 && code <= 32_660) ||
		Object.values(CHINESE_DEGREES).includes(code) ||
		chineseGridOf(code) !== undefined
	);
}

function codeByParameters(parsed: Parameters, datum: ReturnType<typeof datumOfWkt>): number | null {
	if (datum === null || (parsed.from_greenwich ?? 0) !== 0) return null;
	const projection = (parsed.projName ?? "").replace(/\s+/g, "_").toLowerCase();
	if (projection === "longlat") return datum === "wgs84" ? 4326 : CHINESE_DEGREES[datum];
	if ((parsed.to_meter ?? 1) !== 1 || (parsed.y0 ?? 0) !== 0) return null;
	if (/pseudo_mercator|auxiliary_sphere/.test(projection) && datum === "wgs84")
		return isAt(parsed, 0) ? 3857 : null;
	if (!/^(?:transverse_mercator|gauss_kruger|tmerc)$/.test(projection) || (parsed.lat0 ?? 0) !== 0)
		return null;
	const centralLon = ((parsed.long0 ?? 0) * 180) / Math.PI;
	if (datum === "wgs84") return utmZone(parsed, centralLon);
	if (parsed.k0 !== 1) return null;
	return chineseGridWith(datum, centralLon, parsed.x0 ?? 0)?.epsg ?? null;
}

/** Code of the UTM zone of the northern hemisphere with these parameters. */
function utmZone({ k0, x0 }: Parameters, centralLon: number): number | null {
	const zone = (centralLon + 183) / 6;
	const isZone = Math.abs(zone - Math.round(zone)) < 1e-6 && zone > 0.5 && zone < 60.5;
	return isZone && k0 === 0.9996 && x0 === 500_000 ? 32_600 + Math.round(zone) : null;
}

function isAt({ long0 }: Parameters, centralLon: number): boolean {
	return Math.abs(((long0 ?? 0) * 180) / Math.PI - centralLon) < 1e-6;
}
