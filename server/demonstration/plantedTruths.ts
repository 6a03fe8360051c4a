// What an analysis must find, worked out from the plan and the streets alone, never from the flags themselves.
// Long because it is a table: one function per truth.
import type { FacilityRecord, UnitRecord } from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { THRESHOLDS } from "../../planning/standards/thresholds.ts";
import { at } from "./at.ts";
import { connectedOf } from "./groupCommittees.ts";
import { committeeOfHome, homesWhere, type Placing, unitOfHome } from "./Placing.ts";
import type { PlantedPremises } from "./placeUnitFacilities.ts";

export interface PlantedTruth {
	/** Name of the truth, e.g. `facility-gap:COM-MKT`. */
	readonly truth: string;
	readonly flag: string;
	/** null where the flag is not about one category. */
	readonly category: string | null;
	/** Units that the flag must name. */
	readonly unitCodes: readonly string[];
	/**
	 * Who is affected: `exact` these residences and no others, `at least` these, `unit` the people of the first unit
	 * (not listed).
	 */
	readonly who: "exact" | "at least" | "unit";
	readonly residenceIds: readonly string[];
	readonly residents: number;
	readonly figures: Readonly<Record<string, number | string>>;
	readonly at: LonLat;
	readonly zh: string;
}

interface Found {
	readonly placing: Placing;
	readonly units: readonly UnitRecord[];
	readonly facilities: readonly FacilityRecord[];
	readonly premises: PlantedPremises;
}

export function plantedTruths(found: Found): PlantedTruth[] {
	return [
		...facilityGaps(found),
		boundaryGap(found),
		severance(found),
		largeTown(found),
		smallPremises(found),
		floorAreaShort(found),
		exclave(found),
		bmuEligible(found),
		unassigned(found),
		missingMandatory(found),
	];
}

/** Homes beyond the limit of every facility of the category. */
function facilityGaps({ placing, facilities }: Found): PlantedTruth[] {
	const siteOf = new Map(placing.sites.all.map(({ lonLat }, site) => [lonLat.join(" "), site]));
	const { letter, categories, fromColumn } = placing.land.plan.planted.facilityGap;
	const west = at(placing.land.lattice.firstColumn, fromColumn);
	return categories.map((category) => {
		const minutes = category === "HEA-CHC" ? 15 : 10;
		const doors = facilities
			.filter((facility) => facility.category === category)
			.flatMap(({ lonLat, entrances }) => (entrances.length > 0 ? entrances : [lonLat]))
			.flatMap((door) => siteOf.get(door.join(" ")) ?? []);
		const served = new Set(doors.flatMap((site) => placing.sites.withinMinutes(site, minutes)));
		const homes = homesWhere(
			placing,
			(home) =>
				!served.has(home) &&
				unitOfHome(placing, home) === letter &&
				at(placing.land.homes, home).cell % placing.land.lattice.columns >= west,
		);
		return truth(placing, homes, {
			truth: `facility-gap:${category}`,
			flag: "facility-gap",
			category,
			unitCodes: [codeOf(placing, letter)],
			figures: { limitMinutes: minutes },
			who: "at least",
			zh: "新城东部没有这类设施",
		});
	});
}

function boundaryGap({ placing }: Found): PlantedTruth {
	const { letter, neighbour, category } = placing.land.plan.planted.boundaryGap;
	const homes = homesWhere(placing, (home) => at(placing.land.homes, home).style === "x");
	const committee = at(placing.land.territory.committees, committeeOfHome(placing, at(homes, 0)));
	return truth(placing, homes, {
		truth: "boundary-gap",
		flag: "boundary-gap",
		category,
		unitCodes: [codeOf(placing, letter), codeOf(placing, neighbour)],
		figures: { committee: committee.code, limitMinutes: 15 },
		who: "exact",
		zh: `${committee.name}过桥到邻街道的党群服务中心在 15 分钟内，到本镇的都超过；整体划入邻街道即可`,
	});
}

function severance({ placing }: Found): PlantedTruth {
	const { category } = placing.land.plan.planted.severance;
	const homes = homesWhere(placing, (home) => at(placing.land.homes, home).style === "k");
	const committee = at(placing.land.territory.committees, committeeOfHome(placing, at(homes, 0)));
	return truth(placing, homes, {
		truth: "severance",
		flag: "severance",
		category,
		unitCodes: [committee.unit.code],
		figures: { committee: committee.code, barrierKind: "railway", barrierName: "江临铁路" },
		who: "at least",
		zh: `${committee.name}在铁路东侧，小学就在铁路西侧，没有过道`,
	});
}

function largeTown({ placing, units }: Found): PlantedTruth {
	const largest = units
		.filter(({ kind }) => kind === "street")
		.reduce((a, b) => ((b.declaredResidents ?? 0) > (a.declaredResidents ?? 0) ? b : a));
	return truth(placing, homesOf(placing, largest.code), {
		truth: "unit-too-large",
		flag: "unit-too-large",
		category: null,
		unitCodes: [largest.code],
		figures: {
			declaredResidents: largest.declaredResidents ?? 0,
			maxResidents: THRESHOLDS.unitMaxResidents.value,
		},
		who: "unit",
		zh: `${largest.name}常住人口超过 12 万`,
	});
}

function smallPremises({ placing, premises, facilities }: Found): PlantedTruth {
	const committee = at(placing.land.territory.committees, premises.small);
	const own = facilities.filter(
		({ operatorCode, category }) =>
			operatorCode === committee.code && category !== "ADM-ISF" && category !== "ADM-SPOT",
	);
	return truth(placing, homesOf(placing, committee.code), {
		truth: "facility-too-small",
		flag: "facility-too-small",
		category: null,
		unitCodes: [committee.code],
		figures: {
			premisesId: own[0]?.premisesId ?? "",
			areaM2: own.reduce((sum, { floorAreaM2 }) => sum + (floorAreaM2 ?? 0), 0),
			minM2: THRESHOLDS.facilityMinM2.value,
		},
		who: "unit",
		zh: `${committee.name}的服务用房不足 300 平方米`,
	});
}

function floorAreaShort({ placing, premises, facilities, units }: Found): PlantedTruth {
	const committee = at(placing.land.territory.committees, premises.short);
	const own = facilities.filter(
		({ operatorCode, category }) => operatorCode === committee.code && category !== "ADM-ISF",
	);
	const areaM2 = own.reduce((sum, { floorAreaM2 }) => sum + (floorAreaM2 ?? 0), 0);
	const households = units.find(({ code }) => code === committee.code)?.declaredHouseholds ?? 0;
	return truth(placing, homesOf(placing, committee.code), {
		truth: "floor-area-short",
		flag: "floor-area-short",
		category: null,
		unitCodes: [committee.code],
		figures: {
			premisesAreaM2: areaM2,
			declaredHouseholds: households,
			floorAreaPer100HouseholdsM2: Math.round((areaM2 / households) * 1_000) / 10,
		},
		who: "unit",
		zh: `${committee.name}每百户不足 35 平方米`,
	});
}

function exclave({ placing }: Found): PlantedTruth {
	const homes = homesWhere(placing, (home) => at(placing.land.homes, home).style === "e");
	const committee = at(placing.land.territory.committees, committeeOfHome(placing, at(homes, 0)));
	const around = placing.land.plan.planted.boundaryGap.letter;
	return truth(placing, homes, {
		truth: "exclave",
		flag: "exclave",
		category: null,
		unitCodes: [committee.unit.code, codeOf(placing, around)],
		figures: { committee: committee.code },
		who: "exact",
		zh: `${committee.name}属${committee.unit.name}，四周都是另一个镇`,
	});
}

function bmuEligible({ placing }: Found): PlantedTruth {
	const { land } = placing;
	const { letter, style } = land.plan.planted.bmuEligible;
	const members = connectedOf(land.lattice, land.territory, letter, style).sort(
		(a, b) => b.length - a.length,
	)[0];
	const codes = (members ?? []).map((member) => at(land.territory.committees, member).code);
	return truth(
		placing,
		homesWhere(placing, (home) => (members ?? []).includes(committeeOfHome(placing, home))),
		{
			truth: "bmu-eligible",
			flag: "bmu-eligible",
			category: null,
			unitCodes: [codeOf(placing, letter), ...codes],
			figures: { committees: codes.length },
			who: "exact",
			zh: "镇东南的集中城市化区域，可研究设立基本管理单元",
		},
	);
}

function unassigned({ placing }: Found): PlantedTruth {
	const homes = homesWhere(placing, (home) => committeeOfHome(placing, home) < 0);
	return truth(placing, homes, {
		truth: "unassigned-residents",
		flag: "unassigned-residents",
		category: null,
		unitCodes: [],
		figures: {},
		who: "exact",
		zh: "新建小区尚未划入任何居委会",
	});
}

function missingMandatory({ placing }: Found): PlantedTruth {
	const { letter, category } = placing.land.plan.planted.missingMandatory;
	const code = codeOf(placing, letter);
	return truth(placing, homesOf(placing, code), {
		truth: "missing-mandatory",
		flag: "missing-mandatory",
		category,
		unitCodes: [code],
		figures: {},
		who: "unit",
		zh: "镇没有社会工作站",
	});
}

function truth(
	{ land }: Placing,
	homes: readonly number[],
	rest: Omit<PlantedTruth, "residenceIds" | "residents" | "at">,
): PlantedTruth {
	const records = homes.map((home) => at(land.homes, home));
	const middle = at(records, records.length >> 1);
	return {
		...rest,
		residenceIds: rest.who === "unit" ? [] : records.map(({ id }) => id),
		residents: records.reduce((sum, { residents }) => sum + residents, 0),
		at: middle.lonLat,
	};
}

/** Homes of a street-level unit or of a committee. */
function homesOf(placing: Placing, code: string): number[] {
	return homesWhere(placing, (home) => {
		const committee = placing.land.territory.committees[committeeOfHome(placing, home)];
		return committee !== undefined && (committee.code === code || committee.unit.code === code);
	});
}

function codeOf({ land }: Placing, letter: string): string {
	const unit = land.plan.units.find((candidate) => candidate.letter === letter);
	if (unit === undefined) throw new Error(`No unit ${letter}.`);
	return unit.code;
}
