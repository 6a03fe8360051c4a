// The facilities of a whole city: one or more per unit where a unit operates them, the rest where people live.
import type { FacilityRecord, ResidenceRecord } from "../../../planning/city/records.ts";
import { CATEGORIES, type Category } from "../../../planning/standards/catalogue.ts";
import type { Random } from "../Random.ts";
import type { CityUnits } from "./cityUnits.ts";

/** As many as a city of this size has of what is counted most; the others share what is left. */
const COUNTS: Readonly<Record<string, number>> = {
	"EDU-PRI": 1_100,
	"COM-MKT": 900,
	"ELD-DAY": 1_300,
	"HEA-CHC": 260,
	"EDU-MID": 620,
	"TRA-MET": 500,
	"TRA-BUS": 2_000,
};

/** Facilities of all categories, sorted by category then id. */
export function cityServices(
	{ committeeCode, streetOfCommittee }: CityUnits,
	residences: readonly ResidenceRecord[],
	total: number,
	random: Random,
): FacilityRecord[] {
	const streets = [...new Set(streetOfCommittee)];
	const homesOf = homesBy(residences, committeeCode, streetOfCommittee);
	const operatorsOf = (category: Category): readonly string[] | null => {
		if (category.ownUnitLevel === "committee") return committeeCode;
		return category.ownUnit === "yes" || category.levels.includes("street") ? streets : null;
	};
	const planned = CATEGORIES.reduce(
		(sum, category) => sum + (COUNTS[category.code] ?? operatorsOf(category)?.length ?? 0),
		0,
	);
	const open = CATEGORIES.filter(
		(category) => COUNTS[category.code] === undefined && operatorsOf(category) === null,
	);
	const share = Math.floor((total - planned) / open.length);
	return [...CATEGORIES]
		.sort((a, b) => (a.code < b.code ? -1 : 1))
		.flatMap((category) => {
			const operators = COUNTS[category.code] === undefined ? operatorsOf(category) : null;
			const count = COUNTS[category.code] ?? operators?.length ?? share;
			return Array.from({ length: count }, (_, i) => {
				const operatorCode = operators?.[i] ?? null;
				const homes = operatorCode === null ? residences : homesOf.get(operatorCode);
				const near = random.pick(homes ?? residences);
				return facility(category, i, { operatorCode, near, random });
			});
		});
}

function facility(
	{ code, nameZh }: Category,
	index: number,
	{
		operatorCode,
		near,
		random,
	}: { operatorCode: string | null; near: ResidenceRecord; random: Random },
): FacilityRecord {
	const aside = () => Math.round(random.between(-400, 400)) / 1e7;
	const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
	return {
		id: `${code}-${String(index + 1).padStart(5, "0")}`,
		category: code,
		name: `${nameZh}${index + 1}`,
		lonLat: [rounded(near.lonLat[0] + aside()), rounded(near.lonLat[1] + aside())],
		floorAreaM2: random.whole(120, 1_200),
		serviceAreaM2: null,
		officeAreaM2: null,
		capacity: null,
		operatorCode,
		premisesId: null,
		address: null,
		entrances: [],
	};
}

/** Residences by committee and by street-level unit. */
function homesBy(
	residences: readonly ResidenceRecord[],
	committeeCode: readonly string[],
	streetOfCommittee: readonly string[],
): ReadonlyMap<string, readonly ResidenceRecord[]> {
	const streetOf = new Map(committeeCode.map((code, i) => [code, streetOfCommittee[i] as string]));
	const homes = new Map<string, ResidenceRecord[]>();
	const add = (code: string, residence: ResidenceRecord) => {
		const list = homes.get(code);
		if (list === undefined) homes.set(code, [residence]);
		else list.push(residence);
	};
	for (const residence of residences) {
		const committee = residence.declaredUnitCode;
		if (committee === null) continue;
		add(committee, residence);
		add(streetOf.get(committee) as string, residence);
	}
	return homes;
}
