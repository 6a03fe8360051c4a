// Where people live: a raster of residents per square kilometre with a dense centre, new towns, market towns, villages.
import type { Random } from "../Random.ts";
import type { CityScale } from "./CityScale.ts";

const CELL_M = 125;
const HALF_M = 64_000;
const SIDE = (2 * HALF_M) / CELL_M;
/** Residents per square kilometre at the heart, and how fast it thins out. */
const HEART = 34_000;
const HEART_M = 9_200;
const FIELDS = 160;

export interface Density {
	/** Residents per square kilometre at a place, metres from the middle. */
	at(xM: number, yM: number): number;
}

export function densityOf({ areaKm2 }: CityScale, random: Random): Density {
	const raster = new Float32Array(SIDE * SIDE).fill(FIELDS);
	const reachM = Math.sqrt((areaKm2 * 1e6) / Math.PI);
	const add = (peak: Peak) => addPeak(raster, peak);
	add({ xM: 0, yM: 0, widthM: HEART_M, residentsPerKm2: HEART, steepness: 1.3 });
	for (const { count, fromM, widthM, peak } of towns(reachM))
		for (let i = 0; i < count; i++) {
			const angle = random.between(0, 2 * Math.PI);
			const distanceM = Math.sqrt(random.between((fromM / reachM) ** 2, 1)) * reachM;
			add({
				xM: distanceM * Math.cos(angle),
				yM: distanceM * Math.sin(angle),
				widthM: random.between(...widthM),
				residentsPerKm2: random.between(...peak),
				steepness: 2,
			});
		}
	return {
		at(xM, yM) {
			const column = Math.floor((xM + HALF_M) / CELL_M);
			const row = Math.floor((yM + HALF_M) / CELL_M);
			if (column < 0 || row < 0 || column >= SIDE || row >= SIDE) return FIELDS;
			return raster[row * SIDE + column] as number;
		},
	};
}

interface Peak {
	readonly xM: number;
	readonly yM: number;
	readonly widthM: number;
	readonly residentsPerKm2: number;
	/** Exponent: 2 is a bell, less has a longer tail. */
	readonly steepness: number;
}

type Range = readonly [number, number];

/** New towns, towns, villages: how many, how far out, how wide, how dense. */
function towns(reachM: number): { count: number; fromM: number; widthM: Range; peak: Range }[] {
	return [
		{ count: 9, fromM: 0.45 * reachM, widthM: [1_800, 2_900], peak: [9_000, 15_000] },
		{ count: 110, fromM: 0.25 * reachM, widthM: [550, 1_100], peak: [5_000, 11_000] },
		{ count: 2_600, fromM: 0.2 * reachM, widthM: [150, 330], peak: [1_800, 4_500] },
	];
}

function addPeak(raster: Float32Array, peak: Peak): void {
	const { xM, yM, widthM, residentsPerKm2, steepness } = peak;
	const farM = widthM * 8 ** (1 / steepness); // less than a thousandth is left beyond
	const clamp = (m: number) => Math.min(SIDE - 1, Math.max(0, Math.floor((m + HALF_M) / CELL_M)));
	for (let row = clamp(yM - farM); row <= clamp(yM + farM); row++)
		for (let column = clamp(xM - farM); column <= clamp(xM + farM); column++) {
			const [dx, dy] = [(column + 0.5) * CELL_M - HALF_M - xM, (row + 0.5) * CELL_M - HALF_M - yM];
			const share = Math.exp(-((Math.hypot(dx, dy) / widthM) ** steepness));
			const index = row * SIDE + column;
			raster[index] = (raster[index] as number) + residentsPerKm2 * share;
		}
}
