import { DOMParser } from "@xmldom/xmldom";
import { expect, test } from "vitest";
import { briefMap } from "../../../../server/reports/brief/briefMap.ts";
import type { MapPicture } from "../../../../server/reports/map/MapPicture.ts";
import { sheetSvg } from "../../../../server/reports/sheet/sheetSvg.ts";
import { tinyPicture, tinyView } from "../tinyView.ts";

const PANEL = { view: tinyView, picture: tinyPicture, language: "zh" } as const;
const A4 = { paper: "a4", orientation: "landscape" } as const;
const textsOf = (svg: string) =>
	[...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text]) => text);
const parsed = (svg: string) =>
	new DOMParser({
		onError: (level, message) => {
			throw new Error(`${level}: ${message}`);
		},
	}).parseFromString(svg, "image/svg+xml");

test("every unit is drawn once; no data is hatched, the lowest class has a texture", () => {
	const svg = briefMap(PANEL);
	const units = [...svg.matchAll(/<g class="unit" data-code="(\w+)">(.*?)<\/g>/g)];
	expect(units.map(([, code]) => code)).toEqual(["1", "2", "3"]);
	const [west = "", east = "", empty = ""] = units.map(([, , drawn = ""]) => drawn);
	expect(west).not.toContain("url(");
	expect(east).toContain("url(#lowest)");
	expect(empty).toContain("url(#no-data)");
});

test("the legend counts the units of each class and says what has no data", () => {
	const texts = textsOf(briefMap(PANEL));
	expect(texts).toEqual(
		expect.arrayContaining(["覆盖率（%）", "60–80", "&lt;60", "无数据", "1 个"]),
	);
	expect(texts).toEqual(expect.arrayContaining(["限外居民", "600 人", "150 人", "小学", "街镇界"]));
});

test("a map without a review number says 示意图, with one it says the number", () => {
	expect(textsOf(briefMap(PANEL))).toContain("示意图");
	const reviewed = { ...tinyView, mapReviewNumber: "沪S（2026）001号" };
	const texts = textsOf(briefMap({ ...PANEL, view: reviewed }));
	expect(texts).toContain("审图号：沪S（2026）001号");
	expect(texts).not.toContain("示意图");
});

test("a sheet says area, date, snapshot, who walks how far, denominator and projection", () => {
	const words = textsOf(sheetSvg(PANEL, A4)).join("");
	for (const said of [
		"示范市小学覆盖图",
		"数据截至 2026-06-30",
		"基准 0123456789ab",
		"成人 67 米/分",
		"分母：常住居民 1,000",
		"未接入路网 50，仍计入分母",
		"WGS84",
	])
		expect(words).toContain(said);
});

test("a sheet is as large as its paper", () => {
	expect(sheetSvg(PANEL, A4)).toContain('width="297mm" height="210mm"');
	expect(sheetSvg(PANEL, { paper: "a3", orientation: "portrait" })).toContain(
		'width="297mm" height="420mm"',
	);
});

test("a name of signs that XML reserves, or does not take, leaves the drawing whole", () => {
	const [first, ...others] = tinyPicture.units;
	if (first?.figure == null) throw new Error("The first unit has no figure.");
	const named = { ...first, figure: { ...first.figure, name: '<b>"&\u0001' } };
	const picture: MapPicture = { ...tinyPicture, units: [named, ...others] };
	const svg = briefMap({ ...PANEL, picture });
	expect(textsOf(svg)).toContain("&lt;b&gt;&quot;&amp;");
	expect(parsed(svg).documentElement?.tagName).toBe("svg");
	expect(parsed(sheetSvg(PANEL, A4)).documentElement?.tagName).toBe("svg");
});

test("units outside the area are quiet ground, without name and figure", () => {
	const units = tinyPicture.units.map((unit, i) => (i === 0 ? unit : { ...unit, figure: null }));
	const svg = briefMap({ ...PANEL, picture: { ...tinyPicture, units } });
	expect(svg.match(/class="unit"/g)).toHaveLength(1);
	expect(textsOf(svg)).not.toContain("东桥镇");
});
