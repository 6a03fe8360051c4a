// One line per category for summary.json: how many people are within, and how many are beyond.
import type { UnitRecord } from "../city/records.ts";
import { CATEGORIES, type Category, limitOf } from "../standards/catalogue.ts";
import { type CategorySummary, type NearestTimes, REASONS } from "./analysis.ts";
import { presenceKinds } from "./coverageRows.ts";
import { unitOfFacility } from "./facilitiesByUnit.ts";
import { unitAt } from "./located.ts";
import type { Surveyed } from "./surveyed.ts";

const BEYOND = REASONS.indexOf("beyond");

/** Summaries by category code, in the catalogue's order. */
export function categorySummaries(
	surveyed: Surveyed,
	times: readonly NearestTimes[],
): Record<string, CategorySummary> {
	const summaries: Record<string, CategorySummary> = {};
	for (const category of CATEGORIES) {
		const timesIn = (mode: string) =>
			times.find((walks) => walks.category === category.code && walks.mode === mode);
		const [any, own] = [timesIn("any"), timesIn("own")];
		const figures = any === undefined ? presence(surveyed, category) : walked(surveyed, any);
		summaries[category.code] = {
			basis: category.basis,
			limit: limitOf(category),
			facilities: surveyed.facilitiesOf(category.code).length,
			coveredResidentsAny: figures.covered,
			coveredResidentsOwnUnit: own === undefined ? null : walked(surveyed, own).covered,
			residentsBeyond: figures.beyond,
		};
	}
	return summaries;
}

function walked({ residents }: Surveyed, { within, reason }: NearestTimes) {
	let [covered, beyond] = [0, 0];
	for (let residence = 0; residence < residents.length; residence++)
		if (within[residence] === 1) covered += residents[residence];
		else if (reason[residence] === BEYOND) beyond += residents[residence];
	return { covered, beyond };
}

/** Presence: residents of units that have one, and of units that have none. */
function presence(surveyed: Surveyed, category: Category) {
	const { city, located, residents } = surveyed;
	const kinds = presenceKinds(category);
	const served = new Set<UnitRecord>();
	for (const facility of surveyed.facilitiesOf(category.code))
		for (const kind of kinds) {
			const unit = unitOfFacility(located, facility, kind);
			if (unit !== undefined) served.add(unit);
		}
	const unitsOfCell = city.cells.map((_, cell) => kinds.map((kind) => unitAt(located, cell, kind)));
	const isCovered = unitsOfCell.map((units) =>
		units.some((unit) => unit !== undefined && served.has(unit)),
	);
	const isAsked = unitsOfCell.map((units) => units.some((unit) => unit !== undefined));
	let [covered, beyond] = [0, 0];
	located.residenceCell.forEach((cell, residence) => {
		if (isCovered[cell]) covered += residents[residence];
		else if (isAsked[cell]) beyond += residents[residence];
	});
	return { covered, beyond };
}
