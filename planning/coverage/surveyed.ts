// A located city with its people and doors attached to the streets: all that times, indicators and flags ask of it.
import { UNIT_KINDS, type UnitKind, type UnitRecord } from "../city/records.ts";
import type { Attachment } from "../reach/attach.ts";
import {
	type Attacher,
	attachFacility,
	attachResidence,
	createAttacher,
} from "../reach/attacher.ts";
import { NO_EDGE } from "../streets/StreetGraph.ts";
import type { City } from "./analysis.ts";
import { type Located, locate, residencesByUnit } from "./located.ts";
import { chooseProfiles, type ProfileChoice, type Walkers, walkersOf } from "./walkers.ts";

export interface Surveyed {
	readonly city: City;
	readonly located: Located;
	readonly attacher: Attacher;
	readonly walkers: Walkers;
	/** Walk times are known up to this many seconds. */
	readonly horizonS: number;
	readonly residenceAttachments: readonly Attachment[];
	/** Of each facility, each door: one row, two for a door on a private way. */
	readonly doorAttachments: readonly (readonly (readonly Attachment[])[])[];
	/** Own mode and units' rows exist only with divisions. */
	readonly hasDivisions: boolean;
	/** Indices of the facilities of a category, in id order. */
	readonly facilitiesOf: (category: string) => readonly number[];
	readonly isAttached: (facility: number) => boolean;
	/** Indices of the residences in a unit. */
	readonly residencesOf: (unit: UnitRecord) => readonly number[];
}

/** Attach everything and choose who walks how. */
export function survey(
	city: City,
	choice: ProfileChoice & { readonly horizonS: number },
): Surveyed {
	const located = locate(city);
	const { attacher, residenceAttachments, doorAttachments } = attachCity(city);
	const facilityAttachments = doorAttachments.map((doors) => doors.flat());
	const walkers = walkersOf(located, city.graph, chooseProfiles(choice), {
		residences: residenceAttachments,
		facilities: facilityAttachments,
	});
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
		attacher,
		walkers,
		horizonS: choice.horizonS,
		residenceAttachments,
		doorAttachments,
		hasDivisions: city.cells.length > 0 && city.units.length > 0,
		facilitiesOf: (category) => byCategory.get(category) ?? [],
		isAttached: (facility) => facilityAttachments[facility].some(({ edge }) => edge !== NO_EDGE),
		residencesOf: (unit) => byKind.get(unit.kind)?.get(unit.code) ?? [],
	};
}

/** Residences and every door of every facility, attached to the street graph. */
export function attachCity(
	city: City,
): Pick<Surveyed, "attacher" | "residenceAttachments" | "doorAttachments"> {
	const attacher = createAttacher(city.graph, city.barriers);
	return {
		attacher,
		residenceAttachments: city.residences.map(({ lonLat }) => attachResidence(attacher, lonLat)),
		doorAttachments: city.facilities.map(({ lonLat, entrances }) =>
			(entrances.length > 0 ? entrances : [lonLat]).map((door) => attachFacility(attacher, door)),
		),
	};
}
