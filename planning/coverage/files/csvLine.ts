/** One line of a CSV file (RFC 4180 quoting, LF): missing values are empty. */
export function csvLine(values: readonly (string | number | boolean | null)[]): string {
	return `${values.map(csvValue).join(",")}\n`;
}

function csvValue(value: string | number | boolean | null): string {
	if (value === null) return "";
	const text = String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
