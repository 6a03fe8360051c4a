// Facilities beside the city: outside it, in water, in another unit than their address or operator says.
import type { FacilityRecord, UnitRecord } from "../../city/records.ts";
import type { Steps } from "../../steps.ts";
import type { Issue, IssueSeverity } from "../Issue.ts";
import { identityOf } from "../identities.ts";
import type { Reference } from "../Reference.ts";
import { Places } from "./Places.ts";
import { UnitNames } from "./unitNames.ts";

const STEP = 2_000;

/** One pass over the facilities; a step per two thousand. */
export function* facilitySteps(
	facilities: readonly FacilityRecord[],
	reference: Reference,
): Steps<Issue[]> {
	const places = new Places(reference);
	const names = new UnitNames(reference.units);
	const byCode = new Map(reference.units.map((unit) => [unit.code, unit]));
	const issues: Issue[] = [];
	for (const [i, facility] of facilities.entries()) {
		if (i % STEP === 0) yield i / facilities.length;
		issues.push(...relationsOf(facility, { places, names, byCode }));
	}
	return issues;
}

interface Around {
	readonly places: Places;
	readonly names: UnitNames;
	readonly byCode: ReadonlyMap<string, UnitRecord>;
}

function relationsOf(facility: FacilityRecord, { places, names, byCode }: Around): Issue[] {
	const note = noteFor(facility);
	if (!places.isInCity(facility.lonLat))
		return [outside(facility, note, places.isFarOff(facility.lonLat))];
	const issues: Issue[] = places.isInWater(facility.lonLat) ? [inWater(facility, note)] : [];
	const addressed = addressDiffers(facility, names, places);
	const operator = byCode.get(facility.operatorCode ?? "");
	if (addressed !== null) issues.push(unitDiffers(addressed, "address", note));
	else if (operator !== undefined && !places.isIn(operator, facility.lonLat))
		issues.push(unitDiffers(operator, "operator", note));
	return issues;
}

type Note = (severity: IssueSeverity, code: string, message: Issue["message"]) => Issue;

function noteFor(facility: FacilityRecord): Note {
	const [lon, lat] = facility.lonLat;
	return (severity, code, { zh, en }) => ({
		code,
		severity,
		at: { lon, lat },
		message: { zh: `${facility.name}${zh}`, en: `${facility.name} ${en}` },
		about: [identityOf("facilities", facility)],
	});
}

/** Those just beyond the border serve the city too; far away is a mistake of coordinates. */
function outside({ lonLat: [lon, lat] }: FacilityRecord, note: Note, isFarOff: boolean): Issue {
	return note(isFarOff ? "warning" : "info", "facility.outside-city", {
		zh: `的位置 (${lon}, ${lat}) 在本市范围以外。请核对坐标。`,
		en: `lies at (${lon}, ${lat}), outside the city. Check its coordinates.`,
	});
}

function inWater(_: FacilityRecord, note: Note): Issue {
	return note("warning", "facility.in-water", {
		zh: "的位置在水面上。请核对坐标，多半偏移了。",
		en: "lies in water. Check its coordinates: most often they are shifted.",
	});
}

/** The unit that the address names and the place is not in; null when they agree or nothing can be told. */
function addressDiffers(
	{ address, lonLat }: FacilityRecord,
	names: UnitNames,
	places: Places,
): UnitRecord | null {
	if (address === null) return null;
	for (const units of names.namedIn(address))
		if (!units.some((unit) => places.isIn(unit, lonLat))) return units[0];
	return null;
}

function unitDiffers({ name, code }: UnitRecord, says: "address" | "operator", note: Note): Issue {
	return says === "address"
		? note("warning", "facility.unit-differs", {
				zh: `的地址写的是${name}，位置却不在其中。请核对地址和坐标。`,
				en: `has an address in ${name}, but does not lie there. Check address and coordinates.`,
			})
		: note("info", "facility.unit-differs", {
				zh: `不在运营单元 ${name}（${code}）的范围内。请核对编码或坐标；跨单元运营则不用改。`,
				en: `does not lie in the unit that operates it, ${name} (${code}). Check the code or the coordinates; nothing to do if it is run from elsewhere.`,
			});
}
