import { CATEGORIES } from "../standards/catalogue.ts";

const SHOWN = 5;

/** Codes of the standard that look like a wrong one, nearest first; for a message that says what to write instead. */
export function nearCodes(wrong: string): string[] {
	const upper = wrong.toUpperCase();
	return CATEGORIES.map(({ code }) => ({ code, edits: editDistance(upper, code) }))
		.sort((a, b) => a.edits - b.edits || (a.code < b.code ? -1 : 1))
		.slice(0, SHOWN)
		.map(({ code }) => code);
}

/** Levenshtein: insertions, deletions and replacements between two short words. */
function editDistance(from: string, to: string): number {
	let previous = Array.from({ length: to.length + 1 }, (_, i) => i);
	for (let i = 1; i <= from.length; i++) {
		const row = [i];
		for (let j = 1; j <= to.length; j++) {
			const replaced = previous[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
			row.push(Math.min(replaced, previous[j] + 1, row[j - 1] + 1));
		}
		previous = row;
	}
	return previous[to.length];
}
