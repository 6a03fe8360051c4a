// An import report on the terminal: as JSON for programs, as lines for people.
import type { Issue } from "../../planning/layers/Issue.ts";
import type { ImportReport, ReportedIssue } from "../commands/ImportReport.ts";
import { optionHint } from "./optionHints.ts";

const STATUS_WORDS = {
	accepted: "已导入 Imported",
	warnings: "有警告，未提交 Warnings; nothing was committed",
	refused: "已拒绝，未写入 Refused; nothing was written",
} as const;
const SHOWN_ISSUES = 20;
/** Of what needs no decision now; `--json` has all. */
const SHOWN_NOTES = 5;

/** `import … --json`: messages as text, English with the Chinese beside it. */
export function jsonOf({ issues, reason, ...report }: ImportReport): object {
	return {
		...report,
		issues: issues.map(({ code, severity, count, first: { message, ...at } }) => ({
			code,
			severity,
			count,
			first: { ...at, message: message.en, messageZh: message.zh },
		})),
		reason: reason?.en ?? null,
		...(reason === null ? {} : { reasonZh: reason.zh, code: reason.code }),
	};
}

/** The short summary for people. */
export function linesOf(report: ImportReport): string[] {
	const { read, accepted, leftOut } = report.features;
	const lines = [
		`${statusOf(report)}: 读取 read ${read}, 采用 accepted ${accepted}, 未采用 left out ${leftOut}`,
	];
	if (report.graph !== undefined) {
		const { nodes, edges, components, largestSharePct } = report.graph;
		lines.push(
			`路网 graph: ${nodes} 节点 nodes, ${edges} 边 edges, ${components} 块 components (主网 largest ${largestSharePct} %)`,
		);
	}
	if (report.residents !== undefined)
		lines.push(
			`常住人口 residents ${report.residents}, 户 households ${report.households ?? "无数据 no data"}`,
		);
	for (const { kind, scope, version, unchanged } of report.layers)
		lines.push(
			`${kind}${scope === "" ? "" : ` ${scope}`}: 版本 version ${version}${unchanged ? "（未变 unchanged）" : ""}`,
		);
	return [...lines, ...report.issues.flatMap(issueLines)];
}

function statusOf({ status, version }: ImportReport): string {
	return status === "accepted" && version === null ? "检查通过 Checked" : STATUS_WORDS[status];
}

function issueLines({ code, severity, count, all }: ReportedIssue): string[] {
	const mark = { blocking: "✗", warning: "!", info: "·" }[severity];
	const shown = all.slice(0, severity === "info" ? SHOWN_NOTES : SHOWN_ISSUES);
	const lines = [`${mark} ${code} × ${count}`];
	for (const issue of shown) {
		const { at, message } = issue;
		lines.push(`    ${placeOf(at)}${message.zh}`, `        ${message.en}${optionHint(issue)}`);
	}
	if (count > shown.length) lines.push(`    … 其余 and ${count - shown.length} more`);
	return lines;
}

/** A row is named in the message; a mere place is not. */
function placeOf({ row, feature, lon, lat }: Issue["at"]): string {
	if (row !== undefined || feature !== undefined || lon === undefined || lat === undefined)
		return "";
	return `[${lon.toFixed(5)}, ${lat.toFixed(5)}] `;
}
