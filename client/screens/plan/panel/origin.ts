// What a figure's origin was asked of, and where it stands on the screen. Values.
import type { CriterionCode } from "../../../../planning/plan/measure/Measurement.ts";
import type { RowKey } from "./unitRows.ts";

export type OriginFigure = RowKey | CriterionCode | "gained" | "lost" | "points";

export interface Origin {
	/** A unit's code; null of everybody who is counted. */
	readonly unit: string | null;
	readonly figure: OriginFigure;
}

export interface Asked extends Origin {
	/** The line of the figure that was clicked, in the window. */
	readonly frame: { left: number; top: number; width: number; height: number };
}

export type OnAsk = (asked: Asked) => void;

/** For the button of a figure: level with it, beside the panel that it lies in, so that no figure is covered. */
export function askedAt(origin: Origin, element: Element): Asked {
	const { top, height } = element.getBoundingClientRect();
	const { left, width } = (element.closest("aside") ?? element).getBoundingClientRect();
	return { ...origin, frame: { left, top, width, height } };
}

export type OriginLine = readonly [label: string, words: string];
