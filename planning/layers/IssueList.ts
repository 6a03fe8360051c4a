// All the issues of one file: every one counted, the first thousand of a kind kept.
import type { Issue, IssueSeverity } from "./Issue.ts";

const KEPT_PER_CODE = 1_000;

/** One kind of trouble: how often, and the first occurrences. */
export interface IssueGroup {
	readonly code: string;
	readonly severity: IssueSeverity;
	readonly count: number;
	readonly issues: readonly Issue[];
}

export class IssueList {
	private readonly groups = new Map<string, { count: number; issues: Issue[] }>();

	add(issue: Issue): void {
		this.addLazily(issue.code, issue.severity, () => issue);
	}

	/** One more of a kind; the issue itself is only made while issues of the kind are kept. */
	addLazily(code: string, severity: IssueSeverity, make: () => Issue): void {
		const key = `${code} ${severity}`;
		const group = this.groups.get(key);
		if (group === undefined) this.groups.set(key, { count: 1, issues: [make()] });
		else {
			group.count++;
			if (group.issues.length < KEPT_PER_CODE) group.issues.push(make());
		}
	}

	has(severity: IssueSeverity): boolean {
		return [...this.groups.values()].some(({ issues: [first] }) => first.severity === severity);
	}

	/** Blocking kinds first, then warnings, then information; within a severity as they were met. */
	byCode(): IssueGroup[] {
		const order: readonly IssueSeverity[] = ["blocking", "warning", "info"];
		return [...this.groups.values()]
			.map(({ count, issues }) => {
				const [first] = issues;
				return { code: first.code, severity: first.severity, count, issues };
			})
			.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
	}
}
