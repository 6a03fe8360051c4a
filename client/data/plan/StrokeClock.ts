// How long a stroke takes from the pointer to figures that are ready, for whoever measures (`plan-brush` in the browser's
// own timeline).
export class StrokeClock {
	private readonly begun = new Map<number, number>();
	private heard: number | null = null;

	begin(number: number): void {
		this.begun.set(number, performance.now());
	}

	/** An answer came: it answers every stroke up to its own, those that were put together with it. */
	hear(number: number): void {
		if (!this.begun.has(number)) return;
		let first = Number.POSITIVE_INFINITY;
		for (const [stroke, at] of this.begun)
			if (stroke <= number) {
				first = Math.min(first, at);
				this.begun.delete(stroke);
			}
		this.heard = first;
	}

	/** The figures of the last answer stand on the page. */
	end(): void {
		if (this.heard !== null)
			performance.measure("plan-brush", { start: this.heard, end: performance.now() });
		this.heard = null;
	}
}
