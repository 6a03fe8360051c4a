// Timing on a noisy machine: the least of several runs, interleaved with the baseline's.

const RUNS = 9;
const BATCHES = 5;

/** The least milliseconds of each of some jobs over `runs` rounds, after one round of warm-up; jobs take turns. */
export function leastMs<Name extends string>(
	jobs: Readonly<Record<Name, () => unknown>>,
	runs: number = RUNS,
): Record<Name, number> {
	const names = Object.keys(jobs) as Name[];
	const least = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>;
	for (let run = 0; run <= runs; run++)
		for (const name of names) {
			const ms = msOf(jobs[name]);
			if (run > 0) least[name] = Math.min(least[name], ms);
		}
	return least;
}

/** The lowest 95th percentile of five batches of the same kind of job, in milliseconds; `job` gets its number. */
export function p95Ms(perBatch: number, job: (index: number) => unknown): number {
	let lowest = Infinity;
	for (let batch = 0; batch < BATCHES; batch++) {
		const times = Float64Array.from({ length: perBatch }, (_, i) =>
			msOf(() => job(batch * perBatch + i)),
		).sort();
		lowest = Math.min(lowest, times[Math.ceil(0.95 * perBatch) - 1]);
	}
	return lowest;
}

function msOf(job: () => unknown): number {
	const start = performance.now();
	job();
	return performance.now() - start;
}
