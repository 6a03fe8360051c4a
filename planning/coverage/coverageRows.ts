// Indicators (覆盖率): residents within the limit per unit, category and mode; presence per unit as yes or no.
import { byCodeUnit } from "../city/codeUnitOrder.ts";
import type { UnitKind, UnitRecord } from "../city/records.ts";
import { CATEGORIES, type Category, categoryOf, limitOf } from "../standards/catalogue.ts";
import type { Steps } from "../steps.ts";
import { NO_EDGE } from "../streets/StreetGraph.ts";
import type { CoverageRow, NearestTimes } from "./analysis.ts";
import { unitsServed } from "./facilitiesByUnit.ts";
import type { Surveyed } from "./surveyed.ts";

const UNITS_PER_STEP = 1_000;

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

/** All rows of coverage.csv, sorted by unit kind, unit code, category, mode; a step per thousand units. */
export function* coverageRowSteps(
	surveyed: Surveyed,
	times: readonly NearestTimes[],
): Steps<CoverageRow[]> {
	const indicators = [...times.map(timedIndicator), ...presenceIndicators(surveyed)].sort(
		(a, b) =>
			byCodeUnit(a.names.category, b.names.category) || byCodeUnit(a.names.mode, b.names.mode),
	);
	const { units } = surveyed.located.tree;
	yield 0;
	const sums: (CellSums | null)[] = [];
	for (const { within } of indicators) {
		sums.push(within === null ? null : sumByCell(surveyed, within));
		yield (0.5 * sums.length) / indicators.length;
	}
	const { edge } = surveyed.attachments.residences;
	const all = sumByCell(surveyed, new Uint8Array(edge.length).fill(1));
	const lost = sumByCell(
		surveyed,
		Uint8Array.from(edge, (one) => (one === NO_EDGE ? 1 : 0)),
	);
	const rows: CoverageRow[] = [];
	for (const [done, unit] of [null, ...units].entries()) {
		if (done % UNITS_PER_STEP === 0) yield 0.5 + (0.5 * done) / (units.length + 1);
		const area = unit === null ? WHOLE : namesOf(unit);
		const [total, notAttached] = [sumOf(surveyed, unit, all), sumOf(surveyed, unit, lost)];
		indicators.forEach(({ names, present }, i) => {
			const counted = sums[i];
			if (counted !== null && counted !== undefined) {
				const covered = sumOf(surveyed, unit, counted);
				const pct = pctOf(covered, total);
				rows.push(rowOf(area, names, { total, covered, pct, notAttached }));
			} else {
				const found = present(unit);
				if (found === null) return;
				const pct = pctOf(found.covered, found.total);
				rows.push(rowOf(area, names, { ...found, pct, notAttached: 0 }));
			}
		});
	}
	return rows;
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

/** What the rows of every unit repeat. */
type IndicatorNames = Pick<
	CoverageRow,
	"category" | "mode" | "limit" | "limitUnit" | "denominator"
>;

interface Indicator {
	readonly names: IndicatorNames;
	/** 1 for residences that count as covered; null where units are counted. */
	readonly within: Uint8Array | null;
	/** Units of a kind that have one, of a unit or (null) of the city; null where the unit is not asked. */
	readonly present: (unit: UnitRecord | null) => { total: number; covered: number } | null;
}

function timedIndicator({ category, mode, within }: NearestTimes): Indicator {
	const entry = categoryOf(category);
	if (entry === undefined)
		throw new Error(`Times of category ${category}, which the standard lacks.`);
	const names: IndicatorNames = {
		category,
		mode,
		limit: limitOf(entry),
		limitUnit: entry.basis,
		denominator: "residents",
	};
	return { names, within, present: () => null };
}

function presenceIndicators(surveyed: Surveyed): Indicator[] {
	return CATEGORIES.filter(({ basis }) => basis === "presence").map((category) =>
		presenceIndicator(surveyed, category),
	);
}

function presenceIndicator({ located, facilitiesOf }: Surveyed, category: Category): Indicator {
	const kinds = presenceKinds(category);
	const asked = located.tree.units.filter(({ kind }) => kinds.includes(kind));
	const servedOf = new Map(
		kinds.map((kind) => [kind, unitsServed(located, facilitiesOf(category.code), kind)]),
	);
	const isServed = ({ kind, code }: UnitRecord) => servedOf.get(kind)?.has(code) === true;
	const whole = { total: asked.length, covered: asked.filter(isServed).length };
	const names: IndicatorNames = {
		category: category.code,
		mode: "any",
		limit: null,
		limitUnit: "presence",
		denominator: "units",
	};
	return {
		names,
		within: null,
		present(unit) {
			if (unit === null) return whole;
			return kinds.includes(unit.kind) ? { total: 1, covered: isServed(unit) ? 1 : 0 } : null;
		},
	};
}

/** Field by field: hundreds of thousands of rows are made. */
function rowOf(
	{ unitKind, unitCode, unitName }: UnitNames,
	{ category, mode, limit, limitUnit, denominator }: IndicatorNames,
	{ total, covered, pct, notAttached }: Omit<CoverageRow, keyof UnitNames | keyof IndicatorNames>,
): CoverageRow {
	return {
		unitKind,
		unitCode,
		unitName,
		category,
		mode,
		limit,
		limitUnit,
		denominator,
		total,
		covered,
		pct,
		notAttached,
	};
}

/** People by cell, and of the whole city. */
interface CellSums {
	readonly byCell: Float64Array;
	readonly whole: number;
}

function sumByCell(
	{ city, residents, located: { residenceCell } }: Surveyed,
	isCounted: Uint8Array,
): CellSums {
	const byCell = new Float64Array(city.cells.length);
	let whole = 0;
	for (let residence = 0; residence < residents.length; residence++) {
		if (isCounted[residence] === 0) continue;
		whole += residents[residence];
		if (residenceCell[residence] >= 0) byCell[residenceCell[residence]] += residents[residence];
	}
	return { byCell, whole };
}

/** Of a unit, or (null) of the whole city. */
function sumOf(
	{ located }: Surveyed,
	unit: UnitRecord | null,
	{ byCell, whole }: CellSums,
): number {
	if (unit === null) return whole;
	let sum = 0;
	for (const cell of located.tree.cellsOf(unit)) sum += byCell[cell];
	return sum;
}

type UnitNames = Pick<CoverageRow, "unitKind" | "unitCode" | "unitName">;
const WHOLE: UnitNames = { unitKind: "all", unitCode: "", unitName: "" };

function namesOf(unit: UnitRecord): UnitNames {
	return { unitKind: unit.kind, unitCode: unit.code, unitName: unit.name };
}
