import { distanceM, metresPerDegree } from "../../geo/ellipsoid.ts";

/** Wider than the squared error of a plane in any one city. */
const PLANE_MARGIN = 1.05;

/** Which of some places (lon, lat of each) is nearest to the middle of all; the first of equally near ones. */
export function middleOf(places: Float64Array): number {
	const count = places.length / 2;
	let [lonSum, latSum] = [0, 0];
	for (let i = 0; i < count; i++) {
		lonSum += places[2 * i];
		latSum += places[2 * i + 1];
	}
	const mean = [lonSum / count, latSum / count] as const;
	const { lonM, latM } = metresPerDegree(mean[1]);
	let best = 0;
	let bestM = distanceM([places[0], places[1]], mean);
	for (let i = 1; i < count; i++) {
		const dx = (places[2 * i] - mean[0]) * lonM;
		const dy = (places[2 * i + 1] - mean[1]) * latM;
		if (dx * dx + dy * dy > PLANE_MARGIN * bestM * bestM) continue; // not worth the exact distance
		const apartM = distanceM([places[2 * i], places[2 * i + 1]], mean);
		if (apartM < bestM) [best, bestM] = [i, apartM];
	}
	return best;
}
