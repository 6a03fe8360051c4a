// Names that mean the same: one way of writing them, and how far two are apart.

/** Endings that say what a body is, not which: 街道办事处 is the office of 街道. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
	[/(街道|镇|乡)(?:办事处|人民政府|政府|社区)$/, "$1"],
	[/社区居民委员会$|社区居委会$|居民委员会$|居委会$|社区$/, "居委"],
	[/村民委员会$|村委会$/, "村"],
];

/** A name without spaces, widths, brackets and punctuation, in lower case. */
export function plainName(name: string): string {
	return name
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[\s·・.,，。、\-—_()（）[\]【】"“”'‘’]/g, "");
}

/** The same for units, their official endings in one form. */
export function plainUnitName(name: string): string {
	return ENDINGS.reduce((plain, [ending, form]) => plain.replace(ending, form), plainName(name));
}

/** Equal, one within the other, or a quarter of the longer apart at most; empty names are like nothing. */
export function areSimilarNames(one: string, other: string): boolean {
	if (one === "" || other === "") return false;
	if (one === other) return true;
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (short.length >= 2 && long.includes(short)) return true;
	const most = Math.floor(long.length / 4);
	return long.length - short.length <= most && editsWithin(short, long, most);
}

/** Names longer than this are compared by their beginnings. */
const LONGEST = 64;
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/** Is the edit distance (Levenshtein) at most `most`? Stops as soon as it cannot be. */
function editsWithin(from: string, to: string, most: number): boolean {
	const [rowCount, columnCount] = [Math.min(from.length, LONGEST), Math.min(to.length, LONGEST)];
	let [previous, row] = rows;
	for (let j = 0; j <= columnCount; j++) previous[j] = j;
	for (let i = 1; i <= rowCount; i++) {
		row[0] = i;
		let least = i;
		for (let j = 1; j <= columnCount; j++) {
			const replaced = previous[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
			row[j] = Math.min(replaced, previous[j] + 1, row[j - 1] + 1);
			least = Math.min(least, row[j]);
		}
		if (least > most) return false;
		[previous, row] = [row, previous];
	}
	return previous[columnCount] <= most;
}
