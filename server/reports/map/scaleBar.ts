// A scale bar of a round length, and an arrow to the north.
import { INKS } from "./inks.ts";
import { type PaperPoint, svgRect, svgText } from "./svg.ts";

const LENGTHS_M = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];
const TEXT_MM = 2.4;
const HEIGHT_MM = 1.1;

/** The longest round length that fits; its base line is at `yMm`. Two halves, one dark, one light. */
export function scaleBarSvg([xMm, yMm]: PaperPoint, metresPerMm: number, mostMm: number): string {
	const fitting = LENGTHS_M.filter((lengthM) => lengthM / metresPerMm <= mostMm);
	const lengthM = fitting.at(-1) ?? 50;
	const halfMm = lengthM / metresPerMm / 2;
	const bar = { yMm: yMm - HEIGHT_MM, widthMm: halfMm, heightMm: HEIGHT_MM };
	const pen = `stroke="${INKS.border}" stroke-width="0.2"`;
	const style = { sizeMm: TEXT_MM, ink: INKS.text, anchor: "middle" } as const;
	const textMm = bar.yMm - 1;
	return [
		svgRect({ ...bar, xMm }, `fill="${INKS.border}" ${pen}`),
		svgRect({ ...bar, xMm: xMm + halfMm }, `fill="${INKS.paper}" ${pen}`),
		svgText("0", [xMm, textMm], style),
		svgText(lengthWords(lengthM / 2, lengthM), [xMm + halfMm, textMm], style),
		svgText(
			`${lengthWords(lengthM, lengthM)} ${unitOf(lengthM)}`,
			[xMm + 2 * halfMm, textMm],
			style,
		),
	].join("\n");
}

/** Its foot is at the place. */
export function northArrowSvg([xMm, yMm]: PaperPoint, words: string): string {
	const half = (sideMm: number, fill: string) =>
		`<path d="M${xMm} ${yMm - 7}L${xMm + sideMm} ${yMm}L${xMm} ${yMm - 1.6}Z" fill="${fill}" stroke="${INKS.border}" stroke-width="0.2" stroke-linejoin="round"/>`;
	const style = { sizeMm: 2.8, ink: INKS.text, anchor: "middle", isBold: true } as const;
	return [half(-2, INKS.border), half(2, INKS.paper), svgText(words, [xMm, yMm - 8], style)].join(
		"\n",
	);
}

/** All marks of a bar are in the unit of its end. */
function lengthWords(lengthM: number, barM: number): string {
	return String(unitOf(barM) === "km" ? lengthM / 1_000 : lengthM);
}

function unitOf(barM: number): "m" | "km" {
	return barM >= 1_000 ? "km" : "m";
}
