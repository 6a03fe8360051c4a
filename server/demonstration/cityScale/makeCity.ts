// A whole city of the size of Shanghai, for measuring: nothing is planted in it.
import type {
	FacilityRecord,
	ResidenceRecord,
	UnitRecord,
} from "../../../planning/city/records.ts";
import { randomFrom } from "../Random.ts";
import { layBlocks } from "./blocks.ts";
import { cityPeople } from "./cityPeople.ts";
import { cityServices } from "./cityServices.ts";
import { type CityStreets, cityStreets } from "./cityStreets.ts";
import { cityUnits } from "./cityUnits.ts";
import { layFabric } from "./Fabric.ts";

export interface WholeCity {
	readonly streets: CityStreets;
	readonly units: readonly UnitRecord[];
	readonly residences: readonly ResidenceRecord[];
	readonly facilities: readonly FacilityRecord[];
}

export const CITY_SEED = 2_021;
const SIDE = 1_140;
const RESIDENCES = 250_000;
const FACILITIES = 25_000;

/** The same seed gives the same city. */
export function makeCity(seed: number = CITY_SEED): WholeCity {
	const random = randomFrom(seed);
	const fabric = layFabric(SIDE, random.fork("fabric"));
	const blocks = layBlocks(SIDE, random.fork("blocks"));
	const units = cityUnits(fabric, random.fork("units"));
	const residences = cityPeople(fabric, units, RESIDENCES, random.fork("people"));
	return {
		streets: cityStreets(fabric, blocks, random.fork("streets")),
		units: units.units,
		residences,
		facilities: cityServices(units, residences, FACILITIES, random.fork("services")),
	};
}
