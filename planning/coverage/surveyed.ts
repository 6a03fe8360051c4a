// A located city with its people and doors attached to the streets: all that times, indicators and flags ask of it.
import { UNIT_KINDS, type UnitKind, type UnitRecord } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { Attachment } from "../reach/attach.ts";
import { createAttacher } from "../reach/attacher.ts";
import { attachmentObjects } from "../reach/attachments.ts";
import { once } from "../steps.ts";
import { type BarrierIndex, indexBarriers } from "../streets/barrierIndex.ts";
import { NO_EDGE } from "../streets/StreetGraph.ts";
import type { City } from "./analysis.ts";
import { attachCity, type CityAttachments } from "./cityAttachments.ts";
import { type Links, linksOf } from "./gaps/links.ts";
import { type Located, locate, residencesByUnit } from "./located.ts";
import { chooseProfiles, type ProfileChoice, type Walkers, walkersOf } from "./walkers.ts";

export interface Surveyed {
	readonly city: City;
	readonly located: Located;
	readonly barriers: BarrierIndex;
	readonly walkers: Walkers;
	/** Walk times are known up to this many seconds. */
	readonly horizonS: number;
	readonly attachments: CityAttachments;
	readonly residenceAttachments: readonly Attachment[];
	/** lon, lat of each residence. */
	readonly residenceLonLat: Float64Array;
	readonly residenceIds: readonly string[];
	/** People of each residence. */
	readonly residents: Float64Array;
	/** Near residences. */
	readonly links: () => Links;
	/** Own mode and units' rows exist only with divisions. */
	readonly hasDivisions: boolean;
	/** Indices of the facilities of a category, in id order. */
	readonly facilitiesOf: (category: string) => readonly number[];
	readonly isAttached: (facility: number) => boolean;
	/** Indices of the residences in a unit. */
	readonly residencesOf: (unit: UnitRecord) => readonly number[];
}

type Choice = ProfileChoice & { readonly horizonS: number };

/** Attach everything and choose who walks how. */
export function survey(city: City, choice: Choice): Surveyed {
	const attacher = createAttacher(city.graph, city.barriers);
	return surveyOf(city, locate(city), attachCity(city, attacher), choice);
}

/** The same from a city already located and attached, with its links when they are known. */
export function surveyOf(
	city: City,
	located: Located,
	attachments: CityAttachments,
	choice: Choice,
	links?: Links,
): Surveyed {
	const residenceLonLat = lonLatColumn(city.residences);
	const barriers = indexBarriers(city.barriers);
	const { firstDoor, doors } = attachments;
	const byCategory = new Map<string, number[]>();
	city.facilities.forEach(({ category }, facility) => {
		const list = byCategory.get(category);
		if (list === undefined) byCategory.set(category, [facility]);
		else list.push(facility);
	});
	const byKind = new Map<UnitKind, ReadonlyMap<string, readonly number[]>>(
		UNIT_KINDS.map((kind) => [kind, residencesByUnit(located, kind)]),
	);
	return {
		city,
		located,
		barriers,
		walkers: walkersOf(located, chooseProfiles(choice)),
		horizonS: choice.horizonS,
		attachments,
		residenceAttachments: attachmentObjects(attachments.residences),
		residenceLonLat,
		residenceIds: city.residences.map(({ id }) => id),
		residents: Float64Array.from(city.residences, ({ residents }) => residents),
		links: once(() => links ?? linksOf(residenceLonLat, barriers)),
		hasDivisions: city.cells.length > 0 && city.units.length > 0,
		facilitiesOf: (category) => byCategory.get(category) ?? [],
		isAttached: (facility) =>
			doors.edge
				.subarray(firstDoor[facility], firstDoor[facility + 1])
				.some((edge) => edge !== NO_EDGE),
		residencesOf: (unit) => byKind.get(unit.kind)?.get(unit.code) ?? [],
	};
}

/** lon, lat of each record. */
export function lonLatColumn(records: readonly { readonly lonLat: LonLat }[]): Float64Array {
	const lonLat = new Float64Array(2 * records.length);
	records.forEach(({ lonLat: [lon, lat] }, i) => {
		lonLat[2 * i] = lon;
		lonLat[2 * i + 1] = lat;
	});
	return lonLat;
}
