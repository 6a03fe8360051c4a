// The papers themselves, as they are handed over.
import { beforeAll, describe, expect, test } from "vitest";
import { briefContent } from "../../../../server/reports/brief/briefContent.ts";
import { briefMap } from "../../../../server/reports/brief/briefMap.ts";
import { printPaper } from "../../../../server/reports/print/printPaper.ts";
import { sheetSvg } from "../../../../server/reports/sheet/sheetSvg.ts";
import { tinyPicture, tinyView } from "../tinyView.ts";
import { lettersOf, pageCount, pdfText } from "./pdfLetters.ts";
import { zipMembers } from "./zipMembers.ts";

const PANEL = { view: tinyView, picture: tinyPicture, language: "zh" } as const;
const brief = briefContent(tinyView, { flags: [], countsByFlag: {} }, "zh");
const map = briefMap(PANEL);
const paper = { paper: "a4", orientation: "landscape" } as const;
const svg = sheetSvg(PANEL, paper);

describe("a brief as PDF", () => {
	let pdf: Uint8Array;
	beforeAll(async () => {
		pdf = await printPaper({ kind: "brief", format: "pdf", brief, map });
	});

	test("has one or two pages", () => {
		expect([1, 2]).toContain(pageCount(pdf));
	});

	test("embeds its fonts as outlines, none as drawings", () => {
		const text = pdfText(pdf);
		expect(text).toContain("/Subtype /CIDFontType2");
		expect(text).toContain("/FontFile2");
		expect(text).not.toContain("/Type3");
	});

	test("every letter of it can be taken out as text, and none is missing", () => {
		const letters = lettersOf(pdf);
		const said = [brief.title, brief.headline, ...brief.ranking.rows.flat()].join("");
		const missing = [...new Set(said)].filter((one) => !letters.has(one) && one !== " ");
		expect(missing).toEqual([]);
		expect(letters.has("〓")).toBe(false);
	});

	test("the same brief is the same file", async () => {
		const again = await printPaper({ kind: "brief", format: "pdf", brief, map });
		expect(Buffer.compare(Buffer.from(pdf), Buffer.from(again))).toBe(0);
	});
});

test("a brief for Word holds the same figures, the map and its letters", async () => {
	const members = await zipMembers(await printPaper({ kind: "brief", format: "docx", brief, map }));
	const document = members.get("word/document.xml")?.toString() ?? "";
	for (const said of [brief.headline, "30.0%", "东桥镇", "无数据", "0123456789ab"])
		expect(document).toContain(said);
	expect(members.get("word/footer1.xml")?.toString()).toContain("示意图");
	const names = [...members.keys()];
	expect(names.some((name) => /^word\/media\/.+\.png$/.test(name))).toBe(true);
	expect(names.filter((name) => name.endsWith(".odttf"))).toHaveLength(2);
});

test("a sheet as PNG has the dots of its paper, and says how many to an inch", async () => {
	const png = Buffer.from(await printPaper({ kind: "png", svg, widthMm: 297, dpi: 150 }));
	expect(png.subarray(1, 4).toString()).toBe("PNG");
	const width = Math.round((297 / 25.4) * 150);
	expect(png.readUInt32BE(16)).toBe(width);
	expect(Math.abs(png.readUInt32BE(20) - (width * 210) / 297)).toBeLessThanOrEqual(1);
	const chunk = png.indexOf("pHYs");
	expect(png.readUInt32BE(chunk + 4)).toBe(5_906); // 150 dots per inch in a metre
});

test("a sheet as PDF is one page of the paper's size", async () => {
	const sheet = { svg, paper, title: "示范市小学覆盖图", date: "2026-06-30" };
	const pdf = await printPaper({ kind: "sheet", sheet });
	expect(pageCount(pdf)).toBe(1);
	expect(pdfText(pdf)).toMatch(/\/MediaBox \[0 0 841\.8\d* 595\.2\d*\]/);
	expect(lettersOf(pdf).has("覆")).toBe(true);
});
