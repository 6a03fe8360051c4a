import { distanceM } from "../../geo/ellipsoid.ts";
import type { LonLat } from "../../geo/LonLat.ts";

const MOST_STEPS = 4_000;

/** The places of a line and others between them, never farther apart than a step (of very long lines, a 4,000th). */
export function* placesAlong(line: readonly LonLat[], stepM: number): Iterable<LonLat> {
	if (line.length > 0) yield line[0];
	for (let i = 1; i < line.length; i++) {
		const [from, to] = [line[i - 1], line[i]];
		const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil(distanceM(from, to) / stepM)));
		for (let step = 1; step <= steps; step++) {
			const share = step / steps;
			yield [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
		}
	}
}
