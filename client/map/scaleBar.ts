// A scale bar of a round length.
const ROUND = [1, 2, 5] as const;

/** The longest round distance that fits in `maxPx`, and how wide it is. */
export function scaleBar(metresPerPx: number, maxPx: number): { lengthM: number; widthPx: number } {
	const maxM = metresPerPx * maxPx;
	const power = 10 ** Math.floor(Math.log10(maxM));
	const lengthM = Math.max(...ROUND.map((digit) => digit * power).filter((m) => m <= maxM), power);
	return { lengthM, widthPx: lengthM / metresPerPx };
}
