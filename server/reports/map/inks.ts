// The colours of paper: the light ones of the screen's map, so that a printed map is the map that was seen.
// Shares rise in darkness alone, so they stay apart in greyscale; the lowest class and no data carry a texture besides.

export const INKS = {
	paper: "#ffffff",
	/** Around the area that a map is of. */
	context: "#f6f5f1",
	text: "#14213a",
	quietText: "#47536a",
	/** Rules and frames. */
	line: "#d3d8e2",
	border: "#1d2b45",
	committee: "#66718a",
	bmu: "#5b4a8a",
	circle: "#2f6f4f",
	noData: "#b9bec8",
	/** Shares, low to high. */
	shares: ["#deeeec", "#a9d3d2", "#6cb0bb", "#33859d", "#0b5f7d"],
	/** Figures of shares and minutes. */
	teal: "#0b5f7d",
	beyond: "#e8743b",
	beyondDot: "#a8430f",
	markerFill: "#ffffff",
} as const;

/** Colour of a class: the ramp's ends belong to the lowest and the highest, however many there are. */
export function shareInk(index: number, classCount: number): string {
	const { shares } = INKS;
	const step = classCount < 2 ? 1 : index / (classCount - 1);
	return shares[Math.round(step * (shares.length - 1))] ?? shares[0];
}
