// 缺: who lacks a category, or what a unit lacks.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../data/formats.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useIsPhone } from "../../ui/useIsPhone.ts";
import { VirtualRows } from "../../ui/VirtualRows.tsx";
import type { MatrixColumn, MatrixRow } from "./matrixModel.ts";
import { useOpenCell } from "./useOpenCell.ts";

export type MissingOf = { readonly column: MatrixColumn } | { readonly row: MatrixRow };

interface MissingListProps {
	readonly of: MissingOf;
	readonly rows: readonly MatrixRow[];
	/** What each row lacks. */
	readonly missing: ReadonlyMap<MatrixRow, readonly MatrixColumn[]>;
	onClose(): void;
}

const ROW_PX = 30;
const PHONE_ROW_PX = 44;
/** Header, bar, and what stands above the list. */
const OTHERS_PX = 260;

export function MissingList({ of, rows, missing, onClose }: MissingListProps): ReactNode {
	const { t } = useTranslation();
	const language = useLanguage();
	const open = useOpenCell();
	const rowPx = useIsPhone() ? PHONE_ROW_PX : ROW_PX;
	const lines =
		"row" in of
			? (missing.get(of.row) ?? []).map(({ category }) => ({
					key: category.code,
					name: categoryName(category, language),
					detail: t(`confidence.${category.confidence}`),
					onOpen: () => open.onMap(of.row.unit, category.code),
				}))
			: rows
					.filter((row) => missing.get(row)?.some(({ slot }) => slot === of.column.slot))
					.map(({ unit }) => ({
						key: unit.code,
						name: unit.name,
						detail: t("figure.people", { count: formatCount(unit.residents) as never }),
						onOpen: () => open.onMap(unit, of.column.category.code),
					}));
	const title = "row" in of ? of.row.unit.name : categoryName(of.column.category, language);
	return (
		<aside className="matrix-list" aria-label={title} data-testid="missing-list">
			<h2>
				<span className="ellipsis">{title}</span>
				<button
					type="button"
					className="icon-button"
					aria-label={t("action.close")}
					onClick={onClose}
				>
					<Icon name="close" />
				</button>
			</h2>
			<p className="muted">
				{t("row" in of ? "matrix.lacksOf" : "matrix.lackers", { count: lines.length })}
			</p>
			{"column" in of && (
				<p className="muted">
					{t("unitPage.source", {
						source: of.column.category.source,
						confidence: t(`confidence.${of.column.category.confidence}`),
					})}
				</p>
			)}
			<VirtualRows
				count={lines.length}
				rowPx={rowPx}
				maxPx={window.innerHeight - OTHERS_PX}
				label={title}
				row={(index) => {
					const line = lines[index];
					return (
						line && (
							<li key={line.key} style={{ height: rowPx }}>
								<button type="button" className="matrix-line" onClick={line.onOpen}>
									<span className="ellipsis">{line.name}</span>
									<span className="muted">{line.detail}</span>
								</button>
							</li>
						)
					);
				}}
			/>
		</aside>
	);
}
