// Figures for a person to read: a line each, with limits and baselines.
import type { BenchResult, Figure } from "./Figure.ts";

/** True when a figure is within all its limits. */
export function isMet({ value, atMost, atLeast, ratio, ratioAtMost }: Figure): boolean {
	return (
		(atMost === undefined || value <= atMost) &&
		(atLeast === undefined || value >= atLeast) &&
		(ratio === undefined || ratioAtMost === undefined || ratio <= ratioAtMost)
	);
}

/** The scene's sizes, then a line per figure; what is beyond a limit is marked. */
export function figureTable({ bench, seed, scene, figures }: BenchResult & { bench: string }) {
	const sizes = Object.entries(scene).map(([name, size]) => `  ${name.padEnd(24)}${shown(size)}`);
	const lines = figures.map((figure) => `${isMet(figure) ? " " : "✗"} ${lineOf(figure)}`);
	return `${[`${bench} (seed ${seed})`, ...sizes, "", ...lines].join("\n")}\n`;
}

function lineOf(figure: Figure): string {
	const { id, value, unit, atMost, atLeast, baseline, ratio, ratioAtMost } = figure;
	const limit =
		atMost === undefined ? (atLeast === undefined ? "" : `≥ ${atLeast}`) : `≤ ${atMost}`;
	const compared = baseline === undefined ? "" : `baseline ${shown(baseline)}`;
	const share =
		ratio === undefined
			? ""
			: `ratio ${shown(ratio)}${ratioAtMost === undefined ? "" : ` ≤ ${ratioAtMost}`}`;
	return [id.padEnd(24), `${shown(value)} ${unit}`.padEnd(18), limit.padEnd(12), compared, share]
		.join(" ")
		.trimEnd();
}

function shown(value: number): string {
	return Number.isInteger(value) ? value.toLocaleString("en") : value.toPrecision(4);
}
