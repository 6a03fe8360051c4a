// Spikes: a boundary that goes out and comes back on nearly the same line. It encloses nothing and nobody meant it.
import { metresPerDegree } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";

/** Sine of 1°: legs of a spike point the same way. App default. */
const SAME_WAY = 0.01745;
/** Widest opening of a spike, metres. App default. */
const WIDEST_M = 0.5;
/** Legs below this are drawing noise. */
const SHORTEST_M = 0.05;

/** Corners of a closed ring that are tips of spikes, as indices into the ring; the last corner repeats the first. */
export function spikeTips(ring: readonly LonLat[]): number[] {
	const corners = ring.length - 1;
	if (corners < 4) return [];
	const { lonM, latM } = metresPerDegree(ring[0][1]);
	const tips: number[] = [];
	for (let i = 0; i < corners; i++)
		if (isTip(ring[(i + corners - 1) % corners], ring[i], ring[i + 1], lonM, latM)) tips.push(i);
	return tips;
}

function isTip(before: LonLat, tip: LonLat, after: LonLat, lonM: number, latM: number): boolean {
	const ux = (before[0] - tip[0]) * lonM;
	const uy = (before[1] - tip[1]) * latM;
	const vx = (after[0] - tip[0]) * lonM;
	const vy = (after[1] - tip[1]) * latM;
	if (ux * vx + uy * vy <= 0) return false;
	const u = Math.hypot(ux, uy);
	const v = Math.hypot(vx, vy);
	const cross = Math.abs(ux * vy - uy * vx);
	return (
		Math.min(u, v) >= SHORTEST_M && cross < SAME_WAY * u * v && cross / Math.max(u, v) <= WIDEST_M
	);
}
