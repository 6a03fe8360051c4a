// 覆盖率: units × categories with the share in every cell, coloured by one ladder for the whole table.
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { classBreaks, classLabel, classOf } from "../../../planning/coverage/figures/breaks.ts";
import { usePreferences } from "../../app/preferences.tsx";
import { formatPct } from "../../data/formats.ts";
import { useCityView } from "../../data/useCityView.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { PALETTES } from "../../map/palette.ts";
import { inkOn } from "./inkOn.ts";
import { type GridHead, MatrixGrid } from "./MatrixGrid.tsx";
import type { MatrixTableProps } from "./MatrixScreen.tsx";
import { coverageColumns, type MatrixSort, sortedRows } from "./matrixModel.ts";
import { useOpenCell } from "./useOpenCell.ts";

export function CoverageMatrix({ matrix, all, rows }: MatrixTableProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const [view] = useCityView();
	const open = useOpenCell();
	const [sort, setSort] = useState<MatrixSort>({ by: "name", isUp: true });
	const { shares } = PALETTES[usePreferences().theme];
	const columns = useMemo(() => coverageColumns(matrix), [matrix]);
	const bounds = useMemo(() => {
		const values = all.flatMap(({ pct }) => columns.map(({ slot }) => pct[slot] ?? null));
		return classBreaks(values, "fixed").bounds;
	}, [all, columns]);
	const shown = useMemo(
		() =>
			sort.by === "name" || sort.by === "missing"
				? sortedRows(rows, ({ unit }) => unit.name, sort.isUp)
				: sortedRows(rows, ({ pct }) => pct[Number(sort.by)] ?? null, sort.isUp),
		[rows, sort],
	);
	const head = (by: MatrixSort["by"], key: string, words: string): GridHead => ({
		key,
		words,
		sorted: sort.by === by ? (sort.isUp ? "ascending" : "descending") : "none",
		// the lowest share first: what lags is what is looked for
		onUse: () => setSort({ by, isUp: sort.by === by ? !sort.isUp : true }),
	});
	return (
		<>
			<MatrixGrid
				label={t("matrix.coverageLabel", { level: t(`level.${view.level}`) })}
				rowCount={shown.length}
				corner={head("name", "name", t("unit.name"))}
				heads={columns.map(({ category, slot }) =>
					head(slot, category.code, categoryName(category, language)),
				)}
				rowKey={(row) => shown[row]?.unit.code ?? ""}
				rowName={(row) => shown[row]?.unit.name ?? ""}
				cell={(row, column) => {
					const pct = shown[row]?.pct[columns[column]?.slot ?? -1] ?? null;
					if (pct === null) return { text: "", words: t("legend.noData"), className: "no-data" };
					const fill = shares[classOf(pct, bounds)] ?? shares[0];
					return {
						text: pctText(pct),
						words: `${formatPct(pct)}%`,
						className: `ink-${inkOn(fill)}`,
						fill,
					};
				}}
				onRow={(row) => shown[row] && open.page(shown[row].unit)}
				onCell={(row, column) => {
					const [at, to] = [shown[row], columns[column]];
					if (at !== undefined && to !== undefined) open.onMap(at.unit, to.category.code);
				}}
			/>
			<ul className="matrix-legend" aria-label={t("legend.title")}>
				{shares.map((fill, index) => (
					<li key={fill}>
						<i style={{ background: fill }} aria-hidden="true" />
						{classLabel(index, bounds)}
					</li>
				))}
				<li>
					<i className="no-data" aria-hidden="true" />
					{t("legend.noData")}
				</li>
			</ul>
		</>
	);
}

/** A cell has room for four signs. */
function pctText(pct: number): string {
	return pct === 100 ? "100" : pct.toFixed(1);
}
