// A chart with what it says: in one sentence for those who do not see it, and as a table for those who want the numbers.
import type { EChartsCoreOption } from "echarts/core";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { formatPct } from "../../data/formats.ts";
import { served } from "../served.ts";
import { CHART_MARGIN } from "./chartOptions.ts";

const Chart = lazy(served(() => import("./Chart.tsx")));

export interface ChartTable {
	/** Names of the columns; the first is of the row's own value. */
	readonly head: readonly string[];
	/** The row's own value in words, then shares in per cent. */
	readonly rows: readonly { readonly at: string; readonly pct: readonly (number | null)[] }[];
}

interface ChartFrameProps {
	readonly option: EChartsCoreOption | null;
	readonly title: string;
	readonly table: ChartTable | null;
	/** Where the limit lies on the lower axis, 0 to 1; null for none. */
	readonly limitFraction?: number | null;
}

export function ChartFrame({ option, title, table, limitFraction }: ChartFrameProps): ReactNode {
	return (
		<>
			<div className="curve" role="img" aria-label={saidBy(title, table)}>
				{limitFraction != null && <LimitMark fraction={limitFraction} />}
				<Suspense fallback={null}>{option !== null && <Chart option={option} />}</Suspense>
			</div>
			{table !== null && <AsTable title={title} table={table} />}
		</>
	);
}

/** Beyond the limit is shaded. It is laid behind the chart, which then need not be drawn anew while the limit moves. */
function LimitMark({ fraction }: { fraction: number }): ReactNode {
	const { left, right, top, bottom } = CHART_MARGIN;
	const at = `calc(${left}px + (100% - ${left + right}px) * ${Math.min(1, fraction)})`;
	return <i className="limit-mark" style={{ left: at, right, top, bottom }} />;
}

function AsTable({ title, table }: { title: string; table: ChartTable }): ReactNode {
	const { t } = useTranslation();
	return (
		<details className="as-table">
			<summary>{t("distribution.asTable")}</summary>
			<table className="about-table">
				<caption className="unseen">{title}</caption>
				<thead>
					<tr>
						{table.head.map((name) => (
							<th key={name} scope="col">
								{name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{table.rows.map(({ at, pct }) => (
						<tr key={at}>
							<th scope="row">{at}</th>
							{pct.map((share, column) => (
								<td key={table.head[column + 1]}>{formatPct(share) ?? t("legend.noData")}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}

function saidBy(title: string, table: ChartTable | null): string {
	if (table === null) return title;
	const [, whole = ""] = table.head;
	const shares = table.rows.map(
		({ at, pct: [share = null] }) => `${at} ${formatPct(share) ?? "–"}%`,
	);
	return `${title}. ${whole}: ${shares.join(", ")}`;
}
