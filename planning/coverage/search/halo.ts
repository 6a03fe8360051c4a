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

/** Bins a side at most; larger areas get larger bins. */
const MOST_BINS = 512;
const BINS_PER_METRES = 4;

/**
 * Is a place at most `metres` in the plane from any of these (lon, lat of each)? Never no where it is so; yes also up to
 * about half as far again, because whole bins are told apart, not places.
 */
export function nearTest(
	{ lonM, latM }: Plane,
	lonLat: ArrayLike<number>,
	metres: number,
): (lon: number, lat: number) => boolean {
	if (lonLat.length === 0) return () => false;
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < lonLat.length; i += 2) {
		west = Math.min(west, lonLat[i] * lonM);
		east = Math.max(east, lonLat[i] * lonM);
		south = Math.min(south, lonLat[i + 1] * latM);
		north = Math.max(north, lonLat[i + 1] * latM);
	}
	const extentM = Math.max(east - west, north - south) + 2 * metres;
	if (!Number.isFinite(extentM)) return () => true;
	const binM = Math.max(metres / BINS_PER_METRES, extentM / MOST_BINS, 1);
	const side = Math.ceil(extentM / binM) + 2;
	const column = (lon: number) => Math.floor((lon * lonM - west + metres) / binM) + 1;
	const row = (lat: number) => Math.floor((lat * latM - south + metres) / binM) + 1;
	const isTaken = new Uint8Array(side * side);
	for (let i = 0; i < lonLat.length; i += 2)
		isTaken[row(lonLat[i + 1]) * side + column(lonLat[i])] = 1;
	const isNear = widened(isTaken, side, metres / binM);
	return (lon, lat) => {
		const [c, r] = [column(lon), row(lat)];
		return c >= 0 && r >= 0 && c < side && r < side && isNear[r * side + c] === 1;
	};
}

/** Bins that have a point at most so many bins from a point of a taken one. */
function widened(isTaken: Uint8Array, side: number, bins: number): Uint8Array {
	const span = Math.floor(bins) + 1;
	const offsets: [rows: number, columns: number][] = [];
	for (let rows = -span; rows <= span; rows++)
		for (let columns = -span; columns <= span; columns++)
			if (Math.hypot(Math.max(0, Math.abs(rows) - 1), Math.max(0, Math.abs(columns) - 1)) <= bins)
				offsets.push([rows, columns]);
	const isNear = new Uint8Array(isTaken.length);
	for (let bin = 0; bin < isTaken.length; bin++) {
		if (isTaken[bin] === 0) continue;
		const [row, column] = [Math.floor(bin / side), bin % side];
		for (const [rows, columns] of offsets) {
			const [r, c] = [row + rows, column + columns];
			if (r >= 0 && c >= 0 && r < side && c < side) isNear[r * side + c] = 1;
		}
	}
	return isNear;
}
