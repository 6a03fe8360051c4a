// From a file's numbers to WGS84 degrees, for every CRS that the product reads. CGCS2000 is taken as WGS84: they differ
// by centimetres.
import proj4 from "proj4";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { Refused } from "../../errors.ts";
import { CHINESE_DEGREES, type ChineseDatum, chineseGridOf } from "./chineseGrids.ts";
import { crsNamed } from "./crsNamed.ts";
import { baseOfLocal, type LocalGrid } from "./LocalGrid.ts";
import { fromBd09, fromGcj02 } from "./mapOffsets.ts";
import { datumOfWkt, WKT_PREFIX } from "./wktCrs.ts";

export interface CrsOptions {
	/** True when the file gives latitude (or northing) first. */
	readonly isSwapped: boolean;
	readonly localGrids: readonly LocalGrid[];
}

export type ToLonLat = (x: number, y: number) => LonLat;

const DEGREES = new Set(["EPSG:4326", "EPSG:4490"]);
const OLD_DATUM_WORDS: Readonly<Record<Exclude<ChineseDatum, "cgcs2000">, string>> = {
	beijing54: "北京 54 (Beijing 1954)",
	xian80: "西安 80 (Xian 1980)",
};
const WEB_MERCATOR =
	"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs";

/**
 * The conversion of a CRS. Numbers that no place has give NaN.
 * @throws Refused `crs.unsupported`, `crs.datum-needs-parameters`, `crs.local-unknown`
 */
export function toLonLatOf(crs: string, { isSwapped, localGrids }: CrsOptions): ToLonLat {
	const convert = conversionOf(crs, localGrids);
	return isSwapped ? (x, y) => convert(y, x) : convert;
}

function conversionOf(crs: string, localGrids: readonly LocalGrid[]): ToLonLat {
	const name = crsNamed(crs);
	if (name === null) throw unsupported(crs);
	if (DEGREES.has(name)) return (lon, lat) => [lon, lat];
	if (name === "gcj02") return (lon, lat) => fromGcj02([lon, lat]);
	if (name === "bd09") return (lon, lat) => fromBd09([lon, lat]);
	if (name.startsWith("local:")) return localConversion(name.slice("local:".length), localGrids);
	return projected(definitionOf(name));
}

function projected(definition: string): ToLonLat {
	const { forward } = proj4(definition, "WGS84");
	return (x, y) => {
		if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
		const [lon, lat] = forward([x, y]);
		return [lon ?? Number.NaN, lat ?? Number.NaN];
	};
}

function localConversion(name: string, localGrids: readonly LocalGrid[]): ToLonLat {
	const grid = localGrids.find((known) => known.name === name);
	if (grid === undefined) throw localUnknown(name, localGrids);
	if (grid.baseCrs.startsWith("local:"))
		throw new Error(`The local grid ${name} stands on another local grid.`);
	const toBase = baseOfLocal(grid);
	const convert = conversionOf(grid.baseCrs, localGrids);
	return (x, y) => convert(...toBase(x, y));
}

/** For the projection library. */
function definitionOf(name: string): string {
	if (name.startsWith(WKT_PREFIX)) {
		const datum = datumOfWkt(name);
		if (datum === "beijing54" || datum === "xian80") throw needsParameters(name, datum);
		return name.slice(WKT_PREFIX.length);
	}
	const code = Number(name.slice("EPSG:".length));
	if (code === 3857) return WEB_MERCATOR;
	if (code > 32_600 && code <= 32_660) return `+proj=utm +zone=${code - 32_600} +datum=WGS84`;
	const grid = chineseGridOf(code);
	const datum = grid?.datum ?? oldDatumOf(code);
	if (datum === "beijing54" || datum === "xian80") throw needsParameters(name, datum);
	if (grid === undefined) throw unsupported(name);
	const { centralLon, falseEastingM } = grid;
	return `+proj=tmerc +lat_0=0 +lon_0=${centralLon} +k=1 +x_0=${falseEastingM} +y_0=0 +ellps=GRS80 +towgs84=0,0,0 +units=m`;
}

function oldDatumOf(code: number): ChineseDatum | undefined {
	return (["beijing54", "xian80"] as const).find((datum) => CHINESE_DEGREES[datum] === code);
}

function needsParameters(name: string, datum: keyof typeof OLD_DATUM_WORDS): Refused {
	const shown = name.startsWith(WKT_PREFIX)
		? OLD_DATUM_WORDS[datum]
		: `${name}, ${OLD_DATUM_WORDS[datum]}`;
	return new Refused("crs.datum-needs-parameters", {
		zh: `坐标系 ${shown} 换算到 WGS84 需要测绘部门的转换参数，参数不公开，不能猜。用测绘部门的软件转成 CGCS2000（如 EPSG:4549）后再交；或由管理员把参数配置成地方坐标系，再选 local:名称。`,
		en: `Converting ${shown} to WGS84 needs the surveying bureau's parameters, which are not public and are not guessed. Convert the file to CGCS2000 (such as EPSG:4549) with the bureau's software, or have the parameters set up as a local grid and choose local:NAME.`,
	});
}

function localUnknown(name: string, localGrids: readonly LocalGrid[]): Refused {
	const known = localGrids.map((grid) => `local:${grid.name}`).join("、");
	return new Refused("crs.local-unknown", {
		zh: `没有配置地方坐标系 local:${name}。已配置的：${known || "无"}。参数来自测绘部门，由管理员在设置中配置。`,
		en: `The local grid local:${name} is not set up. There are: ${known || "none"}. Its parameters come from the surveying bureau and are set up by an administrator.`,
	});
}

function unsupported(crs: string): Refused {
	const shown = crs.length > 80 ? `${crs.slice(0, 80)}…` : crs;
	const supported =
		"EPSG:4326, 4490; 4491–4512, 4513–4554 (CGCS2000 Gauss–Krüger); 3857; 32601–32660 (UTM); gcj02; bd09; local:NAME";
	return new Refused("crs.unsupported", {
		zh: `坐标系 ${shown} 不支持。支持的有：${supported}。先转换成其中一种，或核对名称。`,
		en: `The coordinate system ${shown} is not supported. Supported: ${supported}. Convert to one of these, or check the name.`,
	});
}
