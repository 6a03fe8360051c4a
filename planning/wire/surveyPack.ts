// A pack as the analysis reads a city: the same functions then answer from either.

import { indexCells } from "../city/cellIndex.ts";
import type { UnitRecord } from "../city/records.ts";
import { unitTreeOf } from "../city/unitTree.ts";
import type { City } from "../coverage/analysis.ts";
import type { CityAttachments } from "../coverage/cityAttachments.ts";
import { groundOf } from "../coverage/ground.ts";
import { cellUnitsOf, type Located, unitsOfCells } from "../coverage/located.ts";
import { type Surveyed, surveyOf } from "../coverage/surveyed.ts";
import {
	chooseProfiles,
	type ProfileChoice,
	type Walkers,
	walkersOf,
} from "../coverage/walkers.ts";
import type { Attachment } from "../reach/attach.ts";
import { attachmentsOf } from "../reach/attachments.ts";
import type { DistrictPack } from "./districtPack.ts";

/**
 * The survey of a pack. Costs, facilities and reasons of its residences are those of the whole city; facility and
 * residence indices are the pack's (ids in the same order). Throws when the horizon leads beyond the halo.
 */
export function surveyPack(
	pack: DistrictPack,
	choice: ProfileChoice & { readonly horizonS: number },
): Surveyed {
	const city = cityOf(pack);
	const surveyed = surveyOf(city, locatedOf(pack, city), placesOf(pack), choice);
	const longestS = longestOf(pack, surveyed.walkers);
	if (choice.horizonS > longestS)
		throw new Error(
			`Pack ${pack.meta.districtCode} answers up to ${longestS} s, asked for ${choice.horizonS}.`,
		);
	return { ...surveyed, isAttached: (facility) => pack.facilities[facility].isAttached };
}

/** Whole seconds up to which walks of the pack's residences are exact, by these profiles. */
export function longestWalkS(pack: DistrictPack, choice: ProfileChoice): number {
	const located = locatedOf(pack, cityOf(pack));
	return longestOf(pack, walkersOf(located, chooseProfiles(choice)));
}

function longestOf({ meta }: DistrictPack, { speeds }: Walkers): number {
	const exactDm = (group: number) => (group === 1 ? meta.villageHaloDm : meta.haloDm); // group 1 are the villages
	return Math.min(...speeds.map((speed, group) => Math.floor((exactDm(group) * 6) / speed)));
}

function placesOf({ residences, facilities }: DistrictPack): CityAttachments {
	const rows: Attachment[] = [];
	const doorEntrance: number[] = [];
	const firstDoor = [0];
	for (const { doors } of facilities) {
		doors.forEach((door, entrance) => {
			for (const row of door) {
				rows.push(row);
				doorEntrance.push(entrance);
			}
		});
		firstDoor.push(rows.length);
	}
	return {
		residences: attachmentsOf(residences.map(({ home }) => home)),
		doors: attachmentsOf(rows),
		firstDoor: Uint32Array.from(firstDoor),
		doorEntrance: Uint32Array.from(doorEntrance),
	};
}

function cityOf({ graph, barriers, units, cells, facilities, residences }: DistrictPack): City {
	return {
		graph,
		barriers,
		cells,
		units: units.map(
			(unit): UnitRecord => ({
				...unit,
				declaredResidents: null,
				declaredHouseholds: null,
				seat: null,
				polygons: [],
			}),
		),
		facilities: facilities.map(({ id, category, name, lonLat, entrances, operator }) => ({
			id,
			category,
			name,
			lonLat,
			entrances,
			floorAreaM2: null,
			serviceAreaM2: null,
			officeAreaM2: null,
			capacity: null,
			operatorCode: units[operator]?.code ?? null,
			premisesId: null,
			address: null,
		})),
		residences: residences.map(({ id, lonLat, residents, households, elders, children }) => ({
			id,
			lonLat,
			residents,
			households,
			elders,
			children,
			declaredUnitCode: null,
		})),
	};
}

/** Where everything lies, as the whole city decided: a facility outside the district is in none of its cells. */
function locatedOf(pack: DistrictPack, city: City): Located {
	const tree = unitTreeOf(city.units, city.cells);
	const cells = indexCells(city.cells);
	const unitOfCell = unitsOfCells(city, tree);
	const residenceCell = Int32Array.from(pack.residences, ({ cell }) => cell);
	const facilityPart = pack.facilities.map(({ lonLat }) => cells.partAt(lonLat));
	return {
		city,
		tree,
		cells,
		residenceCell,
		facilityCell: Int32Array.from(facilityPart, (part) => (part < 0 ? -1 : cells.parts[part].cell)),
		operators: pack.facilities.map(({ operator, isPresumed }) => ({
			unit: operator < 0 ? undefined : city.units[operator],
			isPresumed,
		})),
		unitOfCell,
		cellUnits: cellUnitsOf(tree, unitOfCell),
		ground: groundOf(city, residenceCell),
	};
}
