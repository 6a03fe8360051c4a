// From what a reader does to figures, tables and layer data that answer it: measured where it happens, as `jq:ready`,
// for the bench and for whoever opens the browser's profiler.

/** Time of the input that is not answered yet; the page's own start is the first. */
let inputAt: number | null = 0;

/** The reader asks for something else. */
export function markInput(): void {
	inputAt = performance.now();
}

/** Figures that answer the last input are on the screen. Called in effects: the map has its data by then. */
export function measureReady(): void {
	if (inputAt === null) return;
	performance.measure("jq:ready", { start: inputAt });
	inputAt = null;
}
