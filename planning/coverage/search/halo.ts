// How far apart in a straight line two junctions can lie when the walk between them is short: the halo of a task.
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { Profile } from "../../reach/profiles.ts";
import type { StreetGraph } from "../../streets/StreetGraph.ts";

/** A flat metric over the graph; triangle inequalities hold in it exactly, distances on the ground about. */
export interface Plane {
	readonly lonM: number;
	readonly latM: number;
}

export interface Halo {
	readonly plane: Plane;
	/** Metres in the plane that no walk of at most `limitDm` from junction to junction exceeds. */
	reachM(profile: Profile, limitDm: number): number;
}

/** Walks gain at most this factor on their lengths, but for pieces that are shorter than the straight line. */
const FACTORS = [1, 1.001, 1.01, 1.05, 1.2, 1.5, 2, 4, 8] as const;
const ROUNDING_M = 0.01;

/**
 * A walk of least cost passes each street piece at most once. So for any factor t the straight line between its ends is
 * at most t × its length plus all that pieces of the whole graph lie farther apart than t × their own length; costs are
 * never below lengths. The least such bound over some factors is taken: rounding of short pieces does not add up.
 */
export function haloOf({
	firstEdge,
	edgeHead,
	edgeReverse,
	edgeLengthDm,
	nodeLonLat,
}: StreetGraph): Halo {
	const plane = planeOf(nodeLonLat);
	const excessM = new Float64Array(FACTORS.length);
	for (let tail = 0; tail + 1 < firstEdge.length; tail++)
		for (let edge = firstEdge[tail]; edge < firstEdge[tail + 1]; edge++) {
			if (edge > edgeReverse[edge]) continue; // counted with its other direction
			const head = edgeHead[edge];
			const dx = (nodeLonLat[2 * head] - nodeLonLat[2 * tail]) * plane.lonM;
			const dy = (nodeLonLat[2 * head + 1] - nodeLonLat[2 * tail + 1]) * plane.latM;
			const straightM = Math.sqrt(dx * dx + dy * dy);
			const lengthM = edgeLengthDm[edge] / 10;
			for (let i = 0; i < FACTORS.length && straightM > FACTORS[i] * lengthM; i++)
				excessM[i] += straightM - FACTORS[i] * lengthM;
		}
	return {
		plane,
		reachM({ stepFactor }, limitDm) {
			if (stepFactor < 1) return Infinity; // steps would cost less than their length
			return ROUNDING_M + Math.min(...FACTORS.map((t, i) => (t * limitDm) / 10 + excessM[i]));
		},
	};
}

function planeOf(lonLat: Float64Array): Plane {
	let [south, north] = [Infinity, -Infinity];
	for (let i = 1; i < lonLat.length; i += 2) {
		south = Math.min(south, lonLat[i]);
		north = Math.max(north, lonLat[i]);
	}
	return metresPerDegree(lonLat.length > 0 ? (south + north) / 2 : 0);
}

/** A box in the plane that grows around places. */
export class Box {
	private west = Infinity;
	private south = Infinity;
	private east = -Infinity;
	private north = -Infinity;
	private readonly plane: Plane;

	constructor(plane: Plane) {
		this.plane = plane;
	}

	add(lon: number, lat: number): void {
		const [x, y] = [lon * this.plane.lonM, lat * this.plane.latM];
		this.west = Math.min(this.west, x);
		this.east = Math.max(this.east, x);
		this.south = Math.min(this.south, y);
		this.north = Math.max(this.north, y);
	}

	/** Is a place at most so far from the box? Never from an empty one. */
	isNear(lon: number, lat: number, metres: number): boolean {
		const [x, y] = [lon * this.plane.lonM, lat * this.plane.latM];
		const dx = Math.max(this.west - x, 0, x - this.east);
		const dy = Math.max(this.south - y, 0, y - this.north);
		return dx * dx + dy * dy <= metres * metres;
	}
}
