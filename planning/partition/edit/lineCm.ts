// A drawn line on the centimetre grid, or what is wrong with it.
import type { LonLat } from "../../geo/LonLat.ts";
import { cmOfLonLat, MAX_CM } from "../frame.ts";
import { lonLatOfCm } from "../lonLatShape.ts";
import type { Frame, Tiling } from "../Tiling.ts";
import { boxesMeet, boxOfPoints, placeKey } from "./place.ts";
import { refused } from "./TilingEdit.ts";
import { firstTouch, segmentsOf } from "./touch.ts";

type Verb = "cut" | "reshape";

/** x, y … in centimetres without repeats, or a refusal. */
export function lineCm(
	{ frame }: Tiling,
	line: readonly LonLat[],
	verb: Verb,
): { readonly points: number[] } | ReturnType<typeof refused> {
	const points: number[] = [];
	for (const [lon, lat] of line) {
		if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return refused("line.not-degrees", null);
		const [x, y] = cmOfLonLat(frame, [lon, lat]);
		if (!(Math.abs(x) <= MAX_CM && Math.abs(y) <= MAX_CM))
			return refused(`${verb}.outside-city`, [lon, lat]);
		if (x === points[points.length - 2] && y === points[points.length - 1]) continue;
		points.push(x, y);
	}
	if (points.length < 4) return refused(`${verb}.line-too-short`, line[0] ?? null);
	return { points };
}

/** Is a line beyond all that the tiling covers? */
export function isOutsideCity({ pointCm }: Tiling, points: readonly number[]): boolean {
	return !boxesMeet(boxOfPoints(pointCm), boxOfPoints(points));
}

/** Does a line cross or touch itself, but for a closed line's ends? */
export function crossesItself(points: readonly number[]): boolean {
	const met = new Set<number>();
	const last = points.length - 2;
	const isClosed = points[0] === points[last] && points[1] === points[last + 1];
	for (let i = 0; i <= (isClosed ? last - 2 : last); i += 2) {
		const key = placeKey(points[i], points[i + 1]);
		if (met.has(key)) return true;
		met.add(key);
	}
	return firstTouch(segmentsOf(points)) !== null;
}

/** A place of the grid in degrees. */
export function degreesOf(frame: Frame, [x, y]: readonly [number, number]): LonLat {
	return lonLatOfCm(frame, x, y);
}
