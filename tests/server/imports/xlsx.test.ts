// Workbooks as spreadsheets, other programs and people who mean harm write them.
import { statSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { ExportTable } from "../../../server/exports/ExportTable.ts";
import { writeExport } from "../../../server/exports/writeExport.ts";
import { layersOf, openSource } from "../../../server/imports/formats.ts";
import { xlsxOf } from "../../scenes/formatFiles.ts";
import { squares } from "../../scenes/shapefile.ts";
import { textRow, workbookFile } from "../../scenes/workbookFile.ts";
import { issueCodes, readSource } from "./readSource.ts";
import { temporaryFiles } from "./temporaryFiles.ts";

const write = temporaryFiles();
const layerNames = async (path: string) =>
	(await layersOf(path, {})).layers.map(({ name }) => name);

/** The texts of one row of cells below a header of as many columns. */
async function textsOf(
	cells: readonly string[],
	parts: Partial<Parameters<typeof workbookFile>[0]> = {},
): Promise<unknown[]> {
	const header = textRow(cells.map((_, i) => `c${i}`));
	const rows = `${header}<row>${cells.join("")}</row>`;
	const path = write("cells.xlsx", workbookFile({ sheets: [{ name: "a", rows }], ...parts }));
	const [first] = (await readSource(path)).features;
	return Object.values(first.properties);
}

test("a text is the same in every kind of cell: entities decoded once, runs joined, readings left out", async () => {
	const runs =
		"<r><t>石渡</t></r><r><rPr><b/></rPr><t>&amp;amp; 路</t></r><rPh sb='0' eb='1'><t>shi</t></rPh>";
	const strings = ["<t>&amp;lt;b&amp;gt; &amp;amp;</t>", runs];
	const cells = [
		'<c t="s"><v>0</v></c>',
		'<c t="str"><v>&amp;lt;b&amp;gt; &amp;amp;</v></c>',
		'<c t="inlineStr"><is><t>&amp;lt;b&amp;gt; &amp;amp;</t></is></c>',
		'<c t="s"><v>1</v></c>',
		`<c t="inlineStr"><is>${runs}</is></c>`,
		'<c t="str"><v>a_x000A_b _x005F_x000A_ 😀</v></c>',
		'<c t="inlineStr"><is><t><![CDATA[<粗>]]></t></is></c>',
	];
	expect(await textsOf(cells, { strings })).toEqual([
		...Array(3).fill("&lt;b&gt; &amp;"),
		...Array(2).fill("石渡&amp; 路"),
		"a\nb _x000A_ 😀",
		"<粗>",
	]);
});

test("numbers keep every digit and have no exponent", async () => {
	const numbers = {
		"310101002001": "310101002001",
		"310101002001000123": "310101002001000123",
		"3.10101002001E11": "310101002001",
		"1.5E+21": "1500000000000000000000",
		"1.25E-7": "0.000000125",
		"-2E-3": "-0.002",
		"0.10000000000000001": "0.1",
		"121.47370000000001": "121.47370000000001",
		"0": "0",
	};
	const cells = Object.keys(numbers).map((value) => `<c><v>${value}</v></c>`);
	expect(await textsOf(cells)).toEqual(Object.values(numbers));
});

test("numbers of a date format are ISO days and times, by the calendar of the workbook; of zeros, padded codes", async () => {
	const formats = [0, 14, "yyyy&quot;年&quot;m&quot;月&quot;", "000000", 20, "[h]:mm", 57, "#,##0"];
	const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;
	// 25,569 days from the spreadsheet's day 0 to 1 January 1970; 1,462 between the two calendars.
	const cells = [
		...[cell(0, "25569"), cell(1, "25569"), cell(2, "25569.75"), cell(3, "7"), cell(4, "0.5")],
		...[cell(5, "1.5"), cell(6, "1"), cell(7, "25569"), '<c t="d"><v>1998-05-07T00:00:00</v></c>'],
	];
	expect(await textsOf(cells, { formats })).toEqual([
		...["25569", "1970-01-01", "1970-01-01T18:00:00", "000007", "12:00:00"],
		...["1.5", "1900-01-01", "25569", "1998-05-07"],
	]);
	const from1904 = await textsOf([cell(1, String(25_569 - 1_462))], { formats, is1904: true });
	expect(from1904).toEqual(["1970-01-01"]);
});

test("cells are placed by their reference, and those that are not there are empty", async () => {
	const rows = `${textRow(["a", "b", "c", "d"])}<row r="9"><c r="D9"><v>4</v></c><c r="B9" t="b"><v>1</v></c></row><row/><row><c r="C12" t="e"><v>#N/A</v></c></row>`;
	const path = write("sparse.xlsx", workbookFile({ sheets: [{ name: "a", rows }] }));
	const { features } = await readSource(path);
	expect(features).toEqual([
		{ place: { row: 1 }, properties: { a: "", b: "true", c: "", d: "4" }, geometry: null },
		{ place: { row: 2 }, properties: { a: "", b: "", c: "#N/A", d: "" }, geometry: null },
	]);
});

test("a formula gives the result that was stored, and is told; one without is told as a warning", async () => {
	const rows = `${textRow(["a", "b", "c"])}<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;""</f><v></v></c></row><row><c><f t="shared" si="0"/></c></row>`;
	const path = write("formula.xlsx", workbookFile({ sheets: [{ name: "a", rows }] }));
	const { features } = await readSource(path);
	expect(features.map(({ properties }) => properties["a"])).toEqual(["2", ""]);
	expect(features.map(({ issues = [] }) => issues.map(({ code }) => code))).toEqual([
		["cell.formula-value"],
		["cell.formula-no-value"],
	]);
	expect(features[0].issues?.[0].message.en).toContain("a, b");
});

test("sheets keep their order, hidden ones come last, and those that explain a template are not offered", async () => {
	const rows = textRow(["a"]) + textRow(["1"]);
	const sheet = (name: string, state?: string) => ({ name, rows, ...(state && { state }) });
	const path = write(
		"sheets.xlsx",
		workbookFile({
			sheets: [
				...[sheet("隐", "hidden"), sheet("说明"), sheet("乙"), { name: "空", rows: "" }],
				...[sheet("甲"), sheet("Values"), sheet("很隐", "veryHidden")],
			],
		}),
	);
	expect(await layerNames(path)).toEqual(["乙", "甲", "隐", "很隐"]);
	const only = write("notes.xlsx", workbookFile({ sheets: [sheet("说明")] }));
	expect(await layerNames(only)).toEqual(["说明"]);
});

test("a document type, a string that is not there and a cell beyond the sheet are refused", async () => {
	const refusalOf = (rows: string, beforeSheet = "") =>
		readSource(
			write("bad.xlsx", workbookFile({ sheets: [{ name: "a", rows }], beforeSheet })),
		).catch(({ code }) => code);
	const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
	expect(await refusalOf(textRow(["&e;"]), entity)).toBe("xlsx.doctype-refused");
	expect(await refusalOf('<row><c t="s"><v>3</v></c></row>')).toBe("xlsx.malformed");
	expect(await refusalOf('<row><c r="ZZZ1"><v>3</v></c></row>')).toBe("xlsx.malformed");
	expect(await refusalOf("<row><c>")).toBe("xlsx.malformed");
});

test("a sheet that swells beyond measure is refused while it is unpacked", async () => {
	const rows = `${textRow(["a"])}<row><c t="inlineStr"><is><t>${"0".repeat(30_000_000)}</t></is></c></row>`;
	const path = write("bomb.xlsx", workbookFile({ sheets: [{ name: "a", rows }] }));
	await expect(readSource(path)).rejects.toMatchObject({ code: "archive.suspicious-ratio" });
});

test("a workbook opened 300 times is never refused, and nothing comes after reading is broken off", async () => {
	const uncaught: unknown[] = [];
	const note = (error: unknown) => uncaught.push(error);
	process.on("uncaughtException", note).on("unhandledRejection", note);
	const count = 2_000;
	const path = write("often.xlsx", Buffer.from(await xlsxOf(squares(count))));
	for (let time = 0; time < 300; time++) {
		const source = await openSource(path, {});
		let read = 0;
		const last = [count, 1, 700][time % 3];
		if (time % 6 === 5) await source.close?.();
		else for await (const _ of source.features) if (++read === last) break;
		expect(read).toBe(time % 6 === 5 ? 0 : last);
	}
	await new Promise((resolve) => setTimeout(resolve, 100));
	process.off("uncaughtException", note).off("unhandledRejection", note);
	expect(uncaught).toEqual([]);
}, 60_000);

test("progress goes forward to the end of the file", async () => {
	const path = write("progress.xlsx", Buffer.from(await xlsxOf(squares(5_000))));
	const steps: number[] = [];
	const size = statSync(path).size;
	await readSource(path, {
		onProgress: (bytesRead, bytesTotal) => {
			expect(bytesTotal).toBe(size);
			steps.push(bytesRead);
		},
	});
	expect(steps).toEqual([...steps].sort((a, b) => a - b));
	expect(steps.length).toBeGreaterThan(5);
	expect(steps.at(-1)).toBeGreaterThan(size * 0.8);
});

test("what an export writes is read as it was: markup, signs beyond 16 bits, line ends, formulas, apostrophes", async () => {
	const texts = ["&amp;", "&lt;b>", "😀𠮷", "一\n二", "'=1+1", "=1+1", "'", "007", "_x0041_x"];
	const table: ExportTable = {
		...{ name: "t", title: "t", shape: "none" },
		columns: [
			{ name: "text", type: "text" },
			{ name: "code", type: "text" },
			{ name: "count", type: "number" },
		],
		rows: texts.map((text, i) => ({ values: [text, "990101001001", i / 3] })),
	};
	const path = write("export.xlsx", await buffer((await writeExport("xlsx", table)).body));
	const { features } = await readSource(path);
	expect(features.map(({ properties }) => Object.values(properties))).toEqual(
		texts.map((text, i) => [text, "990101001001", String(i / 3)]),
	);
	expect(issueCodes(features)).toEqual([]);
});
