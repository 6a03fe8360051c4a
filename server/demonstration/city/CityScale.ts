// What the generator is told about a whole city.
import type { LonLat } from "../../../planning/geo/LonLat.ts";

export interface CityScale {
	readonly seed: number;
	readonly cityName: string;
	readonly middle: LonLat;
	readonly areaKm2: number;
	readonly districts: number;
	readonly streetUnits: number;
	readonly committees: number;
	readonly residents: number;
	readonly residences: number;
	/** Basic management units and circles, about so many. */
	readonly bmus: number;
	readonly circles: number;
	/** Junctions per square kilometre = `ruralJunctions` + residents per square kilometre × `junctionsPerResident`. */
	readonly ruralJunctions: number;
	readonly junctionsPerResident: number;
}

/** A city of Shanghai's size; every name in it is invented. */
export const CITY_SCALE: CityScale = {
	seed: 20_261_123,
	cityName: "澜汀市",
	middle: [121.2, 31.2],
	areaKm2: 6_300,
	districts: 16,
	streetUnits: 220,
	committees: 6_000,
	residents: 24_900_000,
	residences: 250_000,
	bmus: 60,
	circles: 420,
	ruralJunctions: 18,
	junctionsPerResident: 0.06,
};
