// A corner of a city for tests: the same generator, two districts, a couple of thousand homes.
import { CITY_SCALE, type CityScale } from "../../../../server/demonstration/city/CityScale.ts";

export const SMALL_SCALE: CityScale = {
	...CITY_SCALE,
	areaKm2: 30,
	districts: 3,
	streetUnits: 9,
	committees: 110,
	residents: 400_000,
	residences: 4_000,
	bmus: 3,
	circles: 8,
};
