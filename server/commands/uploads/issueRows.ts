// Issues as rows of a table: numbered, with what was decided on each and what would deal with it.

import type { Issue } from "../../../planning/layers/Issue.ts";
import type { IssueRow } from "../../../planning/wire/checking.ts";
import type { Suggestion } from "../../../planning/wire/mends.ts";

/** Numbered from 1 in the order given; what a mend step left on purpose is decided. */
export function numberedRows(issues: readonly Issue[]): IssueRow[] {
	return issues.map(({ code, severity, at, areaM2, message, isLeft }, i) => ({
		number: i + 1,
		code,
		severity,
		row: at.row ?? at.feature ?? null,
		rows: [...(at.rows ?? [at.row ?? at.feature ?? []].flat())],
		lon: at.lon ?? null,
		lat: at.lat ?? null,
		areaM2: areaM2 ?? null,
		message,
		decision: isLeft === true ? "ignored" : "open",
		suggestion: null,
	}));
}

/** Names an issue from check to check: what it is about, not its figures. */
export function keyOfIssue({ code, row, lon, lat, message }: IssueRow): string {
	const place = lon === null || lat === null ? "" : `${lon.toFixed(5)},${lat.toFixed(5)}`;
	return `${code} ${row ?? ""} ${place} ${message.zh.replaceAll(/[\d.,]+/g, "#")}`;
}

/** Rows with decisions, suggestions, and behind them those that were there before the mends and are no more. */
export function decidedRows(
	rows: readonly IssueRow[],
	base: readonly IssueRow[],
	{ ignored, suggestions }: { ignored: ReadonlySet<string>; suggestions: readonly Suggestion[] },
): IssueRow[] {
	const titleOf = new Map(
		suggestions.flatMap(({ issues, title }) => issues.map((number) => [number, title] as const)),
	);
	const open = rows.map(
		(row): IssueRow => ({
			...row,
			decision: ignored.has(keyOfIssue(row)) ? "ignored" : row.decision,
			suggestion: titleOf.get(row.number) ?? null,
		}),
	);
	const still = new Set(rows.map(keyOfIssue));
	const mended = base
		.filter((row) => !still.has(keyOfIssue(row)))
		.map(
			(row, i): IssueRow => ({
				...row,
				number: rows.length + i + 1,
				decision: "mended",
				suggestion: null,
			}),
		);
	return [...open, ...mended];
}
