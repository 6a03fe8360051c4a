// Texts that a spreadsheet would run as a formula when it opens a CSV file. They are written with an apostrophe in front,
// and read back without it. A text that already begins with apostrophes before such a sign gets one more, so that every
// text comes back as it was.

/** Signs a cell may not begin with: = + - @ tab, line ends, and the full-width forms of the first four. */
const RISKY = "=+\\-@\\t\\r\\n＝＋－＠";
const TO_GUARD = new RegExp(`^'*[${RISKY}]`);
const GUARDED = new RegExp(`^'+[${RISKY}]`);

/** The text as it is written into a CSV cell. Only for texts: a negative number is a number. */
export function guardFormula(text: string): string {
	return TO_GUARD.test(text) ? `'${text}` : text;
}

/** The text of a CSV cell as it was before `guardFormula`. */
export function unguardFormula(cell: string): string {
	return GUARDED.test(cell) ? cell.slice(1) : cell;
}
