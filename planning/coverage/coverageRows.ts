// Indicators (覆盖率): residents within the limit per unit, category and mode; presence per unit as yes or no.
import { byCodeUnit } from "../city/codeUnitOrder.ts";
import type { UnitKind, UnitRecord } from "../city/records.ts";
import { CATEGORIES, type Category, categoryOf, limitOf } from "../standards/catalogue.ts";
import { NO_EDGE } from "../streets/StreetGraph.ts";
import type { CoverageRow, NearestTimes } from "./analysis.ts";
import { unitsServed } from "./facilitiesByUnit.ts";
import type { Surveyed } from "./surveyed.ts";

/** Units that presence categories are counted for, by the catalogue's level; of walking sizes, 15 minutes is the circle, less the committee (TD/T 1062, from memory). */
const LEVEL_KIND: Readonly<Record<string, UnitKind>> = {
	district: "district",
	street: "street",
	BMU: "bmu",
	area: "circle",
	"15": "circle",
	"10": "committee",
	"5": "committee",
	committee: "committee",
};

/** All rows of coverage.csv, sorted by unit kind, unit code, category, mode. */
export function coverageRows(surveyed: Surveyed, times: readonly NearestTimes[]): CoverageRow[] {
	const areas = areasOf(surveyed);
	const rows = times.flatMap((walks) => areas.map((area) => residentsRow(surveyed, area, walks)));
	for (const category of CATEGORIES)
		if (category.basis === "presence") rows.push(...presenceRows(surveyed, category));
	return rows.sort(byCoverageKey);
}

/** The order of coverage.csv. */
export function byCoverageKey(a: CoverageRow, b: CoverageRow): number {
	return (
		byCodeUnit(a.unitKind, b.unitKind) ||
		byCodeUnit(a.unitCode, b.unitCode) ||
		byCodeUnit(a.category, b.category) ||
		byCodeUnit(a.mode, b.mode)
	);
}

/** Share in per cent with two decimals; null of nothing (无数据). */
export function pctOf(covered: number, total: number): number | null {
	return total === 0 ? null : Math.round((covered / total) * 10_000) / 100;
}

/** Kinds of unit a presence category is counted for. */
export function presenceKinds(category: Category): readonly UnitKind[] {
	return [
		...new Set(
			category.levels.map((level) => LEVEL_KIND[level]).filter((kind) => kind !== undefined),
		),
	];
}

/** The whole city or a unit, with the sums that every row of it repeats. */
interface Area {
	readonly unitKind: UnitKind | "all";
	readonly unitCode: string;
	readonly unitName: string;
	readonly residences: readonly number[];
	readonly total: number;
	readonly notAttached: number;
}

function areasOf(surveyed: Surveyed): Area[] {
	const { city, located, residenceAttachments } = surveyed;
	const area = (
		names: Pick<Area, "unitKind" | "unitCode" | "unitName">,
		residences: readonly number[],
	) => {
		let [total, notAttached] = [0, 0];
		for (const residence of residences) {
			const { residents } = city.residences[residence];
			total += residents;
			if (residenceAttachments[residence].edge === NO_EDGE) notAttached += residents;
		}
		return { ...names, residences, total, notAttached };
	};
	return [
		area({ unitKind: "all", unitCode: "", unitName: "" }, [...city.residences.keys()]),
		...located.tree.units.map((unit) => area(namesOf(unit), surveyed.residencesOf(unit))),
	];
}

function residentsRow(
	{ city }: Surveyed,
	area: Area,
	{ category, mode, within }: NearestTimes,
): CoverageRow {
	let covered = 0;
	for (const residence of area.residences)
		if (within[residence] === 1) covered += city.residences[residence].residents;
	const entry = categoryOf(category);
	if (entry === undefined)
		throw new Error(`Times of category ${category}, which the standard lacks.`);
	const { unitKind, unitCode, unitName, total, notAttached } = area;
	return {
		unitKind,
		unitCode,
		unitName,
		category,
		mode,
		limit: limitOf(entry),
		limitUnit: entry.basis,
		denominator: "residents",
		total,
		covered,
		pct: pctOf(covered, total),
		notAttached,
	};
}

function presenceRows(surveyed: Surveyed, category: Category): CoverageRow[] {
	const { located } = surveyed;
	const row = (
		names: Pick<CoverageRow, "unitKind" | "unitCode" | "unitName">,
		total: number,
		covered: number,
	): CoverageRow => ({
		...names,
		category: category.code,
		mode: "any",
		limit: null,
		limitUnit: "presence",
		denominator: "units",
		total,
		covered,
		pct: pctOf(covered, total),
		notAttached: 0,
	});
	const rows: CoverageRow[] = [];
	for (const kind of presenceKinds(category)) {
		const served = unitsServed(located, surveyed.facilitiesOf(category.code), kind);
		for (const unit of located.tree.units)
			if (unit.kind === kind) rows.push(row(namesOf(unit), 1, served.has(unit.code) ? 1 : 0));
	}
	const covered = rows.reduce((sum, { covered: has }) => sum + has, 0);
	return [row({ unitKind: "all", unitCode: "", unitName: "" }, rows.length, covered), ...rows];
}

function namesOf(unit: UnitRecord): Pick<CoverageRow, "unitKind" | "unitCode" | "unitName"> {
	return { unitKind: unit.kind, unitCode: unit.code, unitName: unit.name };
}
