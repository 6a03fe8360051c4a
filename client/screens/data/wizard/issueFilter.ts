// Which issues are shown, which comes next, and how many are still open. Pure.
import type { IssueRow } from "../../../../planning/wire/checking.ts";

export interface IssueFilter {
	readonly severity: IssueRow["severity"] | null;
	readonly code: string | null;
	readonly isOpenOnly: boolean;
}
export const NO_FILTER: IssueFilter = { severity: null, code: null, isOpenOnly: false };

export function filterIssues(issues: readonly IssueRow[], filter: IssueFilter): IssueRow[] {
	return issues.filter(
		({ severity, code, decision }) =>
			(filter.severity === null || severity === filter.severity) &&
			(filter.code === null || code === filter.code) &&
			(!filter.isOpenOnly || decision === "open"),
	);
}

/** The issue `by` rows on, round and round; from nothing the first or the last. */
export function issueAfter(
	issues: readonly IssueRow[],
	chosen: number | null,
	by: 1 | -1,
): IssueRow | null {
	const at = issues.findIndex(({ number }) => number === chosen);
	const from = at < 0 && by < 0 ? 0 : at;
	return issues[(from + by + issues.length) % Math.max(issues.length, 1)] ?? null;
}

export function openCounts(issues: readonly IssueRow[]): Record<IssueRow["severity"], number> {
	const counts = { blocking: 0, warning: 0, info: 0 };
	for (const { severity, decision } of issues) if (decision === "open") counts[severity] += 1;
	return counts;
}

/** Hints that nobody has decided on: what "ignore all hints" adds. */
export function openHints(issues: readonly IssueRow[]): number[] {
	return issues
		.filter(({ severity, decision }) => severity === "info" && decision === "open")
		.map(({ number }) => number);
}
