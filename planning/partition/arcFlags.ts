// Flags of arcs: lines fixed by law, locked ones, and those that follow a street or a bank.
import Flatbush from "flatbush";
import type { LonLat } from "../geo/LonLat.ts";
import { eastNorthM } from "../geo/transverseMercator.ts";
import { ARC_FLAG, type Tiling } from "./Tiling.ts";

export type ArcFlag = keyof typeof ARC_FLAG;

export interface FollowRule {
	/** How far from the line a border that follows it may lie. */
	readonly withinM: number;
	/** How much of the border must. */
	readonly sharePct: number;
}

export const FOLLOW_RULE: FollowRule = { withinM: 15, sharePct: 80 };

/** A border is looked at in steps of at most this. */
const STEP_CM = 1_000;
/** Directions may differ by this much: what crosses a border is not followed by it. */
const LEAST_COSINE = Math.cos(Math.PI / 6);

/** The same tiling with a flag set on some arcs, and taken off them. */
export function withArcFlag(
	tiling: Tiling,
	arcs: Iterable<number>,
	flag: ArcFlag,
	isSet = true,
): Tiling {
	const arcFlags = tiling.arcFlags.slice();
	for (const arc of arcs) {
		if (arc < 0 || arc >= arcFlags.length) throw new Error(`No arc ${arc}.`);
		arcFlags[arc] = isSet ? arcFlags[arc] | ARC_FLAG[flag] : arcFlags[arc] & ~ARC_FLAG[flag];
	}
	return { ...tiling, arcFlags };
}

/** Does an arc have a flag? */
export function hasArcFlag({ arcFlags }: Tiling, arc: number, flag: ArcFlag): boolean {
	return (arcFlags[arc] & ARC_FLAG[flag]) !== 0;
}

/**
 * Mark the arcs that follow lines: streets of the street graph, or banks and middle lines of water. An arc follows when
 * enough of its length has a line near it that runs its way.
 */
export function markFollowing(
	tiling: Tiling,
	lines: Iterable<readonly LonLat[]>,
	flag: "followsStreet" | "followsWater",
	rule: FollowRule = FOLLOW_RULE,
): Tiling {
	const near = new LineFinder(tiling, lines);
	const all = [...tiling.arcFrom.keys()];
	const following = all.filter((arc) => followedPct(tiling, arc, near, rule) >= rule.sharePct);
	return withArcFlag(withArcFlag(tiling, all, flag, false), following, flag);
}

function followedPct(
	{ pointCm, arcFirstPoint }: Tiling,
	arc: number,
	near: LineFinder,
	{ withinM }: FollowRule,
): number {
	let [lengthCm, followedCm] = [0, 0];
	for (let i = 2 * arcFirstPoint[arc]; i + 3 < 2 * arcFirstPoint[arc + 1]; i += 2) {
		const [ax, ay] = [pointCm[i], pointCm[i + 1]];
		const [dx, dy] = [pointCm[i + 2] - ax, pointCm[i + 3] - ay];
		const segmentCm = Math.hypot(dx, dy);
		const steps = Math.max(1, Math.ceil(segmentCm / STEP_CM));
		lengthCm += segmentCm;
		for (let step = 0; step < steps; step++) {
			const along = (step + 0.5) / steps;
			const way = [dx / segmentCm, dy / segmentCm] as const;
			if (near.runsAlong(ax + dx * along, ay + dy * along, way, withinM * 100))
				followedCm += segmentCm / steps;
		}
	}
	return (100 * followedCm) / lengthCm;
}

/** Segments of lines in the frame of a tiling. */
class LineFinder {
	private readonly ends: Float64Array;
	private readonly tree: Flatbush | null;

	constructor({ frame }: Tiling, lines: Iterable<readonly LonLat[]>) {
		const ends: number[] = [];
		for (const line of lines) {
			let [fromX, fromY] = [Number.NaN, Number.NaN];
			for (const [i, lonLat] of line.entries()) {
				const [eastM, northM] = eastNorthM(frame.centralLon, lonLat);
				const [x, y] = [eastM * 100 - frame.originXCm, northM * 100 - frame.originYCm];
				if (i > 0) ends.push(fromX, fromY, x, y);
				[fromX, fromY] = [x, y];
			}
		}
		this.ends = Float64Array.from(ends);
		this.tree = ends.length === 0 ? null : new Flatbush(ends.length / 4);
		for (let i = 0; i < ends.length; i += 4)
			this.tree?.add(
				Math.min(ends[i], ends[i + 2]),
				Math.min(ends[i + 1], ends[i + 3]),
				Math.max(ends[i], ends[i + 2]),
				Math.max(ends[i + 1], ends[i + 3]),
			);
		this.tree?.finish();
	}

	/** Is there a segment within a distance that runs the given way, or against it? */
	runsAlong(x: number, y: number, [wayX, wayY]: readonly [number, number], withinCm: number) {
		let isFound = false;
		this.tree?.search(x - withinCm, y - withinCm, x + withinCm, y + withinCm, (segment) => {
			if (isFound) return false;
			const [ax, ay] = [this.ends[4 * segment], this.ends[4 * segment + 1]];
			const [dx, dy] = [this.ends[4 * segment + 2] - ax, this.ends[4 * segment + 3] - ay];
			const lengthCm = Math.hypot(dx, dy);
			if (lengthCm === 0 || Math.abs(dx * wayX + dy * wayY) < LEAST_COSINE * lengthCm) return false;
			const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / lengthCm ** 2));
			isFound = Math.hypot(x - ax - along * dx, y - ay - along * dy) <= withinCm;
			return false;
		});
		return isFound;
	}
}
