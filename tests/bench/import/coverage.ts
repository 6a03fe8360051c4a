// How well the committees of the city fit one another: gaps, overlaps, borders that are not shared.
import type { UnitRecord } from "../../../planning/city/records.ts";
import { fitIssues } from "../../../planning/partition/fitIssues.ts";
import type { Figure } from "../Figure.ts";

const RUNS = 9;

/** The fastest of nine. */
export function coverageFigure(units: readonly UnitRecord[]): Figure {
	const committees = units.filter(({ kind }) => kind === "committee").slice(0, 6_000);
	let best = Number.POSITIVE_INFINITY;
	for (let run = 0; run < RUNS; run++) {
		const start = performance.now();
		fitIssues(committees, "committee", true);
		best = Math.min(best, performance.now() - start);
	}
	return { id: "coverage-check-6000", value: best / 1_000, unit: "s", atMost: 5 };
}
