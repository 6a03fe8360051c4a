// A small line over versions: where each share stands on a paper of 0–100 per cent.

export interface LinePoint {
	readonly x: number;
	readonly y: number;
	/** Number of the version in the list. */
	readonly version: number;
	readonly pct: number;
}

interface Paper {
	readonly width: number;
	readonly height: number;
	readonly margin: number;
}

/** Points of the versions that have data; where one has none the line is broken, so each run of points is a line. */
export function historyLines(
	pct: readonly (number | null)[],
	{ width, height, margin }: Paper,
): LinePoint[][] {
	const lines: LinePoint[][] = [];
	let line: LinePoint[] = [];
	const stepPx = (width - 2 * margin) / Math.max(1, pct.length - 1);
	for (const [version, value] of pct.entries()) {
		if (value === null) {
			line = [];
			continue;
		}
		if (line.length === 0) lines.push(line);
		line.push({
			x: margin + version * stepPx,
			y: margin + (1 - value / 100) * (height - 2 * margin),
			version,
			pct: value,
		});
	}
	return lines;
}
