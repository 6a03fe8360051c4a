// Facilities that units run for their own residents (属地): the committee's rooms, the street's offices, the circle's
// centre. Every resident is within the limit of an own one, but where the plan plants a gap.
import { at, valueAt } from "./at.ts";
import type { UnitPlan } from "./CityPlan.ts";
import { committeeOfHome, coverHomes, homesWhere, type Placing, unitOfHome } from "./Placing.ts";

/** Premises that are planned too small or too few, by committee index. */
export interface PlantedPremises {
	readonly small: number;
	readonly short: number;
}

/** 35 m² per 100 households is the norm; what is built exceeds it by this much. */
const FLOOR_AREA_SHARE = 1.15;
const NORM_M2_PER_HOUSEHOLD = 0.35;
const OFFICES: readonly (readonly [category: string, town: string])[] = [
	["ADM-SUB", "人民政府"],
	["ADM-POL", "派出所"],
	["ADM-JUD", "司法所"],
];

/** Offices and party-mass centres of every street-level unit; service premises hold both 党群 and 综合服务. */
export function placeStreetFacilities(placing: Placing): void {
	const { land, book, random } = placing;
	const { boundaryGap } = land.plan.planted;
	for (const unit of land.plan.units) {
		const stem = unit.name.replace(/街道$/, "");
		for (const [category, townLabel] of OFFICES) {
			const isTownHall = unit.streetKind === "town" && category === "ADM-SUB";
			for (const site of ownCover(placing, unit, category))
				book.add({
					category,
					site,
					operator: operatorAt(placing, unit, site, category),
					stem,
					...(isTownHall ? { label: townLabel } : {}),
				});
		}
		const bridgehead = unit.letter === boundaryGap.neighbour ? [bridgeheadSite(placing)] : [];
		for (const site of [...bridgehead, ...ownCover(placing, unit, "ADM-PSC", bridgehead)]) {
			const shared = {
				site,
				operator: unit.code,
				premisesId: book.premises(),
				floorAreaM2: random.whole(60, 150) * 10,
				stem: book.has("ADM-PSC", unit.code) ? stem + book.stemAt(site) : stem,
				isPlanted: true,
			};
			book.add({ ...shared, category: "ADM-PSC" });
			book.add({ ...shared, category: "ADM-ISF" });
		}
	}
}

/** A unit's own sites of a category: all its residents within 15 minutes; those of the planted bank are left out. */
function ownCover(
	placing: Placing,
	unit: UnitPlan,
	category: string,
	given: readonly number[] = [],
): number[] {
	const { sites, land } = placing;
	const { boundaryGap } = land.plan.planted;
	const isGap = unit.letter === boundaryGap.letter && category === boundaryGap.category;
	// the neighbour's offices are within reach of the bank too, so that moving it there leaves nothing worse
	const isNeighbour = unit.letter === boundaryGap.neighbour;
	const served = new Set(given.flatMap((site) => sites.withinMinutes(site, 15)));
	return coverHomes(placing, {
		homes: homesWhere(
			placing,
			(home) =>
				(unitOfHome(placing, home) === unit.letter || (isNeighbour && isOnBank(placing, home))) &&
				committeeOfHome(placing, home) >= 0 &&
				!served.has(home) &&
				!(isGap && isOnBank(placing, home)),
		),
		minutes: 15,
		isAllowed: (site) =>
			at(sites.all, site).unit === unit.letter &&
			at(sites.all, site).committee >= 0 &&
			!(isGap && reachesBank(placing, site)),
		whim: 0.2,
		name: `${category} ${unit.code}`,
	});
}

/** Homes on the bank that only the neighbour's centre serves. */
function isOnBank({ land }: Placing, home: number): boolean {
	return at(land.homes, home).style === "x";
}

function reachesBank(placing: Placing, site: number): boolean {
	return placing.sites.withinMinutes(site, 15).some((home) => isOnBank(placing, home));
}

/** The neighbour's site nearest to the far end of the bridge. */
function bridgeheadSite({ land, sites }: Placing): number {
	const { neighbour, bridgeColumn } = land.plan.planted.boundaryGap;
	const u = at(land.lattice.firstColumn, bridgeColumn);
	const cell = (land.lattice.riverRows[0] - 1) * land.lattice.columns + u;
	const found = sites.all.findIndex(
		(site) => site.kind === "street" && site.cell === cell && site.unit === neighbour,
	);
	if (found < 0) throw new Error(`No site of ${neighbour} at the bridge.`);
	return found;
}

/** A basic management unit has its own centres and police station; they are branches of the town's. */
export function operatorAt(
	{ sites, bmu }: Placing,
	unit: UnitPlan,
	site: number,
	category: string,
): string {
	const isBranch = ["ADM-POL", "ADM-RCP", "CUL-CEN", "HEA-CHC"].includes(category);
	return isBranch && bmu.members.includes(at(sites.all, site).committee) ? bmu.code : unit.code;
}

/** A one-stop hub with party-mass and integrated service rooms in the middle of each circle. */
export function placeCircleFacilities(placing: Placing): void {
	const { circles, sites, book, land, random } = placing;
	for (const circle of circles) {
		const members = new Set(circle.members);
		const homes = homesWhere(placing, (home) => members.has(committeeOfHome(placing, home)));
		const isBanked = homes.some((home) => isOnBank(placing, home));
		const best = coverHomes(placing, {
			homes: homes.filter((home) => !isOnBank(placing, home)),
			minutes: 15,
			isAllowed: (site) =>
				members.has(at(sites.all, site).committee) && !(isBanked && reachesBank(placing, site)),
			whim: 0.1,
			name: `circle ${circle.code}`,
		});
		const shared = {
			site: at(best, 0),
			operator: circle.code,
			stem: circle.name.replace(/片区$/, ""),
			premisesId: book.premises(),
			floorAreaM2: random.whole(85, 140) * 10,
			isPlanted: true,
		};
		book.add({ ...shared, category: "ADM-HUB" });
		book.add({ ...shared, category: "ADM-PSC", label: "片区党群服务中心" });
		book.add({ ...shared, category: "ADM-ISF", label: "片区综合服务中心" });
		for (const category of ["TRA-PRK", "EMG-FIRE", "UTL-EV"])
			book.add({ category, site: at(best, Math.min(1, best.length - 1)), operator: null });
	}
	if (land.plan.circles.length === 0) throw new Error("A city needs circles.");
}

/** The committee's rooms: 居委会用房 with 综合服务 in the main building, cultural rooms in each. */
export function placeCommitteeFacilities(placing: Placing): PlantedPremises {
	const { land, sites, book, random } = placing;
	const homesOf = new Map<number, number[]>(
		land.territory.committees.map((_, index) => [index, []]),
	);
	for (const home of land.homes.keys()) homesOf.get(committeeOfHome(placing, home))?.push(home);
	const found = land.territory.committees.map((committee, index) => {
		const homes = valueAt(homesOf, index);
		const chosen = coverHomes(placing, {
			homes,
			minutes: 5,
			isAllowed: (site) => at(sites.all, site).committee === index,
			whim: 0,
			name: committee.code,
		});
		const households = homes.reduce((sum, home) => sum + at(land.homes, home).households, 0);
		return { committee, homes, chosen, households };
	});
	const planted = plantPremises(placing, found);
	found.forEach(({ committee, chosen, households }, index) => {
		const neededM2 =
			Math.ceil((households * NORM_M2_PER_HOUSEHOLD * FLOOR_AREA_SHARE) / 10) * 10 + 20;
		const extra = chosen.length - 1;
		const [culturalM2, mainM2] =
			index === planted.small
				? [80, 178]
				: index === planted.short
					? [60, 250]
					: [random.whole(12, 22) * 10, Math.max(260, neededM2 - extra * 400)];
		chosen.forEach((site, order) => {
			const isMain = order === 0;
			const shared = { site, operator: committee.code, premisesId: book.premises() };
			const roomM2 = isMain ? mainM2 : 300;
			const officeAreaM2 = Math.round(roomM2 * 0.3);
			const label = isMain ? "居委会用房" : "居民区服务站";
			book.add({
				...shared,
				category: "ADM-NC",
				floorAreaM2: roomM2,
				officeAreaM2,
				label:
					committee.zone === "village"
						? label.replace("居委会", "村委会").replace("居民区", "村")
						: label,
			});
			if (isMain)
				book.add({ ...shared, category: "ADM-ISF", floorAreaM2: roomM2, label: "社区综合服务站" });
			book.add({ ...shared, category: "CUL-RM", floorAreaM2: isMain ? culturalM2 : 100 });
		});
	});
	return planted;
}

interface CommitteeRooms {
	readonly committee: { readonly unit: UnitPlan; readonly zone: string; readonly style: string };
	readonly chosen: readonly number[];
	readonly households: number;
}

/** A small village for premises under 300 m², a large committee with one building for too little floor area. */
function plantPremises({ land }: Placing, found: readonly CommitteeRooms[]): PlantedPremises {
	const { smallPremises, floorAreaShort } = land.plan.planted;
	const candidates = (letter: string, isWanted: (rooms: CommitteeRooms) => boolean) =>
		found.flatMap((rooms, index) =>
			rooms.committee.unit.letter === letter && rooms.chosen.length === 1 && isWanted(rooms)
				? [index]
				: [],
		);
	const households = (index: number) => at(found, index).households;
	const small = candidates(smallPremises, ({ committee }) => committee.zone === "village").sort(
		(a, b) => households(a) - households(b),
	);
	const short = candidates(floorAreaShort, ({ committee }) => committee.style === "t").sort(
		(a, b) => households(b) - households(a),
	);
	return { small: at(small, 0), short: at(short, 0) };
}
