// Suggestions of one sort taken together: seventy gaps are one line to agree to, and seventy when it is opened. Pure.

import type { IssueRow } from "../../../../planning/wire/checking.ts";
import type { Suggestion } from "../../../../planning/wire/mends.ts";

export interface SuggestionGroup {
	readonly key: string;
	/** Code of the issues they deal with; "" where they deal with none that is listed. */
	readonly code: string;
	readonly suggestions: readonly Suggestion[];
}

/** Fewer of one sort stand each for itself. */
const TOGETHER = 4;

/** In the order of the first of each sort. */
export function suggestionGroups(
	suggestions: readonly Suggestion[],
	issues: readonly IssueRow[],
): SuggestionGroup[] {
	const codeOf = new Map(issues.map(({ number, code }) => [number, code]));
	const lastCode = new Map<string, string>();
	const groups = new Map<string, SuggestionGroup & { suggestions: Suggestion[] }>();
	for (const suggestion of suggestions) {
		const { op } = suggestion.step;
		// a place too small to be told on its own belongs to those of its sort
		const code = codeOf.get(suggestion.issues[0] ?? 0) ?? lastCode.get(op) ?? "";
		lastCode.set(op, code);
		const key = `${op} ${code}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, { key, code, suggestions: [suggestion] });
		else group.suggestions.push(suggestion);
	}
	return [...groups.values()].flatMap((group): SuggestionGroup[] =>
		group.suggestions.length >= TOGETHER
			? [group]
			: group.suggestions.map((one, i) => ({
					...group,
					key: `${group.key} ${i}`,
					suggestions: [one],
				})),
	);
}
