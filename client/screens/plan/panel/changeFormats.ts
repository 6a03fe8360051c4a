// Figures and their differences at so many decimals, with a true minus sign.
const formats = [0, 1, 2].map(
	(digits) =>
		new Intl.NumberFormat("en-US", {
			minimumFractionDigits: digits,
			maximumFractionDigits: digits,
		}),
);

/** 12,345 or 0.44; null stays null, so that nobody prints 0 for no data. */
export function fixedWords(value: number | null, decimals: number): string | null {
	return value === null ? null : (formats[decimals]?.format(value).replace("-", "−") ?? null);
}

/** `+1,932`, `−0.44`, `±0.00`. */
export function changeWords(change: number | null, decimals: number): string | null {
	const words = fixedWords(change === null ? null : Math.abs(change), decimals);
	if (change === null || words === null) return null;
	return `${change > 0 ? "+" : change < 0 ? "−" : "±"}${words}`;
}

/** As it is shown. */
export function rounded(value: number, decimals: number): number {
	return Number(value.toFixed(decimals));
}
