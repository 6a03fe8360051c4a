// How long the work between figures and picture takes, where the browser's own tools and the bench read it.

/** Does the work, and notes its time as a measure of that name. */
export function measured<T>(name: string, work: () => T): T {
	const start = performance.now();
	const answer = work();
	performance.measure(name, { start, end: performance.now() });
	return answer;
}
