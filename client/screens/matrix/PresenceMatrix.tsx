// 有无: which unit has what the standard sets up at its level, what it lacks, and who lacks it.
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCityView } from "../../data/useCityView.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { type GridCell, type GridHead, MatrixGrid } from "./MatrixGrid.tsx";
import type { MatrixTableProps } from "./MatrixScreen.tsx";
import { MissingList, type MissingOf } from "./MissingList.tsx";
import {
	type MatrixColumn,
	type MatrixRow,
	type MatrixSort,
	missingOf,
	presenceColumns,
	presenceIn,
	sortedRows,
} from "./matrixModel.ts";
import { useOpenCell } from "./useOpenCell.ts";

export function PresenceMatrix({ matrix, all, rows }: MatrixTableProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const open = useOpenCell();
	const [sort, setSort] = useState<MatrixSort>({ by: "missing", isUp: false });
	const [list, setList] = useState<MissingOf | null>(null);
	const columns = useMemo(() => presenceColumns(matrix, all), [matrix, all]);
	const missing = useMemo(
		() => new Map(all.map((row) => [row, missingOf(matrix, row, columns)])),
		[matrix, all, columns],
	);
	const missingCount = (row: MatrixRow) => missing.get(row)?.length ?? 0;
	const shown = useMemo(() => {
		if (sort.by === "name") return sortedRows(rows, ({ unit }) => unit.name, sort.isUp);
		if (sort.by === "missing")
			return sortedRows(rows, (row) => missing.get(row)?.length ?? 0, sort.isUp);
		return sortedRows(rows, ({ counts }) => counts[Number(sort.by)] ?? 0, sort.isUp);
	}, [rows, sort, missing]);
	const head = (
		by: MatrixSort["by"],
		key: string,
		words: string,
		column?: MatrixColumn,
	): GridHead => ({
		key,
		words,
		sorted: sort.by === by ? (sort.isUp ? "ascending" : "descending") : "none",
		onUse: () => {
			setSort({ by, isUp: sort.by === by ? !sort.isUp : by !== "missing" });
			if (column !== undefined) setList({ column });
		},
	});
	const heads = [
		head("missing", "missing", t("matrix.missing")),
		...columns.map((column) =>
			head(column.slot, column.category.code, categoryName(column.category, language), column),
		),
	];
	const cellOf = (row: MatrixRow, column: MatrixColumn | undefined): GridCell => {
		if (column === undefined) {
			const count = missingCount(row);
			const words = t("matrix.missingCount", { count });
			return {
				text: String(count),
				words,
				className: count > 0 ? "matrix-sum some" : "matrix-sum",
			};
		}
		const presence = presenceIn(matrix, row, column);
		const count = row.counts[column.slot] ?? 0;
		const words = t(`presence.${presence}`);
		const text =
			presence === "missing"
				? words
				: count > 0
					? String(count)
					: presence === "not-asked"
						? "·"
						: "";
		return { text, words: count > 0 ? `${words} ${count}` : words, className: presence };
	};
	return (
		<div className="matrix-with-list">
			<div className="matrix-main">
				<MatrixGrid
					label={t("matrix.presenceLabel", { level: t(`level.${view.level}`) })}
					rowCount={shown.length}
					corner={head("name", "name", t("unit.name"))}
					heads={heads}
					rowKey={(row) => shown[row]?.unit.code ?? ""}
					rowName={(row) => shown[row]?.unit.name ?? ""}
					cell={(row, column) => {
						const at = shown[row];
						return at === undefined
							? { text: "", words: "", className: "" }
							: cellOf(at, columns[column - 1]);
					}}
					onRow={(row) => shown[row] && open.page(shown[row].unit)}
					onCell={(row, column) => {
						const [at, to] = [shown[row], columns[column - 1]];
						if (at === undefined) return;
						if (to === undefined) setList({ row: at });
						else open.onMap(at.unit, to.category.code);
					}}
				/>
				<ul className="matrix-legend" aria-label={t("legend.title")}>
					{(["has", "missing", "not-asked", "no-data"] as const).map((presence) => (
						<li key={presence}>
							<i className={presence} aria-hidden="true" />
							{t(`matrix.legend.${presence}`)}
						</li>
					))}
					<li className="muted">{t("matrix.levels")}</li>
				</ul>
			</div>
			{list !== null && (
				<MissingList of={list} rows={rows} missing={missing} onClose={() => setList(null)} />
			)}
		</div>
	);
}
