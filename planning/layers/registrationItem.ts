// What is laid over what is committed to find an offset: named places, and the outlines of areas.
import { metresPerDegree } from "../geo/ellipsoid.ts";
import type { LonLat } from "../geo/LonLat.ts";

export interface RegistrationItem {
	readonly code: string | null;
	readonly name: string | null;
	/** A position of it; that of areas is taken from the outline. */
	readonly at: LonLat;
	/** The outer ring of an area. */
	readonly line?: readonly LonLat[];
}

/** East and north. */
export type MetresM = readonly [eastM: number, northM: number];

/** From one place to another, near ones. */
export function metresBetween(from: LonLat, to: LonLat): MetresM {
	const { lonM, latM } = metresPerDegree((from[1] + to[1]) / 2);
	return [(to[0] - from[0]) * lonM, (to[1] - from[1]) * latM];
}

/** The middle value; of an even number the mean of the two middle ones. NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median east and the median north. */
export function medianVector(vectors: readonly MetresM[]): MetresM {
	return [median(vectors.map(([east]) => east)), median(vectors.map(([, north]) => north))];
}

/** Centre of gravity of the area in a ring; the mean of its positions when it encloses none. */
export function centroid(ring: readonly LonLat[]): LonLat {
	const [lon0, lat0] = ring[0];
	let [twiceArea, lonSum, latSum] = [0, 0, 0];
	for (let i = 0; i < ring.length; i++) {
		const [ax, ay] = [ring[i][0] - lon0, ring[i][1] - lat0];
		const next = ring[(i + 1) % ring.length];
		const [bx, by] = [next[0] - lon0, next[1] - lat0];
		const cross = ax * by - bx * ay;
		twiceArea += cross;
		lonSum += (ax + bx) * cross;
		latSum += (ay + by) * cross;
	}
	if (twiceArea !== 0) return [lon0 + lonSum / (3 * twiceArea), lat0 + latSum / (3 * twiceArea)];
	const mean = (part: 0 | 1) => ring.reduce((sum, at) => sum + at[part], 0) / ring.length;
	return [mean(0), mean(1)];
}
