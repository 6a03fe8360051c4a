// Noding with snap rounding: afterwards segments meet at their ends only. Every crossing becomes a vertex on the
// centimetre grid, every segment is led through the vertices within the slack of it, until nothing changes
// (J. D. Hobby, 1999; iterated as by D. Halperin and E. Packer, 2002). It always comes to rest: a segment gives way to
// shorter ones only, and squared lengths are whole numbers.
import Flatbush from "flatbush";
import { SegmentTable } from "./SegmentTable.ts";
import type { Vertices } from "./Vertices.ts";

export interface Noded {
	readonly segments: SegmentTable;
	/** The rings led along the segments, in the order given; a ring may have collapsed to fewer than three vertices. */
	readonly rings: readonly (readonly number[])[];
}

/** Node rings of vertices. New vertices are added for crossings. */
export function nodeSegments(
	vertices: Vertices,
	given: readonly (readonly number[])[],
	slackCm: number,
): Noded {
	let rings = given;
	let segments = segmentsOf(rings);
	let fresh: ArrayLike<number> = Uint32Array.from({ length: segments.count }, (_, i) => i);
	for (;;) {
		const splits = splitsOf(vertices, segments, fresh, slackCm);
		if (splits.size === 0) return { segments, rings };
		const before = segments;
		const ways = waysOf(vertices, segments, splits);
		rings = rings.map((ring) => ledThrough(vertices, segments, ways, ring));
		segments = segmentsOf(rings);
		fresh = freshSegments(segments, before, splits);
	}
}

function segmentsOf(rings: readonly (readonly number[])[]): SegmentTable {
	const segments = new SegmentTable(rings.reduce((sum, ring) => sum + ring.length, 0) / 2);
	for (const ring of rings) {
		let from = ring[ring.length - 1];
		for (const to of ring) {
			segments.at(from, to);
			from = to;
		}
	}
	return segments;
}

function freshSegments(
	segments: SegmentTable,
	before: SegmentTable,
	splits: ReadonlyMap<number, unknown>,
): number[] {
	const fresh: number[] = [];
	for (let segment = 0; segment < segments.count; segment++) {
		const known = before.find(segments.a[segment], segments.b[segment]);
		if (known < 0 || splits.has(known)) fresh.push(segment);
	}
	return fresh;
}

/** Vertices to lead segments through, by segment; only pairs with a fresh segment are looked at. */
function splitsOf(
	vertices: Vertices,
	{ a, b, count }: SegmentTable,
	fresh: ArrayLike<number>,
	slackCm: number,
): Map<number, Set<number>> {
	const splits = new Map<number, Set<number>>();
	if (count === 0) return splits;
	const { x, y } = vertices;
	const tree = new Flatbush(count, 16, Float64Array);
	for (let s = 0; s < count; s++)
		tree.add(
			Math.min(x[a[s]], x[b[s]]),
			Math.min(y[a[s]], y[b[s]]),
			Math.max(x[a[s]], x[b[s]]),
			Math.max(y[a[s]], y[b[s]]),
		);
	tree.finish();
	const isFresh = new Uint8Array(count);
	for (let i = 0; i < fresh.length; i++) isFresh[fresh[i]] = 1;
	const split = (segment: number, vertex: number) => {
		const known = splits.get(segment);
		if (known === undefined) splits.set(segment, new Set([vertex]));
		else known.add(vertex);
	};
	const meet = new Meeting(vertices, slackCm, split);
	for (let i = 0; i < fresh.length; i++) {
		const s = fresh[i];
		const [p, q] = [a[s], b[s]];
		tree.search(
			Math.min(x[p], x[q]) - slackCm,
			Math.min(y[p], y[q]) - slackCm,
			Math.max(x[p], x[q]) + slackCm,
			Math.max(y[p], y[q]) + slackCm,
			(t) => {
				if (t !== s && (t > s || isFresh[t] === 0)) meet.pair(s, p, q, t, a[t], b[t]);
				return false;
			},
		);
	}
	return splits;
}

/** How two segments meet: an end near the other, or a crossing away from all ends. */
class Meeting {
	private readonly vertices: Vertices;
	private readonly slackSquared: number;
	private readonly split: (segment: number, vertex: number) => void;

	constructor(
		vertices: Vertices,
		slackCm: number,
		split: (segment: number, vertex: number) => void,
	) {
		this.vertices = vertices;
		this.slackSquared = Math.max(slackCm * slackCm, 0.5); // at least the corner of a grid square
		this.split = split;
	}

	pair(s: number, p: number, q: number, t: number, u: number, v: number): void {
		const sharesU = u === p || u === q;
		const sharesV = v === p || v === q;
		let touches = sharesU || sharesV;
		if (!sharesU && this.isNear(u, p, q)) touches = this.through(s, u);
		if (!sharesV && this.isNear(v, p, q)) touches = this.through(s, v);
		if (p !== u && p !== v && this.isNear(p, u, v)) touches = this.through(t, p);
		if (q !== u && q !== v && this.isNear(q, u, v)) touches = this.through(t, q);
		if (!touches && this.areCrossing(p, q, u, v)) {
			const vertex = this.crossing(p, q, u, v);
			if (vertex !== p && vertex !== q) this.split(s, vertex);
			if (vertex !== u && vertex !== v) this.split(t, vertex);
		}
	}

	private through(segment: number, vertex: number): true {
		this.split(segment, vertex);
		return true;
	}

	/** Is vertex c within the slack of segment a–b, beside it, and nearer to both ends than they are to each other? */
	private isNear(c: number, a: number, b: number): boolean {
		const { x, y } = this.vertices;
		const [dx, dy] = [x[b] - x[a], y[b] - y[a]];
		const [cx, cy] = [x[c] - x[a], y[c] - y[a]];
		const along = cx * dx + cy * dy;
		const squared = dx * dx + dy * dy;
		if (along <= 0 || along >= squared) return false;
		const across = cx * dy - cy * dx;
		if (across * across > this.slackSquared * squared) return false;
		return cx * cx + cy * cy < squared && (cx - dx) ** 2 + (cy - dy) ** 2 < squared;
	}

	private areCrossing(p: number, q: number, u: number, v: number): boolean {
		return (
			this.turn(p, q, u) * this.turn(p, q, v) < 0 && this.turn(u, v, p) * this.turn(u, v, q) < 0
		);
	}

	/** Exact: products of differences of whole centimetres stay under 2⁵³. */
	private turn(a: number, b: number, c: number): number {
		const { x, y } = this.vertices;
		return Math.sign((x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]));
	}

	/** The same place whichever segment comes first, and however each is walked. */
	private crossing(...ends: readonly [p: number, q: number, u: number, v: number]): number {
		const { x, y } = this.vertices;
		const [one, other] = [ends.slice(0, 2), ends.slice(2)].map(([a, b]) =>
			isBefore(this.vertices, a, b) ? ([a, b] as const) : ([b, a] as const),
		);
		const [[p, q], [u, v]] = isBefore(this.vertices, one[0], other[0])
			? [one, other]
			: [other, one];
		const [dx, dy] = [x[q] - x[p], y[q] - y[p]];
		const [ex, ey] = [x[v] - x[u], y[v] - y[u]];
		const share = ((x[u] - x[p]) * ey - (y[u] - y[p]) * ex) / (dx * ey - dy * ex);
		return this.vertices.at(Math.round(x[p] + share * dx), Math.round(y[p] + share * dy));
	}
}

/** The vertices that each split segment is led through, from its western end, so that both its sides go the same way. */
function waysOf(
	vertices: Vertices,
	{ a, b }: SegmentTable,
	splits: ReadonlyMap<number, ReadonlySet<number>>,
): ReadonlyMap<number, readonly number[]> {
	const { x, y } = vertices;
	const ways = new Map<number, readonly number[]>();
	for (const [segment, through] of splits) {
		const [from, to] = isBefore(vertices, a[segment], b[segment])
			? [a[segment], b[segment]]
			: [b[segment], a[segment]];
		const [dx, dy] = [x[to] - x[from], y[to] - y[from]];
		const along = (c: number) => (x[c] - x[from]) * dx + (y[c] - y[from]) * dy;
		const way = [...through].sort(
			(c, d) => along(c) - along(d) || (isBefore(vertices, c, d) ? -1 : 1),
		);
		// steps across, between vertices on either side, may be as long as the segment: then one vertex at a time
		const isShorter = way.every((c, i) => {
			const d = way[i + 1] ?? to;
			return (x[d] - x[c]) ** 2 + (y[d] - y[c]) ** 2 < dx * dx + dy * dy;
		});
		ways.set(segment, isShorter ? way : way.slice(0, 1));
	}
	return ways;
}

/** From west to east, from south to north on one meridian. */
function isBefore({ x, y }: Vertices, c: number, d: number): boolean {
	return x[c] < x[d] || (x[c] === x[d] && y[c] < y[d]);
}

/** A ring with the ways of its split segments put in. */
function ledThrough(
	vertices: Vertices,
	segments: SegmentTable,
	ways: ReadonlyMap<number, readonly number[]>,
	ring: readonly number[],
): readonly number[] {
	let led: number[] | null = null;
	for (let i = 0; i < ring.length; i++) {
		const from = ring[i];
		const to = ring[(i + 1) % ring.length];
		const way = ways.get(segments.find(from, to));
		if (way !== undefined && led === null) led = ring.slice(0, i);
		led?.push(from);
		if (way === undefined) continue;
		if (isBefore(vertices, from, to)) led?.push(...way);
		else led?.push(...way.toReversed());
	}
	if (led === null) return ring;
	const path = led.filter((vertex, i) => vertex !== led[(i + led.length - 1) % led.length]);
	return path.length > 1 ? path : [];
}
