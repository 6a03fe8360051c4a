// What a new border and the stretch of the old one that it replaces enclose: the ground that changes hands.
import { ARC_FLAG, type Tiling } from "../Tiling.ts";
import type { Half } from "./arcOrder.ts";
import type { Leg } from "./chains.ts";
import { type Stretch, shareOn } from "./commonBorder.ts";
import { type CellChain, pointsOfArc } from "./cutGround.ts";
import { shareAlong } from "./LocalBorders.ts";
import type { NodedArc } from "./nodedArcs.ts";
import { isLeftInside } from "./parity.ts";

/** Between two positions of a stretch; of a closed one also all but that. */
export interface Span {
	readonly from: number;
	readonly to: number;
	readonly isRest: boolean;
}

export interface Enclosure {
	/** Does what lies on the left of a half change hands? */
	readonly isMoved: (left: Half) => boolean;
	/** A place of the replaced stretch that may not be moved: fixed by law, or locked. */
	readonly locked: readonly [x: number, y: number] | null;
}

interface Replacement {
	readonly stretch: Stretch;
	readonly span: Span;
	readonly chains: readonly CellChain[];
	readonly along: readonly Leg[];
}

/**
 * The closed lines that the new border makes with the replaced stretch; where both run along the same pieces they
 * cancel each other. Odd and even tell inside from outside, however often the line weaves across the old border.
 */
export function enclosure(
	tiling: Tiling,
	noded: ReadonlyMap<number, NodedArc>,
	{ stretch, span, chains, along }: Replacement,
): Enclosure {
	const replaced = replacedTest(tiling, stretch, span);
	const taken = takenCount(tiling, along);
	const arcs = new Set<number>();
	for (const segment of stretch.segments) arcs.add(arcOfPoint(tiling, segment));
	for (const { segment } of along) arcs.add(arcOfPoint(tiling, segment));
	const closed: number[] = [];
	let locked: readonly [number, number] | null = null;
	for (const { points } of chains)
		for (let i = 0; i + 3 < points.length; i += 2) closed.push(...points.slice(i, i + 4));
	for (const arc of arcs) {
		const isFixed = (tiling.arcFlags[arc] & (ARC_FLAG.legal | ARC_FLAG.locked)) > 0;
		const { points, segments } = noded.get(arc) ?? {
			points: pointsOfArc(tiling, arc),
			segments: null,
		};
		for (let i = 0; i + 3 < points.length; i += 2) {
			const [ax, ay, bx, by] = [points[i], points[i + 1], points[i + 2], points[i + 3]];
			const segment = segments?.[i / 2] ?? tiling.arcFirstPoint[arc] + i / 2;
			const middle = [(ax + bx) / 2, (ay + by) / 2] as const;
			const isReplaced = replaced(segment, ...middle);
			const isTaken = taken(segment, ...middle) % 2 === 1;
			if (isReplaced === isTaken) continue;
			closed.push(ax, ay, bx, by);
			if (isReplaced && isFixed) locked ??= middle;
		}
	}
	return { isMoved: (left) => isLeftInside(closed, left), locked };
}

/** The arc of a point that is not its last. */
export function arcOfPoint({ arcFirstPoint }: Tiling, point: number): number {
	let [low, high] = [0, arcFirstPoint.length - 1];
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (arcFirstPoint[middle] <= point) low = middle;
		else high = middle;
	}
	return low;
}

function replacedTest({ pointCm }: Tiling, stretch: Stretch, { from, to, isRest }: Span) {
	const placeOf = new Map(stretch.segments.map((segment, i) => [segment, i]));
	return (segment: number, x: number, y: number): boolean => {
		const i = placeOf.get(segment);
		if (i === undefined) return false;
		const position = i + Math.min(1, Math.max(0, shareOn(stretch, pointCm, i, x, y)));
		return (position > from && position < to) !== isRest;
	};
}

/** How often the line runs along a place of a segment. */
function takenCount({ pointCm }: Tiling, along: readonly Leg[]) {
	const bySegment = new Map<number, (readonly [number, number])[]>();
	for (const { segment, points } of along) {
		const [a, b] = [
			shareAlong(pointCm, segment, points[0], points[1]),
			shareAlong(pointCm, segment, points[2], points[3]),
		];
		const span = [Math.min(a, b), Math.max(a, b)] as const;
		const known = bySegment.get(segment);
		if (known === undefined) bySegment.set(segment, [span]);
		else known.push(span);
	}
	return (segment: number, x: number, y: number): number => {
		const share = shareAlong(pointCm, segment, x, y);
		const spans = bySegment.get(segment) ?? [];
		return spans.filter(([from, to]) => from <= share && share < to).length;
	};
}
