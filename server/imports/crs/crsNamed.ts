// The canonical name of a CRS from what a person types or a file says.
import { CHINESE_DEGREES, type ChineseDatum, chineseGridWith } from "./chineseGrids.ts";
import { crsOfWkt, isWkt, WKT_PREFIX } from "./wktCrs.ts";

const NAMES: readonly (readonly [RegExp, string])[] = [
	[/^(?:gcj-?(?:20)?02(?:ll)?|火星坐标系?|高德(?:坐标系?)?|国测局坐标系?)$/, "gcj02"],
	[/^(?:bd-?09(?:ll)?|百度(?:坐标系?)?)$/, "bd09"],
	[/^(?:wgs-?(?:19)?84|gcs-wgs-1984|(?:ogc:?)?crs:?84)$/, "EPSG:4326"],
	[
		/^(?:cgcs-?2000|国家2000|2000国家大地坐标系|gcs-china-geodetic-coordinate-system-2000|china-geodetic-coordinate-system-2000)$/,
		"EPSG:4490",
	],
	[
		/^(?:web-?mercator|(?:wgs-1984|wgs-84)-(?:web|pseudo)-mercator(?:-auxiliary-sphere)?)$/,
		"EPSG:3857",
	],
	[/^(?:gcs-)?(?:beijing|北京)-?(?:19)?54$/, "EPSG:4214"],
	[/^(?:gcs-)?(?:xi-?an|西安)-?(?:19)?80$/, "EPSG:4610"],
];

const DATUM_WORDS: readonly (readonly [RegExp, ChineseDatum])[] = [
	[/^cgcs-?2000/, "cgcs2000"],
	[/^xi-?an-?(?:19)?80/, "xian80"],
	[/^beijing-?(?:19)?54/, "beijing54"],
];

/**
 * `EPSG:n`, `gcj02`, `bd09`, `local:NAME`, or `wkt:…` for a text that has no code but can be computed; null when it
 * cannot be told what is meant.
 */
export function crsNamed(text: string): string | null {
	const trimmed = text.normalize("NFKC").trim();
	if (/^local:./i.test(trimmed)) return `local:${trimmed.slice("local:".length).trim()}`;
	if (trimmed.startsWith(WKT_PREFIX)) return crsOfWkt(trimmed.slice(WKT_PREFIX.length));
	if (isWkt(trimmed)) return crsOfWkt(trimmed);
	const code = codeOf(trimmed);
	if (code !== null) return code === 900_913 || code === 102_100 ? "EPSG:3857" : `EPSG:${code}`;
	const word = trimmed
		.replace(/^urn:ogc:def:crs:/i, "")
		.replace(/^ogc:[\d.]*:/i, "")
		.toLowerCase()
		.replace(/[\s_/]+/g, "-");
	return NAMES.find(([pattern]) => pattern.test(word))?.[1] ?? gridNamed(word) ?? utmNamed(word);
}

/** 4549, EPSG:4549, urn:ogc:def:crs:EPSG::4549, http://www.opengis.net/def/crs/EPSG/0/4549 */
function codeOf(text: string): number | null {
	const found = /^(?:.*\b(?:epsg|esri)(?::[\d.]*:|:|\/[\d.]+\/))?(\d{4,6})$/i.exec(text);
	return found === null ? null : Number(found[1]);
}

/** `cgcs2000-3-degree-gk-cm-120e`, `…-gk-zone-40`, `cgcs2000-gk-cm-117e`, with gauss-kruger for gk. */
function gridNamed(word: string): string | null {
	const datum = DATUM_WORDS.find(([pattern]) => pattern.test(word))?.[1];
	const found = /-(?:(3)-degree-)?(?:gk|gauss-kr(?:u|ü|ue)ger)-(?:cm-(\d+)e?|zone-(\d+))$/.exec(
		word,
	);
	if (datum === undefined || found === null)
		return datum !== undefined && /^[a-z]+-?\d+$/.test(word)
			? `EPSG:${CHINESE_DEGREES[datum]}`
			: null;
	const [, three, meridian, zone] = found;
	const centralLon =
		meridian !== undefined ? Number(meridian) : three ? 3 * Number(zone) : 6 * Number(zone) - 3;
	const falseEastingM = 500_000 + (zone === undefined ? 0 : Number(zone) * 1_000_000);
	const grid = chineseGridWith(datum, centralLon, falseEastingM);
	return grid === undefined ? null : `EPSG:${grid.epsg}`;
}

function utmNamed(word: string): string | null {
	const zone = Number(/^wgs-(?:19)?84-utm-zone-(\d{1,2})n$/.exec(word)?.[1] ?? 0);
	return zone >= 1 && zone <= 60 ? `EPSG:${32_600 + zone}` : null;
}
