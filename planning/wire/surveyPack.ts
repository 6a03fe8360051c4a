// A pack as the analysis reads a city: the same functions then answer from either.
import { indexCells } from "../city/cellIndex.ts";
import { UNIT_KINDS, type UnitRecord } from "../city/records.ts";
import { unitTreeOf } from "../city/unitTree.ts";
import type { City } from "../coverage/analysis.ts";
import { type Located, residencesByUnit } from "../coverage/located.ts";
import type { Surveyed } from "../coverage/surveyed.ts";
import { chooseProfiles, type ProfileChoice, walkersOf } from "../coverage/walkers.ts";
import { type Attacher, createAttacher } from "../reach/attacher.ts";
import { limitDm } from "../reach/profiles.ts";
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
	const located = locatedOf(pack, city);
	const residenceAttachments = pack.residences.map(({ home }) => home);
	const doorAttachments = pack.facilities.map(({ doors }) => doors);
	const walkers = walkersOf(located, pack.graph, chooseProfiles(choice), {
		residences: residenceAttachments,
		facilities: doorAttachments.map((doors) => doors.flat()),
	});
	const { haloDm, villageHaloDm } = pack.meta;
	walkers.speeds.forEach((speed, group) => {
		const askedDm = limitDm(choice.horizonS, speed);
		const exactDm = group === 1 ? villageHaloDm : haloDm; // group 1 are the villages
		if (askedDm > exactDm)
			throw new Error(
				`Pack ${pack.meta.districtCode} answers up to ${exactDm} dm, asked for ${askedDm}.`,
			);
	});
	const byCategory = new Map<string, number[]>();
	pack.facilities.forEach(({ category }, facility) => {
		byCategory.set(category, [...(byCategory.get(category) ?? []), facility]);
	});
	const byKind = new Map(UNIT_KINDS.map((kind) => [kind, residencesByUnit(located, kind)]));
	let attacher: Attacher | undefined;
	return {
		city,
		located,
		get attacher() {
			attacher ??= createAttacher(pack.graph, pack.barriers); // 60 ms; times do not need it
			return attacher;
		},
		walkers,
		horizonS: choice.horizonS,
		residenceAttachments,
		doorAttachments,
		hasDivisions: pack.cells.length > 0 && pack.units.length > 0,
		facilitiesOf: (category) => byCategory.get(category) ?? [],
		isAttached: (facility) => pack.facilities[facility].isAttached,
		residencesOf: (unit) => byKind.get(unit.kind)?.get(unit.code) ?? [],
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
	const residenceCell = Int32Array.from(pack.residences, ({ cell }) => cell);
	const facilityPart = pack.facilities.map(({ lonLat }) => cells.partAt(lonLat));
	return {
		city,
		tree,
		cells,
		residencePart: Int32Array.from(city.residences, ({ lonLat }) => cells.partAt(lonLat)),
		residenceCell,
		facilityCell: Int32Array.from(facilityPart, (part) => (part < 0 ? -1 : cells.parts[part].cell)),
		operators: pack.facilities.map(({ operator, isPresumed }) => ({
			unit: operator < 0 ? undefined : city.units[operator],
			isPresumed,
		})),
	};
}
