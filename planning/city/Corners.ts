// The corners of borders, matched on coordinates rounded to 1e-7° (about 1 cm).
import Flatbush from "flatbush";
import { distanceM } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";

const STEPS_PER_DEGREE = 1e7;
/** How far from a segment, in steps, a corner may lie and still be on it. */
const ON_SEGMENT_STEPS = 1.5;

interface Segment {
	readonly from: number;
	readonly to: number;
}

/** Corners by number, and segments between them cut where another corner lies on them. */
export class Corners {
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
	cutAll<S extends Segment>(segments: readonly S[]): S[] {
		const ends = [...new Set(segments.flatMap(({ from, to }) => [from, to]))];
		if (ends.length === 0) return [];
		const tree = new Flatbush(ends.length);
		for (const id of ends) tree.add(this.x[id], this.y[id]);
		tree.finish();
		return segments.flatMap((segment) => this.cut(segment, tree, ends));
	}

	private cut<S extends Segment>(segment: S, tree: Flatbush, ends: readonly number[]): S[] {
		const { from, to } = segment;
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
		return stops.slice(1).map((stop, i) => ({ ...segment, from: stops[i], to: stop }));
	}

	/** Share of the way from `from` to `to` where a corner lies; -1 when it is off the segment. */
	private along(id: number, from: number, to: number): number {
		const [dx, dy] = [this.x[to] - this.x[from], this.y[to] - this.y[from]];
		const [px, py] = [this.x[id] - this.x[from], this.y[id] - this.y[from]];
		const length = Math.hypot(dx, dy);
		const offSteps = Math.abs(dx * py - dy * px) / length;
		return offSteps > ON_SEGMENT_STEPS ? -1 : (dx * px + dy * py) / (length * length);
	}

	lonLat(id: number): LonLat {
		return [this.x[id] / STEPS_PER_DEGREE, this.y[id] / STEPS_PER_DEGREE];
	}
}
