// 单元×类别.xlsx: the matrix as a workbook, shares or presence.
import { presenceOf } from "../../planning/coverage/figures/presence.ts";
import { type Category, categoryOf } from "../../planning/standards/catalogue.ts";
import type { UnitRow } from "../../planning/wire/api.ts";
import type { Matrix } from "../../planning/wire/figuresApi.ts";
import { type TableColumn, tableWorkbook } from "./tableWorkbook.ts";

export interface MatrixSheet {
	readonly matrix: Matrix;
	readonly units: readonly UnitRow[];
	readonly table: "coverage" | "presence";
	/** What the figures stand on. */
	readonly basis: string;
}

interface MatrixSheetRow {
	readonly unit: UnitRow;
	readonly pct: readonly (number | null)[];
	readonly counts: readonly number[];
}

/** A share in per cent, empty without data; or how many there are, 缺, and — where nothing is asked. */
export function matrixWorkbook({ matrix, units, table, basis }: MatrixSheet): Promise<Uint8Array> {
	const categories = matrix.categories.map(categoryOf);
	const columns = categories.flatMap((category, slot): TableColumn<MatrixSheetRow>[] =>
		category === undefined || (table === "coverage" && category.basis === "presence")
			? []
			: [
					{
						header: category.nameZh,
						width: 12,
						value: (row) =>
							table === "coverage"
								? (row.pct[slot] ?? null)
								: presenceWords(row, category, {
										count: row.counts[slot] ?? 0,
										cityCount: matrix.cityCounts[slot] ?? 0,
									}),
					},
				],
	);
	return tableWorkbook({
		sheetName: table === "coverage" ? "覆盖率" : "有无",
		columns: [...UNIT_COLUMNS, ...columns],
		rows: rowsOf(matrix, units),
		notes: { sheetName: "说明", lines: [basis, NOTES[table]] },
	});
}

const UNIT_COLUMNS: readonly TableColumn<MatrixSheetRow>[] = [
	{ header: "编码", width: 16, value: ({ unit }) => unit.code },
	{ header: "名称", width: 22, value: ({ unit }) => unit.name },
	{ header: "上级名称", width: 18, value: ({ unit }) => unit.parentName },
	{ header: "常住人口", width: 12, value: ({ unit }) => unit.residents },
];

const NOTES = {
	coverage: "覆盖率为标准限值内的常住人口占比，%；空白为无数据。",
	presence: "数字为处数；“缺”为标准设在这一级而没有；“—”为不作要求；空白为全市没有这类数据。",
} as const;

function rowsOf(
	{ units: codes, pct, counts }: Matrix,
	units: readonly UnitRow[],
): MatrixSheetRow[] {
	const unitOf = new Map(units.map((unit) => [unit.code, unit]));
	return codes.flatMap((code, row): MatrixSheetRow[] => {
		const unit = unitOf.get(code);
		return unit === undefined ? [] : [{ unit, pct: pct[row] ?? [], counts: counts[row] ?? [] }];
	});
}

function presenceWords(
	{ unit }: MatrixSheetRow,
	category: Category,
	found: { readonly count: number; readonly cityCount: number },
): number | string | null {
	const presence = presenceOf(category, unit, found);
	if (presence === "no-data") return null;
	if (presence === "missing") return "缺";
	return found.count > 0 ? found.count : "—";
}
