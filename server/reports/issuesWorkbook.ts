// The issues of an upload as a workbook to send back to whoever made the file: what it is about, then every issue with its
// place and what to do. Texts are strings in cells of text format; nothing is ever written as a formula.
import ExcelJS from "exceljs";
import type { IssueRow } from "../../planning/wire/checking.ts";

export interface HandedInFile {
	readonly fileName: string;
	/** SHA-256 of the file, so that it can be told which one was checked. */
	readonly fileHash: string | null;
	/** ISO date and time. */
	readonly checkedAt: string | null;
}

/** What stood in the affected rows of the file. */
export interface AffectedCells {
	readonly columns: readonly string[];
	readonly cellsOf: (row: number) => readonly (string | number | null)[] | undefined;
}

type Cell = string | number | null;
interface Column {
	readonly header: string;
	readonly width: number;
	readonly value: (issue: IssueRow) => Cell;
}

const TEXT_FORMAT = "@";
const SEVERITY = { blocking: "拦截", warning: "警告", info: "提示" } as const;
const SEVERITIES = ["blocking", "warning", "info"] as const;
const DECISION = { open: "待处理", mended: "已修补", ignored: "已忽略" } as const;
/** Of a cell of the file; Excel holds 32,767. */
const LONGEST_TEXT = 1_000;

const COLUMNS: readonly Column[] = [
	{ header: "编号", width: 8, value: ({ number }) => number },
	{ header: "级别", width: 10, value: ({ severity }) => SEVERITY[severity] },
	{ header: "代码", width: 28, value: ({ code }) => code },
	{
		header: "行（要素）",
		width: 12,
		value: ({ row, rows }) => (rows.length > 1 ? rows.join("、") : row),
	},
	{ header: "经度", width: 13, value: ({ lon }) => lon },
	{ header: "纬度", width: 13, value: ({ lat }) => lat },
	{ header: "说明", width: 60, value: ({ message }) => message.zh },
	{ header: "建议", width: 32, value: ({ suggestion }) => suggestion?.zh ?? null },
	{ header: "In English", width: 60, value: ({ message }) => message.en },
	{ header: "处理", width: 18, value: ({ decision }) => DECISION[decision] },
];

/** Bytes of the workbook: 概要, 问题. `affected` adds the cells of each issue's row. */
export async function issuesWorkbook(
	file: HandedInFile,
	issues: readonly IssueRow[],
	affected?: AffectedCells,
): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	addSummary(workbook, file, issues);
	addIssues(workbook, issues, affected);
	return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSummary(
	workbook: ExcelJS.Workbook,
	file: HandedInFile,
	issues: readonly IssueRow[],
): void {
	const sheet = workbook.addWorksheet("概要");
	sheet.columns = [{ width: 30 }, { width: 12 }, { width: 12 }];
	const count = (severity: IssueRow["severity"]) =>
		issues.filter((issue) => issue.severity === severity).length;
	const rows: Cell[][] = [
		["文件 file", file.fileName],
		["SHA-256", file.fileHash],
		["检查时间 checked at", file.checkedAt],
		["列出的问题 issues listed", issues.length],
		["拦截 blocking", count("blocking")],
		["警告 warnings", count("warning")],
		["提示 information", count("info")],
		[],
		["代码 code", "级别 level", "数量 count"],
		...countsByCode(issues),
	];
	for (const row of rows) asText(sheet.addRow(row));
	for (const cell of ["A1", "A9", "B9", "C9"]) sheet.getCell(cell).font = { bold: true };
}

function countsByCode(issues: readonly IssueRow[]): Cell[][] {
	const counts = new Map<string, { severity: IssueRow["severity"]; code: string; count: number }>();
	for (const { code, severity } of issues) {
		const key = `${severity} ${code}`;
		counts.set(key, { severity, code, count: (counts.get(key)?.count ?? 0) + 1 });
	}
	return [...counts.values()]
		.sort(
			(a, b) =>
				SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count,
		)
		.map(({ code, severity, count }) => [code, SEVERITY[severity], count]);
}

function addIssues(
	workbook: ExcelJS.Workbook,
	issues: readonly IssueRow[],
	affected: AffectedCells | undefined,
): void {
	const sheet = workbook.addWorksheet("问题", { views: [{ state: "frozen", ySplit: 1 }] });
	const extra = affected?.columns ?? [];
	sheet.columns = [
		...COLUMNS.map(({ header, width }) => ({ header, width })),
		...extra.map((name) => ({ header: `原文件：${name}`, width: 20 })),
	];
	asText(sheet.getRow(1)).font = { bold: true };
	for (const issue of issues) {
		const cells = issue.row === null ? [] : (affected?.cellsOf(issue.row) ?? []);
		asText(sheet.addRow([...COLUMNS.map(({ value }) => value(issue)), ...cells.map(shortened)]));
	}
	const last = COLUMNS.length + extra.length;
	sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: last } };
}

function asText(row: ExcelJS.Row): ExcelJS.Row {
	row.eachCell((cell) => {
		if (typeof cell.value === "string") cell.numFmt = TEXT_FORMAT;
	});
	return row;
}

function shortened(value: Cell): Cell {
	return typeof value === "string" && value.length > LONGEST_TEXT
		? `${value.slice(0, LONGEST_TEXT)}…`
		: value;
}
