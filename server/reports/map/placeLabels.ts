// Which names and figures a map has room for: units of most people first; where two would meet, the later one loses its
// figure, then its name. A name much wider than its unit is left out: it would lie on the neighbours.
import { type PaperBox, type PaperPoint, textWidthMm } from "./svg.ts";

export interface Label {
	readonly at: PaperPoint;
	readonly name: string;
	readonly figure: string;
	/** Of the unit on paper. */
	readonly unitWidthMm: number;
	/** Larger comes first. */
	readonly weight: number;
}

export interface PlacedLabel extends Label {
	readonly hasFigure: boolean;
}

export const NAME_MM = 2.5;
export const FIGURE_MM = 2.7;
/** From base line to base line. */
export const LABEL_STEP_MM = 3.1;
const APART_MM = 0.4;
/** Of the unit's width. */
const WIDEST_NAME = 1.25;

/** Labels that fit beside each other and into the box, in the order they were placed. */
export function placeLabels(labels: readonly Label[], box: PaperBox): PlacedLabel[] {
	const taken: PaperBox[] = [];
	const placed: PlacedLabel[] = [];
	const fits = (wanted: PaperBox) =>
		isInside(wanted, box) && !taken.some((other) => isNear(wanted, other));
	const ordered = labels
		.filter(({ name, unitWidthMm }) => textWidthMm(name, NAME_MM) <= WIDEST_NAME * unitWidthMm)
		.sort((a, b) => b.weight - a.weight);
	for (const label of ordered)
		for (const hasFigure of [true, false]) {
			const wanted = boxOf(label, hasFigure);
			if (!fits(wanted)) continue;
			taken.push(wanted);
			placed.push({ ...label, hasFigure });
			break;
		}
	return placed;
}

/** Around the name, or the name with the figure under it, in the middle of the place. */
function boxOf({ at: [xMm, yMm], name, figure }: Label, hasFigure: boolean): PaperBox {
	const nameMm = textWidthMm(name, NAME_MM);
	const widthMm = hasFigure ? Math.max(nameMm, textWidthMm(figure, FIGURE_MM)) : nameMm;
	const heightMm = hasFigure ? 2 * LABEL_STEP_MM : LABEL_STEP_MM;
	return { xMm: xMm - widthMm / 2, yMm: yMm - heightMm / 2, widthMm, heightMm };
}

function isInside(inner: PaperBox, outer: PaperBox): boolean {
	return (
		inner.xMm >= outer.xMm &&
		inner.yMm >= outer.yMm &&
		inner.xMm + inner.widthMm <= outer.xMm + outer.widthMm &&
		inner.yMm + inner.heightMm <= outer.yMm + outer.heightMm
	);
}

function isNear(a: PaperBox, b: PaperBox): boolean {
	return (
		a.xMm < b.xMm + b.widthMm + APART_MM &&
		b.xMm < a.xMm + a.widthMm + APART_MM &&
		a.yMm < b.yMm + b.heightMm + APART_MM &&
		b.yMm < a.yMm + a.heightMm + APART_MM
	);
}
