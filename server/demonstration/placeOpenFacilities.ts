// Facilities open to all (开放): everyone in the healthy part is served by construction; elsewhere some of what would
// be needed is not built, which makes the map worth looking at, and in the planted gap none of it is.
import { CATEGORIES, type Category } from "../../planning/standards/catalogue.ts";
import { at } from "./at.ts";
import { cover } from "./cover.ts";
import { coverHomes, homesWhere, type Placing, unitOfHome } from "./Placing.ts";
import { operatorAt } from "./placeUnitFacilities.ts";

/** Share of the sites needed that are not built, by unit and category. */
const SHORTAGE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	E: { "ELD-DAY": 0.4, "ELD-MEAL": 0.4, "HEA-CHS": 0.2, "SPO-S": 0.25, "CUL-CEN": 0.34 },
	F: {
		"ELD-DAY": 0.2,
		"ELD-MEAL": 0.3,
		"UTL-WC": 0.2,
		"EDU-KG": 0.12,
		"EDU-PRI": 0.15,
		"TRA-MET": 0.5,
	},
	G: { "ELD-MEAL": 0.4, "HEA-CHS": 0.3, "EDU-NUR": 0.4, "TRA-MET": 1, "COM-MALL": 0.4 },
};
/** Placed with the units' own facilities, or one per unit. */
const OWN = ["ADM-ISF", "ADM-PSC", "ADM-SUB", "ADM-POL", "ADM-JUD", "ADM-NC", "CUL-RM"];
/** Run by the street-level unit that they stand in, at least one each. */
const OF_UNITS = ["ADM-RCP", "ELD-HUB", "CUL-CEN", "HEA-CHC"];
const ONE_PER_UNIT = ["ADM-SW", "ADM-MIN", "COM-CHR"];
/** Categories that a park's gate serves. */
const PARK = "GRN-PK";

export function placeOpenFacilities(placing: Placing): void {
	placeParks(placing);
	plantSchool(placing);
	for (const category of CATEGORIES) {
		if (OWN.includes(category.code) || category.basis === "presence") continue;
		placeHealthy(placing, category);
		placeElsewhere(placing, category);
		if (OF_UNITS.includes(category.code)) placeMissing(placing, category.code);
	}
	for (const category of ONE_PER_UNIT) placeMissing(placing, category);
}

function isHealthyUnit({ land }: Placing, letter: string): boolean {
	return land.plan.units.some((unit) => unit.letter === letter && unit.isHealthy);
}

/** Homes that the facilities of a category placed so far serve. */
function servedHomes(placing: Placing, category: Category): ReadonlySet<number> {
	return new Set(
		placing.book.sitesOf(category.code).flatMap((site) => reachedFrom(placing, category, site)),
	);
}

function reachedFrom(
	{ sites }: Placing,
	{ walkMinutes, radiusM, basis }: Category,
	site: number,
): readonly number[] {
	return basis === "metres"
		? sites.withinMetres(site, radiusM ?? 0)
		: sites.withinMinutes(site, walkMinutes ?? 0);
}

function placeHealthy(placing: Placing, category: Category): void {
	const served = servedHomes(placing, category);
	const homes = homesWhere(
		placing,
		(home) => isHealthyUnit(placing, unitOfHome(placing, home)) && !served.has(home),
	);
	for (const site of coverBy(placing, category, homes, (unit) => isHealthyUnit(placing, unit)))
		add(placing, category.code, site);
}

function placeElsewhere(placing: Placing, category: Category): void {
	const { sites, land, random } = placing;
	const { severance, facilityGap } = land.plan.planted;
	const draw = random.fork(`shortage ${category.code}`);
	const isSevered = category.code === severance.category;
	const reachesPocket = (site: number) =>
		isSevered &&
		reachedFrom(placing, category, site).some((home) => at(land.homes, home).style === "k");
	const served = servedHomes(placing, category);
	const homes = homesWhere(
		placing,
		(home) =>
			!isHealthyUnit(placing, unitOfHome(placing, home)) &&
			!served.has(home) &&
			!(isSevered && at(land.homes, home).style === "k"),
	);
	const chosen = coverBy(
		placing,
		category,
		homes,
		(unit, site) => !isHealthyUnit(placing, unit) && !reachesPocket(site),
	);
	for (const site of chosen) {
		const { unit, cell } = at(sites.all, site);
		const isInGap =
			facilityGap.categories.includes(category.code) &&
			unit === facilityGap.letter &&
			cell % land.lattice.columns >= at(land.lattice.firstColumn, facilityGap.fromColumn);
		if (isInGap || draw.chance(SHORTAGE[unit]?.[category.code] ?? 0)) continue;
		add(placing, category.code, site);
	}
}

function coverBy(
	placing: Placing,
	category: Category,
	homes: readonly number[],
	isAllowedIn: (unit: string, site: number) => boolean,
): number[] {
	const { sites, land, random } = placing;
	const isAllowed = (site: number) => {
		const { unit, cell, committee } = at(sites.all, site);
		const style = at(land.lattice.styleOf, cell);
		return (
			committee >= 0 &&
			style !== "i" &&
			(style !== "p" || category.code === PARK) &&
			isAllowedIn(unit, site)
		);
	};
	const whim = 0.4;
	if (category.basis !== "metres")
		return coverHomes(placing, {
			homes,
			minutes: category.walkMinutes ?? 0,
			isAllowed,
			whim,
			name: category.code,
		});
	const street = [...sites.all.keys()].filter(
		(site) => site % 7 === 0 && at(sites.all, site).kind === "street" && isAllowed(site),
	);
	return cover({
		homes,
		residents: (home) => at(land.homes, home).residents,
		sites: street,
		lastSites: [],
		reachedFrom: (site) => reachedFrom(placing, category, site),
		random: random.fork(category.code),
		whim,
	});
}

/** Operators: the unit's for its centres, the committee's for its service points, the circle's for hubs. */
function add(placing: Placing, category: string, site: number): void {
	const { sites, land, circles, book } = placing;
	const { unit, committee } = at(sites.all, site);
	const unitPlan = land.plan.units.find(({ letter }) => letter === unit);
	if (unitPlan === undefined) throw new Error(`No unit ${unit}.`);
	const circle = circles.find(({ members }) => members.includes(committee));
	const operator =
		OF_UNITS.includes(category) || ONE_PER_UNIT.includes(category)
			? operatorAt(placing, unitPlan, site, category)
			: category === "ADM-SPOT"
				? at(land.territory.committees, committee).code
				: category === "ADM-HUB"
					? (circle?.code ?? unitPlan.code)
					: null;
	book.add({ category, site, operator });
}

/** Every unit has at least one, beside its party-mass centre. */
function placeMissing(placing: Placing, category: string): void {
	const { land, sites, book } = placing;
	const { missingMandatory } = land.plan.planted;
	for (const unit of land.plan.units) {
		if (unit.letter === missingMandatory.letter && category === missingMandatory.category) continue;
		const hasOne = book.sitesOf(category).some((site) => at(sites.all, site).unit === unit.letter);
		const centre = book.sitesOf("ADM-PSC").find((site) => at(sites.all, site).unit === unit.letter);
		if (!hasOne && centre !== undefined) add(placing, category, centre);
	}
}

/** Gates of the parks, a facility per gate side. */
function placeParks({ land, sites, book }: Placing): void {
	for (const parcel of land.parcels.parcels) {
		if (parcel.style !== "p") continue;
		const gates = [...sites.all.keys()].filter(
			(site) =>
				at(sites.all, site).kind === "street" && parcel.cells.includes(at(sites.all, site).cell),
		);
		for (const [order, site] of gates.entries())
			if (order % 3 === 0) book.add({ category: PARK, site, operator: null, label: "公园" });
	}
}

/** The school just across the railway from the pocket. */
function plantSchool({ land, sites, book }: Placing): void {
	const { schoolRow, category, letter } = land.plan.planted.severance;
	const cell =
		at(land.lattice.firstRow, schoolRow) * land.lattice.columns + land.cuts.railColumn - 1;
	const site = sites.all.findIndex(
		(candidate) => candidate.kind === "street" && candidate.cell === cell,
	);
	if (site < 0 || at(sites.all, site).unit !== letter)
		throw new Error("No site for the school at the railway.");
	book.add({ category, site, operator: null, isPlanted: true });
}
