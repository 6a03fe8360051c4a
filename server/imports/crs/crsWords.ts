// A finding about coordinates in words: the numbers, the system, how many features it puts into the city.
import type { Words } from "../../errors.ts";
import { chineseGridOf } from "./chineseGrids.ts";
import { type CrsSample, type Range, rangesOf } from "./crsReadings.ts";
import type { Judged } from "./judgeReading.ts";
import { WKT_PREFIX } from "./wktCrs.ts";

const NOUNS: Readonly<Record<CrsSample["noun"], Words>> = {
	areas: { zh: "个面", en: "areas" },
	lines: { zh: "条线", en: "lines" },
	points: { zh: "个点", en: "points" },
	rows: { zh: "行", en: "rows" },
};

const NAMES: Readonly<Record<string, Words>> = {
	"EPSG:4326": { zh: "WGS84 经纬度", en: "WGS84 degrees" },
	"EPSG:4490": { zh: "CGCS2000 经纬度", en: "CGCS2000 degrees" },
	"EPSG:3857": { zh: "Web 墨卡托", en: "Web Mercator" },
	gcj02: { zh: "GCJ-02（高德等地图的偏移坐标）", en: "GCJ-02 (offset of map services)" },
	bd09: { zh: "BD-09（百度地图的偏移坐标）", en: "BD-09 (offset of Baidu's maps)" },
};

/** A CRS with what it is, e.g. `EPSG:4549（CGCS2000 3 度带，中央经线 120°）`. */
export function crsLabel(crs: string): Words {
	const named = NAMES[crs];
	if (named !== undefined)
		return crs.startsWith("EPSG:")
			? { zh: `${crs}（${named.zh}）`, en: `${crs} (${named.en})` }
			: named;
	if (crs.startsWith(WKT_PREFIX)) {
		const name = /"([^"]*)"/.exec(crs)?.[1] ?? "WKT";
		return { zh: name, en: name };
	}
	const grid = chineseGridOf(Number(crs.slice("EPSG:".length)));
	if (grid === undefined) return { zh: crs, en: crs };
	const datum = { cgcs2000: "CGCS2000", xian80: "西安 80", beijing54: "北京 54" }[grid.datum];
	const datumEn = { cgcs2000: "CGCS2000", xian80: "Xian 1980", beijing54: "Beijing 1954" }[
		grid.datum
	];
	const zone = Math.floor(grid.falseEastingM / 1_000_000);
	return {
		zh: `${crs}（${datum} ${grid.widthDeg} 度带，中央经线 ${grid.centralLon}°${zone > 0 ? `，带号 ${zone}` : ""}）`,
		en: `${crs} (${datumEn} ${grid.widthDeg}°, central meridian ${grid.centralLon}°${zone > 0 ? `, zone ${zone}` : ""})`,
	};
}

/** `X 40.1–40.6 万，Y 345.1–345.9 万` */
export function numbersWords(sample: CrsSample): Words {
	const { x, y } = rangesOf(sample);
	if (!Number.isFinite(x[0]) || !Number.isFinite(y[0]))
		return { zh: "没有可用的坐标", en: "no coordinates" };
	return { zh: `X ${rangeZh(x)}，Y ${rangeZh(y)}`, en: `X ${rangeEn(x)}, Y ${rangeEn(y)}` };
}

/** `按 EPSG:4549（…）落在本市范围 12/12 个面` */
export function readingWords(judged: Judged, sample: CrsSample, hasCity: boolean): Words {
	const label = crsLabel(judged.crs);
	const order: Words = judged.isSwapped
		? { zh: "，第一个数是纬度（北向）", en: ", latitude (northing) first" }
		: { zh: "", en: "" };
	const noun = NOUNS[sample.noun];
	const count = `${judged.inside}/${judged.of}`;
	const city: Words = hasCity
		? {
				zh:
					judged.inside === 0 ? `没有一${noun.zh}落在本市范围` : `落在本市范围 ${count} ${noun.zh}`,
				en: `${count} ${noun.en} fall into the city`,
			}
		: {
				zh: "还没有区划，不能按本市范围核对",
				en: "there are no divisions yet to check the place by",
			};
	return {
		zh: `按 ${label.zh}${order.zh}，${city.zh}`,
		en: `as ${label.en}${order.en}, ${city.en}`,
	};
}

/** Put sentences together. */
export function sentences(...parts: readonly Words[]): Words {
	return {
		zh: parts.map(({ zh }) => `${zh}。`).join(""),
		en: parts.map(({ en }) => `${en.charAt(0).toUpperCase()}${en.slice(1)}.`).join(" "),
	};
}

function rangeZh([low, high]: Range): string {
	if (Math.max(Math.abs(low), Math.abs(high)) < 10_000) return plain(low, high);
	const [from, to] = [low / 10_000, high / 10_000].map((value) => value.toFixed(1));
	return `${from}–${to} 万`;
}

function rangeEn([low, high]: Range): string {
	if (Math.max(Math.abs(low), Math.abs(high)) < 10_000) return plain(low, high);
	return [low, high].map((value) => Math.round(value).toLocaleString("en-US")).join("–");
}

function plain(low: number, high: number): string {
	const digits = Math.max(Math.abs(low), Math.abs(high)) <= 180 ? 3 : 1;
	return `${low.toFixed(digits)}–${high.toFixed(digits)}`;
}
