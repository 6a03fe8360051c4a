// What an import says when it is over: the same for the command line and the web.
import type { Issue, IssueSeverity } from "../../planning/layers/Issue.ts";
import type { IssueGroup } from "../../planning/layers/IssueList.ts";
import type { Words } from "../errors.ts";

export type ImportStatus = "accepted" | "warnings" | "refused";

export interface ImportedLayer {
	readonly kind: string;
	readonly scope: string;
	readonly version: number;
	readonly unchanged: boolean;
	readonly features: number;
}

/** One kind of issue: exact count, the first one, and up to a thousand for a list. */
export interface ReportedIssue {
	readonly code: string;
	readonly severity: IssueSeverity;
	readonly count: number;
	readonly first: Issue["at"] & { readonly message: Words };
	readonly all: readonly Issue[];
}

export interface ImportReport {
	readonly status: ImportStatus;
	/** The committed version, the newest when several layers were; null when nothing was committed. */
	readonly version: number | null;
	/** True when every layer had exactly this content before. */
	readonly unchanged: boolean;
	readonly layers: readonly ImportedLayer[];
	readonly format: string | null;
	readonly crs: string;
	readonly encoding: string | null;
	readonly features: { readonly read: number; readonly accepted: number; readonly leftOut: number };
	readonly issues: readonly ReportedIssue[];
	/** Why nothing was committed, or null. */
	readonly reason: (Words & { readonly code: string }) | null;
	/** The snapshot that stands now; null when nothing was committed. */
	readonly snapshot: string | null;
	readonly graph?: {
		readonly nodes: number;
		readonly edges: number;
		readonly components: number;
		readonly largestSharePct: number;
	};
	readonly residents?: number;
	/** null when the file has no households. */
	readonly households?: number | null;
}

/** Groups as the report shows them. */
export function reportedIssues(groups: readonly IssueGroup[]): ReportedIssue[] {
	return groups.map(({ code, severity, count, issues }) => {
		const [first] = issues;
		if (first === undefined) throw new Error(`An issue group ${code} without an issue.`);
		return { code, severity, count, first: { ...first.at, message: first.message }, all: issues };
	});
}

/** Accepted, warnings not yet accepted, or refused; with the reason when nothing may be committed. */
export function verdict(
	issues: readonly ReportedIssue[],
	acceptWarnings: boolean,
): Pick<ImportReport, "status" | "reason"> {
	const worst = issues.find(({ severity }) => severity === "blocking");
	if (worst !== undefined) return { status: "refused", reason: reasonOf(worst) };
	const warnings = issues.filter(({ severity }) => severity === "warning");
	const [warning] = warnings;
	if (warning === undefined || acceptWarnings) return { status: "accepted", reason: null };
	const count = warnings.reduce((sum, group) => sum + group.count, 0);
	const { zh, en } = warning.first.message;
	return {
		status: "warnings",
		reason: {
			code: "import.warnings",
			zh: `有 ${count} 条警告，未提交。首条：${zh} 核对后接受警告，再提交。`,
			en: `${count} warnings; nothing was committed. The first: ${en} Check them, accept them, and commit again.`,
		},
	};
}

function reasonOf({ code, count, first }: ReportedIssue): Words & { code: string } {
	const { zh, en } = first.message;
	if (count === 1) return { code, zh, en };
	return { code, zh: `${zh}（共 ${count} 处）`, en: `${en} (${count} of these)` };
}
