// The common border of two units in stretches, and the place of it that is nearest to where a line was begun.
import { pushPointsCm } from "../sides.ts";
import type { Assignment, Tiling } from "../Tiling.ts";
import { closedWalks } from "../traceRings.ts";
import { type LocalBorders, shareAlong } from "./LocalBorders.ts";
import { nearestOn } from "./nodeLine.ts";
import { placeKey } from "./place.ts";

/** A stretch of border between two units without a third; the first unit lies on its left. */
export interface Stretch {
	/** x, y … from end to end; of a closed one the first place again. */
	readonly points: readonly number[];
	/** Number of the first point of each segment in the tiling. */
	readonly segments: readonly number[];
	readonly isClosed: boolean;
}

/** A place of a stretch: in a segment, by its place in the list, or at that segment's first point. */
export interface StretchPlace {
	readonly x: number;
	readonly y: number;
	readonly segment: number;
	readonly squared: number;
}

/** Stretches of the border of two units, as one walks around the first. */
export function commonBorder(
	tiling: Tiling,
	{ unitOfCell }: Pick<Assignment, "unitOfCell">,
	[first, second]: readonly [number, number],
): Stretch[] {
	const { arcLeft, arcRight } = tiling;
	const unitOf = (cell: number) => (cell < 0 ? -1 : unitOfCell[cell]);
	const sides: number[] = [];
	let isFacing = false;
	for (let arc = 0; arc < arcLeft.length; arc++) {
		const left = unitOf(arcLeft[arc]);
		const right = unitOf(arcRight[arc]);
		if (left === right || (left !== first && right !== first)) continue;
		sides.push(left === first ? 2 * arc : 2 * arc + 1);
		isFacing ||= left === second || right === second;
	}
	if (!isFacing) return [];
	const faces = (side: number) =>
		unitOf((side & 1) === 0 ? arcRight[side >> 1] : arcLeft[side >> 1]) === second;
	return closedWalks(tiling, sides).flatMap((walk) => {
		const start = walk.findIndex(
			(side, i) => faces(side) && !faces(walk[(i + walk.length - 1) % walk.length]),
		);
		if (start < 0) return faces(walk[0]) ? [stretchOf(tiling, walk, true)] : [];
		const runs: number[][] = [];
		let run: number[] = [];
		for (const side of [...walk.slice(start), ...walk.slice(0, start)])
			if (faces(side)) run.push(side);
			else if (run.length > 0) {
				runs.push(run);
				run = [];
			}
		if (run.length > 0) runs.push(run);
		return runs.map((one) => stretchOf(tiling, one, false));
	});
}

/** The place of a stretch nearest to another, a vertex where one is within the slack of it. */
export function nearestPlace(
	{ points }: Stretch,
	[x, y]: readonly [number, number],
	slackCm: number,
): StretchPlace {
	let best: StretchPlace = { x: 0, y: 0, segment: -1, squared: Infinity };
	const offer = (place: StretchPlace) => {
		if (place.squared < best.squared) best = place;
	};
	for (let i = 0; i < points.length; i += 2) {
		const [ax, ay, bx, by] = [points[i], points[i + 1], points[i + 2], points[i + 3]];
		offer({ x: ax, y: ay, segment: i / 2, squared: (ax - x) ** 2 + (ay - y) ** 2 });
		const foot = i + 3 < points.length ? nearestOn(x, y, ax, ay, bx, by) : null;
		if (foot !== null)
			offer({
				x: Math.round(foot[0]),
				y: Math.round(foot[1]),
				segment: i / 2,
				squared: foot[2],
			});
	}
	const { squared, segment } = best;
	for (const end of [segment, segment + 1]) {
		const [endX, endY] = [points[2 * end], points[2 * end + 1]];
		if ((endX - best.x) ** 2 + (endY - best.y) ** 2 <= slackCm * slackCm)
			return { x: endX, y: endY, segment: end, squared };
	}
	return best;
}

/**
 * How far along a stretch a vertex of the borders is: the number of its segment, and the share of that. Several where
 * the stretch comes back to it, none where it is not on it.
 */
export function positionsOn(
	stretch: Stretch,
	{ pointCm }: Tiling,
	borders: LocalBorders,
	[x, y]: readonly [number, number],
): number[] {
	const { points, segments } = stretch;
	const key = placeKey(x, y);
	const positions: number[] = [];
	for (let i = 0; i < points.length; i += 2)
		if (placeKey(points[i], points[i + 1]) === key) positions.push(i / 2);
	if (positions.length > 0) return positions;
	for (let i = 0; i < segments.length; i++) {
		const inserted = borders.insertedIn(segments[i]);
		for (let k = 0; k < inserted.length; k += 2)
			if (placeKey(inserted[k], inserted[k + 1]) === key)
				return [i + shareOn(stretch, pointCm, i, x, y)];
	}
	return [];
}

/** How far along one segment of a stretch a place lies, as the stretch runs. */
export function shareOn(
	{ points, segments }: Stretch,
	pointCm: Int32Array,
	i: number,
	x: number,
	y: number,
): number {
	const segment = segments[i];
	const share = shareAlong(pointCm, segment, x, y);
	const isSameWay =
		points[2 * i] === pointCm[2 * segment] && points[2 * i + 1] === pointCm[2 * segment + 1];
	return isSameWay ? share : 1 - share;
}

function stretchOf(tiling: Tiling, sides: readonly number[], isClosed: boolean): Stretch {
	const { pointCm, arcFirstPoint } = tiling;
	const points: number[] = [];
	const segments: number[] = [];
	for (const side of sides) {
		pushPointsCm(tiling, side, points);
		const [first, last] = [arcFirstPoint[side >> 1], arcFirstPoint[(side >> 1) + 1] - 1];
		if ((side & 1) === 0) for (let point = first; point < last; point++) segments.push(point);
		else for (let point = last - 1; point >= first; point--) segments.push(point);
	}
	const end = sides[sides.length - 1];
	const arc = end >> 1;
	const point = 2 * ((end & 1) === 0 ? arcFirstPoint[arc + 1] - 1 : arcFirstPoint[arc]);
	points.push(pointCm[point], pointCm[point + 1]);
	return { points, segments, isClosed };
}
