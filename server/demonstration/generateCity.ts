// A whole demonstration city from its plan: streets, units, facilities, residences, and what is planted in it.
import type { FacilityRecord, ResidenceRecord, UnitRecord } from "../../planning/city/records.ts";
import { plantBorderMisfit } from "./borderMisfit.ts";
import type { CityPlan } from "./CityPlan.ts";
import { FacilityBook } from "./FacilityBook.ts";
import { layOutBmu, layOutCircles } from "./groupCommittees.ts";
import { layOutCity } from "./layOutCity.ts";
import type { Placing } from "./Placing.ts";
import { placeOpenFacilities } from "./placeOpenFacilities.ts";
import {
	placeCircleFacilities,
	placeCommitteeFacilities,
	placeStreetFacilities,
} from "./placeUnitFacilities.ts";
import { type PlantedTruth, plantedTruths } from "./plantedTruths.ts";
import { Sites } from "./Sites.ts";
import type { StreetBook } from "./StreetBook.ts";
import { unitRecords } from "./unitRecords.ts";

export interface DemonstrationCity {
	readonly plan: CityPlan;
	readonly streets: StreetBook;
	readonly units: readonly UnitRecord[];
	readonly facilities: readonly FacilityRecord[];
	readonly residences: readonly ResidenceRecord[];
	/** Street-level units in which nothing is to be flagged. */
	readonly healthyUnits: readonly string[];
	readonly truths: readonly PlantedTruth[];
	/** Codes of a committee, its street, and the street that is drawn over a part of it. */
	readonly borderMisfit: {
		readonly committee: string;
		readonly street: string;
		readonly other: string;
	};
}

/** The same plan gives the same city. Takes about half a minute for a district. */
export function generateCity(plan: CityPlan): DemonstrationCity {
	const land = layOutCity(plan);
	const { lattice, territory, names, random } = land;
	const circles = layOutCircles(plan, lattice, territory, {
		random: random.fork("circles"),
		names,
	});
	const bmu = layOutBmu(plan, lattice, territory);
	const sites = new Sites(land);
	const book = new FacilityBook(sites, random.fork("facilities"));
	const placing: Placing = { land, circles, bmu, sites, book, random: random.fork("placing") };

	placeStreetFacilities(placing);
	placeCircleFacilities(placing);
	const premises = placeCommitteeFacilities(placing);
	placeOpenFacilities(placing);

	const facilities = book.records();
	const misfit = plantBorderMisfit(land);
	const units = unitRecords(land, { circles, bmu, misfit }, facilities);
	return {
		plan,
		streets: land.book,
		units,
		facilities,
		residences: land.homes,
		healthyUnits: plan.units.flatMap(({ isHealthy, code }) => (isHealthy ? [code] : [])),
		truths: plantedTruths({ placing, units, facilities, premises }),
		borderMisfit: {
			committee: misfit.committee,
			street: misfit.owner.code,
			other: misfit.other.code,
		},
	};
}
