// What figures need of each arc, measured once per tiling: its length, and the area under it.
import type { Tiling } from "./Tiling.ts";

/** Lengths are kept in steps of 1/1024 cm: sums of them are exact, so that adding and taking away leaves no trace. */
const STEPS_PER_CM = 1024;

export interface ArcMeasures {
	/** Multiples of 1/1024 cm. */
	readonly lengthCm: Float64Array;
	/** Twice the area that the arc encloses with its chord, counterclockwise positive; whole cm². */
	readonly twiceBulgeCm2: Float64Array;
}

/** By the points: a tiling that differs in flags only has the same. */
const known = new WeakMap<Tiling["pointCm"], ArcMeasures>();

/** Measures of all arcs; made at the first call, remembered with the tiling, which never changes. */
export function arcMeasures(tiling: Tiling): ArcMeasures {
	const before = known.get(tiling.pointCm);
	if (before !== undefined) return before;
	const { pointCm, arcFirstPoint } = tiling;
	const arcCount = arcFirstPoint.length - 1;
	const lengthCm = new Float64Array(arcCount);
	const twiceBulgeCm2 = new Float64Array(arcCount);
	for (let arc = 0; arc < arcCount; arc++) {
		const first = 2 * arcFirstPoint[arc];
		const end = 2 * arcFirstPoint[arc + 1];
		const [x0, y0] = [pointCm[first], pointCm[first + 1]];
		let [length, bulge] = [0, 0];
		for (let i = first + 2; i < end; i += 2) {
			const [fromX, fromY] = [pointCm[i - 2] - x0, pointCm[i - 1] - y0];
			const [toX, toY] = [pointCm[i] - x0, pointCm[i + 1] - y0];
			length += Math.sqrt((toX - fromX) ** 2 + (toY - fromY) ** 2);
			bulge += fromX * toY - fromY * toX;
		}
		lengthCm[arc] = Math.round(length * STEPS_PER_CM) / STEPS_PER_CM;
		twiceBulgeCm2[arc] = bulge;
	}
	const measures = { lengthCm, twiceBulgeCm2 };
	known.set(tiling.pointCm, measures);
	return measures;
}

/**
 * Twice the area, in whole cm², that an arc adds to the territory on its left, seen from a reference point. Summed
 * over the sides of a territory the reference falls out; take one near it, so that every sum stays under 2⁵³.
 */
export function twiceAreaUnderArc(
	{ pointCm, arcFirstPoint }: Tiling,
	{ twiceBulgeCm2 }: ArcMeasures,
	arc: number,
	xCm: number,
	yCm: number,
): number {
	const first = 2 * arcFirstPoint[arc];
	const last = 2 * arcFirstPoint[arc + 1] - 2;
	return (
		twiceBulgeCm2[arc] +
		(pointCm[first] - xCm) * (pointCm[last + 1] - yCm) -
		(pointCm[first + 1] - yCm) * (pointCm[last] - xCm)
	);
}
