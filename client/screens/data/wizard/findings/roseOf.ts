// Where the dots, the arrow and the rings of the picture of offsets go. Pure.
import type { OffsetFinding } from "../../../../../planning/wire/understanding.ts";

export interface Rose {
	readonly dots: readonly (readonly [x: number, y: number])[];
	/** End of the arrow: the median offset. */
	readonly tip: readonly [x: number, y: number];
	readonly rings: readonly { readonly radiusPx: number; readonly metres: number }[];
}

/** The median lies at two thirds of the way to the edge; y downwards. */
export function roseOf(
	{ medianM, bearingDeg, offsets }: Pick<OffsetFinding, "medianM" | "bearingDeg" | "offsets">,
	sizePx: number,
): Rose {
	const middle = sizePx / 2;
	const pxPerM = (middle * 0.66) / Math.max(medianM, 1);
	const place = (eastM: number, northM: number): [number, number] => [
		round(middle + eastM * pxPerM),
		round(middle - northM * pxPerM),
	];
	const bearing = (bearingDeg * Math.PI) / 180;
	const stepM = ringStepM(medianM);
	return {
		dots: offsets
			.map(({ eastM, northM }) => place(eastM, northM))
			.filter(([x, y]) => Math.hypot(x - middle, y - middle) < middle),
		tip: place(medianM * Math.sin(bearing), medianM * Math.cos(bearing)),
		rings: [1, 2, 3]
			.map((n) => ({ radiusPx: round(n * stepM * pxPerM), metres: n * stepM }))
			.filter(({ radiusPx }) => radiusPx < middle - 2),
	};
}

/** 1, 2 or 5 times a power of ten, about half of the median. */
function ringStepM(medianM: number): number {
	const wantedM = Math.max(medianM, 1) / 2;
	const power = 10 ** Math.floor(Math.log10(wantedM));
	return [5, 2, 1].map((digit) => digit * power).find((m) => m <= wantedM) ?? power;
}

const round = (px: number) => Math.round(px * 10) / 10;
