// The ground of a whole city: a lattice of junctions drawn together towards the centre, each a little out of line.
import { metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import type { Random } from "../Random.ts";

const CENTRE: LonLat = [121.4, 31.2];
const HALF_M = 40_000;
/** How far a junction may be out of line, of the distance to the next one. */
const OUT_OF_LINE = 0.24;
const CENTRAL_DENSITY = 0.4;

export interface Fabric {
	/** Junctions per side. */
	readonly side: number;
	/** lon, lat of junction `row × side + column`, seven decimals. */
	readonly lonLat: Float64Array;
}

/** About half of the junctions lie in the middle 1,000 km² of 6,400. */
export function layFabric(side: number, random: Random): Fabric {
	const lonLat = new Float64Array(2 * side * side);
	for (let row = 0; row < side; row++)
		for (let column = 0; column < side; column++) {
			const place = placeAt(
				side,
				column + random.between(-OUT_OF_LINE, OUT_OF_LINE),
				row + random.between(-OUT_OF_LINE, OUT_OF_LINE),
			);
			lonLat.set(place, 2 * (row * side + column));
		}
	return { side, lonLat };
}

/** A place by fractional column and row. */
export function placeAt(side: number, column: number, row: number): LonLat {
	const u = (2 * column) / (side - 1) - 1;
	const v = (2 * row) / (side - 1) - 1;
	const radius = Math.max(Math.abs(u), Math.abs(v));
	const stretchedM = HALF_M * (CENTRAL_DENSITY + (1 - CENTRAL_DENSITY) * radius ** 4);
	const { lonM, latM } = metresPerDegree(CENTRE[1]);
	return [
		rounded(CENTRE[0] + (u * stretchedM) / lonM),
		rounded(CENTRE[1] + (v * stretchedM) / latM),
	];
}

/** 0 in the centre, 1 at the rim. */
export function remoteness(side: number, column: number, row: number): number {
	return Math.max(Math.abs((2 * column) / (side - 1) - 1), Math.abs((2 * row) / (side - 1) - 1));
}

function rounded(degrees: number): number {
	return Math.round(degrees * 1e7) / 1e7;
}
