// Which parts of cells share a border, and how much of a part's border faces nobody.
// Borders match on coordinates rounded to 1e-7° (about 1 cm). Where one side has a corner that the other lacks
// (a T-junction) only the segments left alone are cut at the corners that lie on them and matched again.
import Flatbush from "flatbush";
import { distanceM } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { CellPart } from "./cellIndex.ts";

const STEPS_PER_DEGREE = 1e7;
/** How far from a segment, in steps, a corner may lie and still be on it. */
const ON_SEGMENT_STEPS = 1.5;

export interface CellAdjacency {
	/** Parts that share some length of border with each part; a shared point does not count. */
	readonly neighbours: readonly ReadonlySet<number>[];
	/** Metres of each part's border, and of what no other part shares. */
	readonly borderM: Float64Array;
	readonly outsideM: Float64Array;
}

interface Segment {
	readonly part: number;
	readonly from: number;
	readonly to: number;
}

/** Adjacency of cell parts; cost grows with the number of corners. */
export function adjacencyOf(parts: readonly CellPart[]): CellAdjacency {
	const corners = new Corners();
	const neighbours = parts.map(() => new Set<number>());
	const borderM = new Float64Array(parts.length);
	const outsideM = new Float64Array(parts.length);

	const segments: Segment[] = [];
	parts.forEach(({ rings }, part) => {
		for (const ring of rings)
			for (let i = 0; i + 1 < ring.length; i++) {
				const [from, to] = [corners.idOf(ring[i]), corners.idOf(ring[i + 1])];
				if (from === to) continue;
				segments.push({ part, from, to });
				borderM[part] += corners.apartM(from, to);
			}
	});
	const alone = match(segments, neighbours);
	for (const { part, from, to } of match(corners.cutAll(alone), neighbours))
		outsideM[part] += corners.apartM(from, to);
	return { neighbours, borderM, outsideM };
}

/** Link the parts on both sides of equal segments; returns the segments that only one part has. */
function match(segments: readonly Segment[], neighbours: readonly Set<number>[]): Segment[] {
	const first = new Map<number, Segment>();
	const matched = new Set<Segment>();
	for (const segment of segments) {
		const key = Math.min(segment.from, segment.to) * 2 ** 26 + Math.max(segment.from, segment.to);
		const other = first.get(key);
		if (other === undefined) first.set(key, segment);
		else if (other.part !== segment.part) {
			neighbours[segment.part].add(other.part);
			neighbours[other.part].add(segment.part);
			matched.add(segment).add(other);
		}
	}
	return segments.filter((segment) => !matched.has(segment));
}

class Corners {
	private readonly ids = new Map<string, number>();
	private readonly x: number[] = [];
	private readonly y: number[] = [];

	idOf([lon, lat]: LonLat): number {
		const [x, y] = [Math.round(lon * STEPS_PER_DEGREE), Math.round(lat * STEPS_PER_DEGREE)];
		const key = `${x} ${y}`;
		const known = this.ids.get(key);
		if (known !== undefined) return known;
		const id = this.x.length;
		this.ids.set(key, id);
		this.x.push(x);
		this.y.push(y);
		return id;
	}

	apartM(from: number, to: number): number {
		return distanceM(this.lonLat(from), this.lonLat(to));
	}

	/** Cut segments at the corners of other segments that lie on them. */
	cutAll(segments: readonly Segment[]): Segment[] {
		const ends = [...new Set(segments.flatMap(({ from, to }) => [from, to]))];
		if (ends.length === 0) return [];
		const tree = new Flatbush(ends.length);
		for (const id of ends) tree.add(this.x[id], this.y[id]);
		tree.finish();
		return segments.flatMap((segment) => this.cut(segment, tree, ends));
	}

	private cut({ part, from, to }: Segment, tree: Flatbush, ends: readonly number[]): Segment[] {
		const slack = ON_SEGMENT_STEPS;
		const on = tree
			.search(
				Math.min(this.x[from], this.x[to]) - slack,
				Math.min(this.y[from], this.y[to]) - slack,
				Math.max(this.x[from], this.x[to]) + slack,
				Math.max(this.y[from], this.y[to]) + slack,
			)
			.map((index) => ({ id: ends[index], along: this.along(ends[index], from, to) }))
			.filter(({ id, along }) => id !== from && id !== to && along > 0 && along < 1)
			.sort((a, b) => a.along - b.along);
		const stops = [from, ...on.map(({ id }) => id), to];
		return stops.slice(1).map((stop, i) => ({ part, from: stops[i], to: stop }));
	}

	/** Share of the way from `from` to `to` where a corner lies; -1 when it is off the segment. */
	private along(id: number, from: number, to: number): number {
		const [dx, dy] = [this.x[to] - this.x[from], this.y[to] - this.y[from]];
		const [px, py] = [this.x[id] - this.x[from], this.y[id] - this.y[from]];
		const length = Math.hypot(dx, dy);
		const offSteps = Math.abs(dx * py - dy * px) / length;
		return offSteps > ON_SEGMENT_STEPS ? -1 : (dx * px + dy * py) / (length * length);
	}

	private lonLat(id: number): LonLat {
		return [this.x[id] / STEPS_PER_DEGREE, this.y[id] / STEPS_PER_DEGREE];
	}
}
