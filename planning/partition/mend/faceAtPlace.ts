// Which gap or overlap a person means: the one that holds a place, or whose border the place is on.
import type { LonLat } from "../../geo/LonLat.ts";
import type { Trouble } from "../build/Outline.ts";
import type { Subdivision } from "../build/Subdivision.ts";
import { cmOfLonLat } from "../frame.ts";

/** A place this far outside still means the face: it was on the border before lines moved. */
const REACH_CM = 100;

interface FaceEdges {
	readonly trouble: Trouble;
	/** x, y of both ends of each segment of the border. */
	readonly ends: readonly number[];
	readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** Faces of some troubles, ready for being asked for by place. */
export class FacesByPlace {
	private readonly subdivision: Subdivision;
	private readonly faces: readonly FaceEdges[];

	constructor(subdivision: Subdivision, troubles: readonly Trouble[]) {
		this.subdivision = subdivision;
		this.faces = facesOf(subdivision, troubles);
	}

	/** The trouble whose face holds a place, else the nearest within a metre, of equal ones the largest; or null. */
	at(lonLat: LonLat): Trouble | null {
		const [x, y] = cmOfLonLat(this.subdivision.frame, lonLat);
		let best: Trouble | null = null;
		let bestCm = REACH_CM;
		for (const { trouble, ends, box } of this.faces) {
			const [west, south, east, north] = box;
			if (x < west - REACH_CM || x > east + REACH_CM) continue;
			if (y < south - REACH_CM || y > north + REACH_CM) continue;
			const cm = distanceCm(ends, x, y);
			if (cm > bestCm || (cm === bestCm && best !== null && trouble.areaM2 <= best.areaM2))
				continue;
			best = trouble;
			bestCm = cm;
		}
		return best;
	}
}

function facesOf(
	{ graph, segments, vertices: { x, y } }: Subdivision,
	troubles: readonly Trouble[],
): FaceEdges[] {
	const byFace = new Map(
		troubles
			.filter(({ face }) => face > 0)
			.map((trouble) => [trouble.face, { trouble, ends: [] as number[] }]),
	);
	for (let half = 0; half < 2 * segments.count; half++) {
		const found = byFace.get(graph.face[half]);
		if (found === undefined) continue;
		const [a, b] = [segments.a[half >> 1], segments.b[half >> 1]];
		found.ends.push(x[a], y[a], x[b], y[b]);
	}
	return [...byFace.values()].map(({ trouble, ends }) => {
		let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
		for (let i = 0; i < ends.length; i += 2) {
			west = Math.min(west, ends[i]);
			east = Math.max(east, ends[i]);
			south = Math.min(south, ends[i + 1]);
			north = Math.max(north, ends[i + 1]);
		}
		return { trouble, ends, box: [west, south, east, north] as const };
	});
}

/** 0 inside, else the distance to the border. */
function distanceCm(ends: readonly number[], x: number, y: number): number {
	let isInside = false;
	let nearest = Number.POSITIVE_INFINITY;
	for (let i = 0; i < ends.length; i += 4) {
		const [ax, ay, bx, by] = [ends[i], ends[i + 1], ends[i + 2], ends[i + 3]];
		if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) isInside = !isInside;
		const [dx, dy] = [bx - ax, by - ay];
		const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
		const t = Math.min(1, Math.max(0, share));
		nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy));
	}
	return isInside ? 0 : nearest;
}
