// Classes of numbers of people: round bounds (1, 2, 5, 10 …), so that they stay while a slider moves.

const STEPS = [5, 2, 1] as const;

/** Lower bounds of class 1 and on, rising: the round numbers up to the peak, the largest four. Class 0 is below the first. */
export function crowdBounds(peak: number, classes = 5): number[] {
	const bounds: number[] = [];
	for (let power = 10 ** Math.floor(Math.log10(Math.max(peak, 1))); power >= 1; power /= 10)
		for (const step of STEPS) {
			const bound = step * power;
			if (bound <= peak && bound > 1 && bounds.length < classes - 1) bounds.unshift(bound);
		}
	return bounds;
}
