// Shapes of a tiling as they leave it: rings in degrees, with nine decimals (a tenth of a millimetre).
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";
import { lonLatOfM } from "../geo/transverseMercator.ts";
import { ringPointsCm, type Shape } from "./shape.ts";
import type { Frame, Tiling } from "./Tiling.ts";

const DECIMALS = 1e9;

/** A shape in degrees, outer rings counterclockwise, each ring closed. */
export function lonLatShape(tiling: Tiling, shape: Shape): MultiPolygonRings {
	return shape.map((part) =>
		part.map((ring) => {
			const points = lonLats(tiling.frame, ringPointsCm(tiling, ring));
			return [...points, points[0]];
		}),
	);
}

/** The line of an arc in degrees, ends included. */
export function lonLatArc({ frame, pointCm, arcFirstPoint }: Tiling, arc: number): LonLat[] {
	return lonLats(frame, pointCm.subarray(2 * arcFirstPoint[arc], 2 * arcFirstPoint[arc + 1]));
}

/** A place of the frame in degrees. */
export function lonLatOfCm(
	{ centralLon, originXCm, originYCm }: Frame,
	x: number,
	y: number,
): LonLat {
	const [lon, lat] = lonLatOfM(centralLon, (x + originXCm) / 100, (y + originYCm) / 100);
	return [Math.round(lon * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS];
}

function lonLats(frame: Frame, pointsCm: ArrayLike<number>): LonLat[] {
	return Array.from({ length: pointsCm.length >> 1 }, (_, i) =>
		lonLatOfCm(frame, pointsCm[2 * i], pointsCm[2 * i + 1]),
	);
}
