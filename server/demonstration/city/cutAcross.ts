// Cuts a face in two by a street or a border: a slightly bent line from side to side that touches nothing between.
import { segmentsCross } from "../../../planning/geo/crossing.ts";
import type { Random } from "../Random.ts";
import type { Mesh } from "./Mesh.ts";
import type { Ring } from "./Ring.ts";

export interface CutStyle {
	/** Distance between the points of the line. */
	readonly spacingM: number;
	/** How far it swings out, as a share of its length. */
	readonly bendShare: number;
	/** Ends move to a corner this near, so that streets meet. */
	readonly snapM: number;
	/** Edges on which no line may end. */
	readonly isClosed?: (half: number) => boolean;
	/** Distances from an end at which the line has a point of its own; asked for each end. */
	readonly necksM?: (half: number) => readonly number[];
}

export interface Cut {
	/** A place on the line and its direction. */
	readonly x: number;
	readonly y: number;
	readonly dx: number;
	readonly dy: number;
}

/** An end on the ring: corner `index` itself, or a place on the edge that begins there. */
export interface End {
	readonly index: number;
	readonly isCorner: boolean;
	readonly x: number;
	readonly y: number;
}

export type Point = readonly [xM: number, yM: number];

/** Ends keep this far from the corners of the edge they stand on. */
const CLEAR_M = 4;
const MAX_POINTS = 400;
const LEAST_ANGLE = 0.3;

/** First half-edge of the new line, as `Mesh.cutFace` returns it; -1 when no line fits. */
export function cutAcross(
	mesh: Mesh,
	ring: Ring,
	cut: Cut,
	style: CutStyle,
	random: Random,
): number {
	const pair = widestPair(ring, cut);
	if (pair === null) return -1;
	const [a, b] = pair;
	for (const snapM of [style.snapM, 0]) {
		const from = endAt(mesh, ring, a, { ...style, snapM });
		const to = endAt(mesh, ring, b, { ...style, snapM });
		if (from === null || to === null || areNeighbours(ring, from, to)) continue;
		for (const bendShare of [style.bendShare, style.bendShare / 3, 0]) {
			const points = pointsBetween(ring, from, to, { ...style, bendShare }, random);
			if (points !== null && lineFits(ring, from, to, points))
				return drawLine(mesh, ring, from, to, points);
		}
	}
	return -1;
}

interface Crossing {
	/** Along the line. */
	readonly u: number;
	readonly index: number;
	readonly x: number;
	readonly y: number;
}

/** The longest stretch of the line inside the ring. */
function widestPair({ xs, ys }: Ring, { x, y, dx, dy }: Cut): readonly [Crossing, Crossing] | null {
	const crossings: Crossing[] = [];
	const count = xs.length;
	for (let i = 0; i < count; i++) {
		const j = i + 1 === count ? 0 : i + 1;
		const [ax, ay] = [(xs[i] as number) - x, (ys[i] as number) - y];
		const [bx, by] = [(xs[j] as number) - x, (ys[j] as number) - y];
		const [sideA, sideB] = [dx * ay - dy * ax, dx * by - dy * bx];
		if (sideA < 0 === sideB < 0) continue;
		const t = sideA / (sideA - sideB);
		const [px, py] = [ax + t * (bx - ax), ay + t * (by - ay)];
		crossings.push({ u: px * dx + py * dy, index: i, x: x + px, y: y + py });
	}
	crossings.sort((p, q) => p.u - q.u);
	let best: readonly [Crossing, Crossing] | null = null;
	for (let i = 0; i + 1 < crossings.length; i += 2) {
		const [p, q] = [crossings[i] as Crossing, crossings[i + 1] as Crossing];
		if (best === null || q.u - p.u > best[1].u - best[0].u) best = [p, q];
	}
	return best;
}

function endAt(mesh: Mesh, ring: Ring, { index, x, y }: Crossing, style: CutStyle): End | null {
	const { halves, xs, ys } = ring;
	const count = halves.length;
	const following = index + 1 === count ? 0 : index + 1;
	const corner = (i: number): End => ({
		index: i,
		isCorner: true,
		x: xs[i] as number,
		y: ys[i] as number,
	});
	const distance = (i: number) => Math.hypot((xs[i] as number) - x, (ys[i] as number) - y);
	const [near, far] =
		distance(index) <= distance(following) ? [index, following] : [following, index];
	const isOpen = (i: number) =>
		style.isClosed === undefined ||
		!(
			style.isClosed(halves[i] as number) ||
			style.isClosed(halves[i === 0 ? count - 1 : i - 1] as number)
		);
	for (const i of [near, far])
		if (distance(i) < style.snapM && isOpen(i) && !mesh.isPlain(halves[i] as number))
			return corner(i);
	if (distance(near) < CLEAR_M) return isOpen(near) ? corner(near) : null;
	if (style.isClosed?.(halves[index] as number) === true) return null;
	return { index, isCorner: false, x, y };
}

/** Ends at the same place or at the two ends of one edge enclose nothing. */
function areNeighbours({ halves }: Ring, from: End, to: End): boolean {
	const count = halves.length;
	if (from.index === to.index) return true;
	const [p, q] = [from, to].map(({ index, isCorner }) => 2 * index + (isCorner ? 0 : 1)) as [
		number,
		number,
	];
	const apart = Math.abs(p - q);
	return Math.min(apart, 2 * count - apart) <= 2;
}

/** Points between the ends: two swings of chance size, uneven spacing, then the necks. */
function pointsBetween(
	ring: Ring,
	from: End,
	to: End,
	style: CutStyle,
	random: Random,
): Point[] | null {
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	const lengthM = Math.hypot(dx, dy);
	const count = Math.min(MAX_POINTS, Math.floor(lengthM / style.spacingM));
	const neckA = style.necksM?.(ring.halves[from.index] as number) ?? [];
	const neckB = style.necksM?.(ring.halves[to.index] as number) ?? [];
	const alongs: number[] = neckA.map((neckM) => neckM / lengthM);
	const [low, high] = [(neckA.at(-1) ?? 0) / lengthM, 1 - (neckB.at(-1) ?? 0) / lengthM];
	if (low >= high) return null;
	for (let k = 1; k <= count; k++)
		alongs.push(low + ((high - low) * (k + random.between(-0.25, 0.25))) / (count + 1));
	for (const neckM of [...neckB].reverse()) alongs.push(1 - neckM / lengthM);
	const [once, twice, thrice] = [1, 0.6, 0.35].map((size) => size * random.between(-1, 1)) as [
		number,
		number,
		number,
	];
	return alongs.map((s) => {
		const swing =
			style.bendShare *
			(once * Math.sin(Math.PI * s) +
				twice * Math.sin(2 * Math.PI * s) +
				thrice * Math.sin(5 * Math.PI * s));
		return [from.x + s * dx - swing * dy, from.y + s * dy + swing * dx];
	});
}

/** True when the line leaves and arrives inward and crosses no edge of the ring between. */
export function lineFits(ring: Ring, from: End, to: End, points: readonly Point[]): boolean {
	const line: Point[] = [[from.x, from.y], ...points, [to.x, to.y]];
	const [second, secondLast] = [line[1], line[line.length - 2]] as [Point, Point];
	if (!isInward(ring, from, second) || !isInward(ring, to, secondLast)) return false;
	const { xs, ys } = ring;
	const count = xs.length;
	for (let k = 0; k + 1 < line.length; k++) {
		const [ax, ay] = line[k] as Point;
		const [bx, by] = line[k + 1] as Point;
		for (let i = 0; i < count; i++) {
			if ((k === 0 && touches(i, from, count)) || (k + 2 === line.length && touches(i, to, count)))
				continue;
			const j = i + 1 === count ? 0 : i + 1;
			const [cx, cy, ex, ey] = [xs[i], ys[i], xs[j], ys[j]] as [number, number, number, number];
			if (segmentsCross(ax, ay, bx, by, cx, cy, ex, ey)) return false;
		}
	}
	return true;
}

/** True for an edge that an end stands on. */
function touches(edge: number, { index, isCorner }: End, count: number): boolean {
	return edge === index || (isCorner && edge === (index + count - 1) % count);
}

/** True when the direction points into the face with some angle to both edges. */
function isInward({ xs, ys }: Ring, end: End, towards: Point): boolean {
	const count = xs.length;
	const ahead = (end.index + 1) % count;
	const back = end.isCorner ? (end.index + count - 1) % count : end.index;
	const angleTo = (x: number, y: number) => Math.atan2(y - end.y, x - end.x);
	const out = angleTo(xs[ahead] as number, ys[ahead] as number);
	const inner = positive(angleTo(xs[back] as number, ys[back] as number) - out);
	const own = positive(angleTo(towards[0], towards[1]) - out);
	const least = Math.min(LEAST_ANGLE, inner / 4);
	return own > least && own < inner - least;
}

function positive(angle: number): number {
	const turns = 2 * Math.PI;
	return ((angle % turns) + turns) % turns;
}

/** Draw a line that fits; the first half-edge of it, as `Mesh.cutFace` returns it. */
export function drawLine(
	mesh: Mesh,
	{ halves }: Ring,
	from: End,
	to: End,
	points: readonly Point[],
): number {
	const place = ({ index, isCorner, x, y }: End) => {
		const half = halves[index] as number;
		return isCorner ? half : mesh.splitEdge(half, mesh.addVertex(x, y));
	};
	const a = place(from);
	const b = place(to);
	const through = points.map(([x, y]) => mesh.addVertex(x, y));
	return mesh.cutFace(a, b, through);
}
