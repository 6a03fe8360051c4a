// The order of arcs and rings in a tiling, by place alone: the same as a tiling that was built anew has.
// A half is a segment walked one way. Halves compare by the western end of their segment, then by the eastern one, then
// the one that leaves the western end comes first. An arc begins with the smaller of the halves at its two ends.
import { placeKey } from "./place.ts";

/** x, y where it begins, x, y where it goes to. */
export type Half = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** Less than 0 where the first comes first. */
export function compareHalves(one: Half, other: Half): number {
	const [oneFrom, oneTo] = [placeKey(one[0], one[1]), placeKey(one[2], one[3])];
	const [otherFrom, otherTo] = [placeKey(other[0], other[1]), placeKey(other[2], other[3])];
	return (
		Math.min(oneFrom, oneTo) - Math.min(otherFrom, otherTo) ||
		Math.max(oneFrom, oneTo) - Math.max(otherFrom, otherTo) ||
		oneFrom - otherFrom
	);
}

/** The half that an arc of points x, y … begins with. */
export function firstHalf(points: ArrayLike<number>): Half {
	return [points[0], points[1], points[2], points[3]];
}

/** The points of an arc in its canonical direction, and whether that is the other one than given. */
export function directedArc(points: readonly number[]): {
	readonly points: readonly number[];
	readonly isTurned: boolean;
} {
	const last = points.length - 2;
	const back: Half = [points[last], points[last + 1], points[last - 2], points[last - 1]];
	return compareHalves(back, firstHalf(points)) < 0
		? { points: turned(points), isTurned: true }
		: { points, isTurned: false };
}

/** The same for a loop without any junction, which begins at its westernmost point. */
export function directedLoop(points: readonly number[]): ReturnType<typeof directedArc> {
	let least = 0;
	for (let i = 2; i < points.length - 2; i += 2)
		if (placeKey(points[i], points[i + 1]) < placeKey(points[least], points[least + 1])) least = i;
	return directedArc(loopFrom(points, least));
}

/** A closed line begun at another of its points, by the place of its x in the list. */
export function loopFrom(points: readonly number[], start: number): readonly number[] {
	if (start === 0) return points;
	const open = points.slice(0, -2);
	return [...open.slice(start), ...open.slice(0, start), points[start], points[start + 1]];
}

function turned(points: readonly number[]): number[] {
	const back: number[] = [];
	for (let i = points.length - 2; i >= 0; i -= 2) back.push(points[i], points[i + 1]);
	return back;
}
