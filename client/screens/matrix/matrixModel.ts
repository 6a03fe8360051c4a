// The matrix as a table: which categories are columns, what a cell says, how rows are sorted and filtered. Pure.
import type { UnitKind } from "../../../planning/city/records.ts";
import {
	isAskedOf,
	type Presence,
	presenceOf,
} from "../../../planning/coverage/figures/presence.ts";
import { type Category, categoryOf } from "../../../planning/standards/catalogue.ts";
import type { UnitRow } from "../../../planning/wire/api.ts";
import type { Matrix } from "../../../planning/wire/figuresApi.ts";

/** A category, and its slot in the rows of the matrix. */
export interface MatrixColumn {
	readonly category: Category;
	readonly slot: number;
}

export interface MatrixRow {
	readonly unit: UnitRow;
	readonly pct: readonly (number | null)[];
	readonly counts: readonly number[];
}

/** Rows of the units that are known, in the order of their codes. */
export function matrixRows(
	matrix: Matrix,
	units: readonly UnitRow[],
	level: UnitKind,
): MatrixRow[] {
	const rowOf = new Map(matrix.units.map((code, row) => [code, row]));
	return units.flatMap((unit): MatrixRow[] => {
		const row = unit.kind === level ? rowOf.get(unit.code) : undefined;
		const [pct, counts] = [matrix.pct[row ?? -1], matrix.counts[row ?? -1]];
		return pct === undefined || counts === undefined ? [] : [{ unit, pct, counts }];
	});
}

function columnsOf({ categories }: Matrix): MatrixColumn[] {
	return categories.flatMap((code, slot): MatrixColumn[] => {
		const category = categoryOf(code);
		return category === undefined ? [] : [{ category, slot }];
	});
}

/** Categories of which some unit has a share: those judged by presence belong into the other table. */
export function coverageColumns(matrix: Matrix): MatrixColumn[] {
	return columnsOf(matrix).filter(
		({ category, slot }) =>
			category.basis !== "presence" && matrix.pct.some((row) => row[slot] !== null),
	);
}

/** Categories that are asked of units of the level come first, then those of which some unit has one all the same. */
export function presenceColumns(matrix: Matrix, rows: readonly MatrixRow[]): MatrixColumn[] {
	const columns = columnsOf(matrix);
	const isAsked = ({ category }: MatrixColumn) =>
		rows.some(({ unit }) => isAskedOf(category, unit));
	const isSomewhere = ({ slot }: MatrixColumn) =>
		rows.some(({ counts }) => (counts[slot] ?? 0) > 0);
	const asked = columns.filter(isAsked);
	return [...asked, ...columns.filter((column) => !asked.includes(column) && isSomewhere(column))];
}

export function presenceIn(
	{ cityCounts }: Matrix,
	{ unit, counts }: MatrixRow,
	{ category, slot }: MatrixColumn,
): Presence {
	return presenceOf(category, unit, { count: counts[slot] ?? 0, cityCount: cityCounts[slot] ?? 0 });
}

/** What a unit lacks of what is asked of it. */
export function missingOf(
	matrix: Matrix,
	row: MatrixRow,
	columns: readonly MatrixColumn[],
): MatrixColumn[] {
	return columns.filter((column) => presenceIn(matrix, row, column) === "missing");
}

export interface MatrixSort {
	/** Slot of a category, or of what belongs to the unit itself. */
	readonly by: number | "name" | "missing";
	readonly isUp: boolean;
}

/** Rows by a value; those without one are last in either direction, equal ones stay in their order. */
export function sortedRows(
	rows: readonly MatrixRow[],
	sortValue: (row: MatrixRow) => number | string | null,
	isUp: boolean,
): MatrixRow[] {
	const turn = isUp ? 1 : -1;
	return rows
		.map((row) => ({ row, value: sortValue(row) }))
		.sort((a, b) => {
			if (a.value === null || b.value === null)
				return Number(a.value === null) - Number(b.value === null);
			if (typeof a.value === "string" && typeof b.value === "string")
				return turn * a.value.localeCompare(b.value, "zh-CN");
			return turn * (Number(a.value) - Number(b.value));
		})
		.map(({ row }) => row);
}

/** Rows whose unit or whose parent is named so, or whose code begins so. */
export function filteredRows(rows: readonly MatrixRow[], text: string): readonly MatrixRow[] {
	const wanted = text.trim();
	if (wanted === "") return rows;
	return rows.filter(
		({ unit: { name, code, parentName } }) =>
			name.includes(wanted) || code.startsWith(wanted) || parentName?.includes(wanted) === true,
	);
}
