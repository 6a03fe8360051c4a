// Fewer points for small scales: each arc by itself (Douglas & Peucker, 1973), so that neighbours still share it.
// A chord that would sweep over a point of another line is not taken; where chords touch or a ring would collapse, the
// arcs at fault are done again with half the tolerance, down to none.
import Flatbush from "flatbush";
import { type Segment, segmentsTouch } from "./segmentsTouch.ts";
import { twiceRingAreaCm2 } from "./shape.ts";
import type { Tiling } from "./Tiling.ts";

/** Below this an arc is kept as it is. */
const LEAST_TOLERANCE_CM = 1;

/**
 * The same cells, nodes and arcs with fewer points: none left out lies farther than the tolerance from its chord.
 * Planar, rings keep their direction, nothing changes sides.
 */
export function simplifyTiling(tiling: Tiling, toleranceCm: number): Tiling {
	const arcCount = tiling.arcFrom.length;
	const points = new PointFinder(tiling);
	const tolerance = new Float64Array(arcCount).fill(toleranceCm);
	const kept = Array.from({ length: arcCount }, (_, arc) =>
		keptOf(tiling, arc, toleranceCm, points),
	);
	for (;;) {
		const simple = withPoints(tiling, kept);
		const atFault = new Set([...touchingArcs(simple), ...collapsedArcs(tiling, simple)]);
		for (const arc of atFault)
			if (kept[arc].length === tiling.arcFirstPoint[arc + 1] - tiling.arcFirstPoint[arc])
				atFault.delete(arc); // whole already: its neighbours must give way
		if (atFault.size === 0) return simple;
		for (const arc of atFault) {
			tolerance[arc] = tolerance[arc] / 2 < LEAST_TOLERANCE_CM ? -1 : tolerance[arc] / 2;
			kept[arc] = keptOf(tiling, arc, tolerance[arc], points);
		}
	}
}

/** Numbers of the points of an arc that stay, both ends among them; a negative tolerance keeps all. */
function keptOf(tiling: Tiling, arc: number, toleranceCm: number, finder: PointFinder): number[] {
	const { pointCm, arcFirstPoint } = tiling;
	const [first, last] = [arcFirstPoint[arc], arcFirstPoint[arc + 1] - 1];
	const kept = [first];
	const open: [from: number, to: number][] = [[first, last]];
	for (let span = open.pop(); span !== undefined; span = open.pop()) {
		const [from, to] = span;
		const far = to - from < 2 ? null : farthest(pointCm, from, to);
		if (far === null) kept.push(to);
		else if (far.cm <= toleranceCm && !finder.isSwept(from, to)) kept.push(to);
		else open.push([far.point, to], [from, far.point]);
	}
	return kept;
}

/** The point between two others of an arc farthest from their chord; from the first where both are one (a loop). */
function farthest(pointCm: Int32Array, from: number, to: number): { point: number; cm: number } {
	const [ax, ay] = [pointCm[2 * from], pointCm[2 * from + 1]];
	const [dx, dy] = [pointCm[2 * to] - ax, pointCm[2 * to + 1] - ay];
	const squared = dx * dx + dy * dy;
	let best = { point: from + 1, cm: -1 };
	for (let point = from + 1; point < to; point++) {
		const [px, py] = [pointCm[2 * point] - ax, pointCm[2 * point + 1] - ay];
		const along = squared === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / squared));
		const cm = Math.hypot(px - along * dx, py - along * dy);
		if (cm > best.cm) best = { point, cm };
	}
	return best;
}

/** Finds whether a chord, drawn instead of a stretch of points, would pass over a point of another stretch. */
class PointFinder {
	private readonly pointCm: Int32Array;
	private readonly tree: Flatbush;

	constructor({ pointCm }: Tiling) {
		this.pointCm = pointCm;
		this.tree = new Flatbush(Math.max(1, pointCm.length / 2));
		for (let i = 0; i < pointCm.length; i += 2) this.tree.add(pointCm[i], pointCm[i + 1]);
		if (pointCm.length === 0) this.tree.add(0, 0);
		this.tree.finish();
	}

	isSwept(from: number, to: number): boolean {
		const { pointCm } = this;
		const stretch = pointCm.subarray(2 * from, 2 * to + 2);
		let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
		for (let i = 0; i < stretch.length; i += 2) {
			west = Math.min(west, stretch[i]);
			east = Math.max(east, stretch[i]);
			south = Math.min(south, stretch[i + 1]);
			north = Math.max(north, stretch[i + 1]);
		}
		const isOther = (point: number) => point < from || point > to;
		return this.tree
			.search(west, south, east, north, isOther)
			.some((point) => isSweptOver(stretch, pointCm[2 * point], pointCm[2 * point + 1]));
	}
}

/** Inside, or on the line of, the ring that a stretch makes with its chord; its own corners do not count. */
function isSweptOver(stretchCm: Int32Array, x: number, y: number): boolean {
	const n = stretchCm.length;
	for (let i = 0; i < n; i += 2) if (stretchCm[i] === x && stretchCm[i + 1] === y) return false;
	let isInside = false;
	let [fromX, fromY] = [stretchCm[n - 2], stretchCm[n - 1]];
	for (let i = 0; i < n; i += 2) {
		const [toX, toY] = [stretchCm[i], stretchCm[i + 1]];
		const turn = (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
		if (
			turn === 0 &&
			x >= Math.min(fromX, toX) &&
			x <= Math.max(fromX, toX) &&
			y >= Math.min(fromY, toY) &&
			y <= Math.max(fromY, toY)
		)
			return true;
		if (fromY > y !== toY > y && turn > 0 === toY > fromY) isInside = !isInside;
		[fromX, fromY] = [toX, toY];
	}
	return isInside;
}

function withPoints(tiling: Tiling, kept: readonly (readonly number[])[]): Tiling {
	const arcFirstPoint = new Uint32Array(kept.length + 1);
	for (const [arc, points] of kept.entries())
		arcFirstPoint[arc + 1] = arcFirstPoint[arc] + points.length;
	const pointCm = new Int32Array(2 * arcFirstPoint[kept.length]);
	let at = 0;
	for (const points of kept)
		for (const point of points) {
			pointCm[at++] = tiling.pointCm[2 * point];
			pointCm[at++] = tiling.pointCm[2 * point + 1];
		}
	return { ...tiling, pointCm, arcFirstPoint };
}

/** Arcs with a segment that touches another one elsewhere than in a common corner, or that has no length. */
function touchingArcs({ pointCm, arcFirstPoint }: Tiling): Set<number> {
	const segments: Segment[] = [];
	const arcOf: number[] = [];
	for (let arc = 0; arc + 1 < arcFirstPoint.length; arc++)
		for (let i = 2 * arcFirstPoint[arc]; i + 3 < 2 * arcFirstPoint[arc + 1]; i += 2) {
			segments.push([pointCm[i], pointCm[i + 1], pointCm[i + 2], pointCm[i + 3]]);
			arcOf.push(arc);
		}
	const touching = new Set<number>();
	if (segments.length === 0) return touching;
	const tree = new Flatbush(segments.length);
	const boxes = segments.map(([ax, ay, bx, by]) => {
		const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
		tree.add(...box);
		return box;
	});
	tree.finish();
	segments.forEach((segment, index) => {
		if (segment[0] === segment[2] && segment[1] === segment[3]) touching.add(arcOf[index]);
		tree.search(...boxes[index], (other) => {
			if (other > index && segmentsTouch(segment, segments[other]))
				touching.add(arcOf[index]).add(arcOf[other]);
			return false;
		});
	});
	return touching;
}

/** Arcs of rings that lost their area or turned round. */
function collapsedArcs(tiling: Tiling, simple: Tiling): Set<number> {
	const { ringFirstSide, ringSide } = tiling;
	const collapsed = new Set<number>();
	for (let ring = 0; ring + 1 < ringFirstSide.length; ring++) {
		const sides = ringSide.subarray(ringFirstSide[ring], ringFirstSide[ring + 1]);
		const [before, after] = [twiceRingAreaCm2(tiling, sides), twiceRingAreaCm2(simple, sides)];
		if (Math.sign(before) !== Math.sign(after)) for (const side of sides) collapsed.add(side >> 1);
	}
	return collapsed;
}
