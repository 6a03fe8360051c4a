// The arcs of a tiling without some and with others, in canonical order, nodes numbered as they are met.
import type { Tiling } from "../Tiling.ts";
import { compareHalves, directedArc, directedLoop, firstHalf, type Half } from "./arcOrder.ts";
import { placeKey } from "./place.ts";

/** An arc that is not yet in a tiling. */
export interface LooseArc {
	/** x, y … in centimetres, ends included. */
	readonly points: readonly number[];
	readonly left: number;
	readonly right: number;
	readonly flags: number;
}

export type TilingArcs = Pick<
	Tiling,
	"pointCm" | "arcFirstPoint" | "arcFrom" | "arcTo" | "arcLeft" | "arcRight" | "arcFlags"
>;

interface PlacedArc extends LooseArc {
	readonly from: number;
	readonly to: number;
	/** Number of the old arc that it comes before. */
	readonly before: number;
}

export interface ArcChange {
	readonly goneArcs: ReadonlySet<number>;
	readonly arcs: readonly LooseArc[];
	/** Arcs whose ends may be ends of new ones. */
	readonly arcsAround: Iterable<number>;
}

/** `newArc[a]` is the new number of each old arc, -1 where it is gone. */
export function splicedArcs(
	old: TilingArcs,
	change: ArcChange,
): { readonly arcs: TilingArcs; readonly newArc: Int32Array } {
	const { goneArcs } = change;
	const placed = placedArcs(old, change);
	const { arcs, newArc } = emptyArcs(old, goneArcs, placed);
	let [to, point, copied] = [0, 0, 0];
	/** Arcs that stay, up to one that does not, in one piece. */
	const copyUpTo = (end: number) => {
		if (copied === end) return;
		const [first, last] = [old.arcFirstPoint[copied], old.arcFirstPoint[end]];
		arcs.pointCm.set(old.pointCm.subarray(2 * first, 2 * last), 2 * point);
		arcs.arcFrom.set(old.arcFrom.subarray(copied, end), to);
		arcs.arcTo.set(old.arcTo.subarray(copied, end), to);
		arcs.arcLeft.set(old.arcLeft.subarray(copied, end), to);
		arcs.arcRight.set(old.arcRight.subarray(copied, end), to);
		arcs.arcFlags.set(old.arcFlags.subarray(copied, end), to);
		copyStarts(old.arcFirstPoint, arcs.arcFirstPoint, {
			first: copied,
			end,
			to,
			shift: point - first,
		});
		countUp(newArc, copied, end, to);
		to += end - copied;
		point += last - first;
		copied = end;
	};
	let next = 0;
	const stops = [...new Set([...goneArcs, ...placed.map(({ before }) => before)])].sort(
		(a, b) => a - b,
	);
	for (const stop of stops) {
		copyUpTo(stop);
		for (; next < placed.length && placed[next].before === stop; next++) {
			const arc = placed[next];
			arcs.pointCm.set(arc.points, 2 * point);
			point += arc.points.length / 2;
			arcs.arcFrom[to] = arc.from;
			arcs.arcTo[to] = arc.to;
			arcs.arcLeft[to] = arc.left;
			arcs.arcRight[to] = arc.right;
			arcs.arcFlags[to] = arc.flags;
			arcs.arcFirstPoint[++to] = point;
		}
		if (goneArcs.has(stop)) copied = stop + 1;
	}
	copyUpTo(old.arcFrom.length);
	renumberNodes(arcs, 2 * (old.arcFrom.length + placed.length));
	return { arcs, newArc };
}

function emptyArcs(
	{ arcFirstPoint }: TilingArcs,
	gone: ReadonlySet<number>,
	placed: readonly PlacedArc[],
): { arcs: TilingArcs; newArc: Int32Array } {
	const oldCount = arcFirstPoint.length - 1;
	const count = oldCount - gone.size + placed.length;
	let pointCount = arcFirstPoint[oldCount];
	for (const arc of gone) pointCount -= arcFirstPoint[arc + 1] - arcFirstPoint[arc];
	for (const { points } of placed) pointCount += points.length / 2;
	const arcs = {
		pointCm: new Int32Array(2 * pointCount),
		arcFirstPoint: new Uint32Array(count + 1),
		arcFrom: new Uint32Array(count),
		arcTo: new Uint32Array(count),
		arcLeft: new Int32Array(count),
		arcRight: new Int32Array(count),
		arcFlags: new Uint16Array(count),
	};
	return { arcs, newArc: new Int32Array(oldCount).fill(-1) };
}

interface Run {
	readonly first: number;
	readonly end: number;
	readonly to: number;
	readonly shift: number;
}

/** Where the arcs of a run end, moved by `shift`. */
function copyStarts(from: Uint32Array, into: Uint32Array, { first, end, to, shift }: Run): void {
	for (let arc = first; arc < end; arc++) into[to + 1 + arc - first] = from[arc + 1] + shift;
}

function countUp(numbers: Int32Array, first: number, end: number, start: number): void {
	for (let i = first; i < end; i++) numbers[i] = start + i - first;
}

/** Nodes in the order in which arcs begin or end at them; before, their numbers are below `end`. */
function renumberNodes({ arcFrom, arcTo }: TilingArcs, end: number): void {
	const number = new Int32Array(end).fill(-1);
	let count = 0;
	for (let arc = 0; arc < arcFrom.length; arc++) {
		const from = arcFrom[arc];
		if (number[from] < 0) number[from] = count++;
		arcFrom[arc] = number[from];
		const to = arcTo[arc];
		if (number[to] < 0) number[to] = count++;
		arcTo[arc] = number[to];
	}
}

/** Loose arcs in canonical direction and order, with their nodes: known ones by place, or further numbers. */
function placedArcs(old: TilingArcs, { goneArcs, arcs, arcsAround }: ArcChange): PlacedArc[] {
	const nodeAt = nodeFinder(old, [...goneArcs, ...arcsAround]);
	const given = arcs.map((arc) => ({
		arc,
		from: nodeAt(arc.points, 0),
		to: nodeAt(arc.points, arc.points.length - 2),
	}));
	const loops = firstFreeLoop(old);
	return given
		.map(({ arc, from, to }) => {
			const isLoop =
				from === to &&
				given.every((other) => other.arc === arc || (other.from !== from && other.to !== from)) &&
				isAlone(old, from, goneArcs);
			const { points, isTurned } = isLoop ? directedLoop(arc.points) : directedArc(arc.points);
			const [first, end] = isLoop ? [loops, old.arcFrom.length] : [0, loops];
			return {
				points,
				left: isTurned ? arc.right : arc.left,
				right: isTurned ? arc.left : arc.right,
				flags: arc.flags,
				from: isTurned ? to : from,
				to: isTurned ? from : to,
				before: placeAmong(old, firstHalf(points), first, end),
				isLoop,
			};
		})
		.sort(
			(a, b) =>
				a.before - b.before ||
				Number(a.isLoop) - Number(b.isLoop) ||
				compareHalves(firstHalf(a.points), firstHalf(b.points)),
		);
}

/** The first of the loops without any junction, which come last. */
function firstFreeLoop(old: TilingArcs): number {
	const { arcFrom, arcTo } = old;
	let first = arcFrom.length;
	while (first > 0 && arcFrom[first - 1] === arcTo[first - 1]) first--;
	// loops at a junction may stand before them
	while (first < arcFrom.length && !isAlone(old, arcFrom[first], new Set([first]))) first++;
	return first;
}

/** Does no arc end at a node but some? */
function isAlone({ arcFrom, arcTo }: TilingArcs, node: number, but: ReadonlySet<number>): boolean {
	for (let arc = 0; arc < arcFrom.length; arc++)
		if ((arcFrom[arc] === node || arcTo[arc] === node) && !but.has(arc)) return false;
	return true;
}

/** The first arc from `first` to `end` that comes after a half, by bisection. */
function placeAmong(
	{ pointCm, arcFirstPoint }: TilingArcs,
	half: Half,
	first: number,
	end: number,
): number {
	let [low, high] = [first, end];
	while (low < high) {
		const middle = (low + high) >> 1;
		const point = 2 * arcFirstPoint[middle];
		if (compareHalves(firstHalf(pointCm.subarray(point, point + 4)), half) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Finds the node at a point: one that an arc around has, or a new one. */
function nodeFinder(
	{ arcFrom, arcTo, arcFirstPoint, pointCm }: TilingArcs,
	around: Iterable<number>,
) {
	const node = new Map<number, number>();
	for (const arc of around) {
		const [first, last] = [2 * arcFirstPoint[arc], 2 * arcFirstPoint[arc + 1] - 2];
		node.set(placeKey(pointCm[first], pointCm[first + 1]), arcFrom[arc]);
		node.set(placeKey(pointCm[last], pointCm[last + 1]), arcTo[arc]);
	}
	let next = 2 * arcFrom.length; // more than there can be
	return (points: readonly number[], at: number): number => {
		const key = placeKey(points[at], points[at + 1]);
		const known = node.get(key) ?? next++;
		node.set(key, known);
		return known;
	};
}
