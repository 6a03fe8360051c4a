// The position of a building or a park that a file gives as an area. Cheap: one line per shape (labels take more care).
import type { LonLat, MultiPolygonRings, PolygonRings } from "../geo/LonLat.ts";

/**
 * A point inside: the middle of the widest stretch on a horizontal line through the largest part, halfway up.
 * (The centre of gravity may lie outside a bent shape.)
 */
export function pointInside(polygons: MultiPolygonRings): LonLat {
	const largest = polygons.reduce((best, rings) => (height(rings) > height(best) ? rings : best));
	const [low, high] = latRange(largest);
	// Halfway up a vertex may sit on the line; a line a little off the middle meets none.
	for (const share of [0.5, 0.4871, 0.3137, 0.6891]) {
		const lat = low + (high - low) * share;
		const ends = crossings(largest, lat).sort((a, b) => a - b);
		let widest: readonly [number, number] = [0, 0];
		for (let i = 0; i + 1 < ends.length; i += 2)
			if (ends[i + 1] - ends[i] > widest[1] - widest[0]) widest = [ends[i], ends[i + 1]];
		if (widest[1] > widest[0]) return [(widest[0] + widest[1]) / 2, lat];
	}
	return largest[0][0];
}

/** Longitudes at which the rings cross a latitude; each edge owns its lower end, so vertices count once. */
function crossings(rings: PolygonRings, lat: number): number[] {
	const found: number[] = [];
	for (const ring of rings)
		for (let i = 1; i < ring.length; i++) {
			const [fromLon, fromLat] = ring[i - 1];
			const [toLon, toLat] = ring[i];
			if (fromLat <= lat !== toLat <= lat)
				found.push(fromLon + ((lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon));
		}
	return found;
}

function latRange(rings: PolygonRings): readonly [number, number] {
	let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const [, lat] of rings[0]) {
		low = Math.min(low, lat);
		high = Math.max(high, lat);
	}
	return [low, high];
}

function height(rings: PolygonRings): number {
	const [low, high] = latRange(rings);
	return high - low;
}
