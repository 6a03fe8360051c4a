// Units: a row chosen here is outlined on the map; a unit chosen on the map is marked and scrolled to here.

import { useQueries, useQuery } from "@tanstack/react-query";
import { Table, type TableColumnsType } from "antd";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import type { UnitRow } from "../../../planning/wire/api.ts";
import { Problem } from "../../app/Problem.tsx";
import { useBasis } from "../../data/basis.ts";
import { formatCount, formatPct } from "../../data/formats.ts";
import { hoverUnit, useHoveredUnit } from "../../data/hoverStore.ts";
import { coverageQuery, unitsQuery } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useFigure } from "../../data/useFigure.ts";
import { useSelectUnit } from "../../data/useSelectUnit.ts";
import { keyboardRow } from "./keyboardRow.ts";
import { useScrollToChosen } from "./useScrollToChosen.ts";
import { useTableHeight } from "./useTableHeight.ts";

const keyOf = ({ kind, code }: { kind: string; code: string }) => `${kind} ${code}`;

export function UnitTable({ text }: { text: string }): ReactNode {
	const [view, change] = useCityView();
	const heightPx = useTableHeight();
	const units = useQuery(unitsQuery(useBasis().snapshot));
	const selectUnit = useSelectUnit(change);
	const hovered = useHoveredUnit();
	const columns = useUnitColumns();
	const chosen = view.unit === null ? null : keyOf(view.unit);
	const wanted = text.trim();
	const rows = useMemo(
		() =>
			(units.data ?? []).filter(
				({ name, code }) => name.includes(wanted) || code.startsWith(wanted),
			),
		[units.data, wanted],
	);
	const table = useScrollToChosen(chosen);
	if (units.error !== null && units.data === undefined) return <Problem query={units} />;
	return (
		<Table<UnitRow>
			ref={table}
			virtual
			size="small"
			rowKey={keyOf}
			loading={units.isPending}
			columns={columns}
			dataSource={rows}
			pagination={false}
			// `children` of a unit are people, not rows beneath it
			expandable={{ childrenColumnName: "rowsBeneath" }}
			scroll={{ y: heightPx, x: 1200 }}
			rowClassName={(unit) =>
				keyOf(unit) === chosen ? "chosen" : unit.code === hovered ? "hovered" : ""
			}
			onRow={(unit) => ({
				...keyboardRow(keyOf(unit) === chosen, () =>
					selectUnit({ kind: unit.kind, code: unit.code }),
				),
				onMouseEnter: () => hoverUnit(unit.code),
				onMouseLeave: () => hoverUnit(null),
			})}
		/>
	);
}

function useUnitColumns(): TableColumnsType<UnitRow> {
	const { t } = useTranslation();
	const [view] = useCityView();
	const figure = useFigure(view);
	const rows = useQueries({
		queries: UNIT_KINDS.map((kind) => coverageQuery(figure.key, kind)),
		combine: (levels) => levels.flatMap(({ data }) => data ?? []),
	});
	const { data: units } = useQuery(unitsQuery(useBasis().snapshot));
	return useMemo(() => {
		const shares = new Map(
			rows.map(({ unitKind, unitCode, pct }) => [`${unitKind} ${unitCode}`, pct]),
		);
		const shareOf = (unit: UnitRow) => shares.get(keyOf(unit)) ?? null;
		const count = (
			key: "residents" | "households" | "elders" | "children" | "facilities",
			width = 96,
		) => ({
			title: t(`unit.${key}`),
			dataIndex: key,
			width,
			align: "right" as const,
			sorter: (a: UnitRow, b: UnitRow) => a[key] - b[key],
			render: (value: number) => formatCount(value),
		});
		const maybe = (
			key: "declaredResidents" | "floorAreaPer100HouseholdsM2",
			none: string,
			digits: number,
		) => ({
			title: t(`unit.${key}`),
			dataIndex: key,
			width: 128,
			align: "right" as const,
			sorter: (a: UnitRow, b: UnitRow) => (a[key] ?? -1) - (b[key] ?? -1),
			render: (value: number | null) =>
				value === null ? (
					<span className="muted">{none}</span>
				) : digits > 0 ? (
					value.toFixed(digits)
				) : (
					formatCount(value)
				),
		});
		const parents = [...new Set((units ?? []).flatMap(({ parentName }) => parentName ?? []))];
		return [
			{
				title: t("unit.name"),
				dataIndex: "name",
				width: 160,
				fixed: "left",
				sorter: (a, b) => a.name.localeCompare(b.name, "zh-CN"),
			},
			{
				title: t("unit.kind"),
				dataIndex: "kind",
				width: 96,
				filters: UNIT_KINDS.map((kind) => ({ text: t(`level.${kind}`), value: kind })),
				onFilter: (kind, unit) => unit.kind === kind,
				render: (kind: string) => t(`level.${kind}`),
			},
			{
				title: t("unit.code"),
				dataIndex: "code",
				width: 126,
				sorter: (a, b) => (a.code < b.code ? -1 : 1),
			},
			{
				title: t("unit.parent"),
				dataIndex: "parentName",
				width: 120,
				filters: parents.map((name) => ({ text: name, value: name })),
				filterSearch: true,
				onFilter: (name, unit) => unit.parentName === name,
				render: (name: string | null) => name ?? "—",
			},
			count("residents"),
			maybe("declaredResidents", t("unit.notDeclared"), 0),
			count("households"),
			count("elders", 104),
			{
				title: t("unit.areaKm2"),
				dataIndex: "areaKm2",
				width: 92,
				align: "right",
				sorter: (a, b) => a.areaKm2 - b.areaKm2,
				render: (km2: number) => km2.toFixed(2),
			},
			count("facilities", 84),
			maybe("floorAreaPer100HouseholdsM2", t("unit.notComputable"), 1),
			{
				title: t("figure.coveragePct"),
				key: "pct",
				width: 100,
				align: "right",
				sorter: (a, b) => (shareOf(a) ?? -1) - (shareOf(b) ?? -1),
				render: (_, unit) => formatPct(shareOf(unit)) ?? <span className="muted">–</span>,
			},
		];
	}, [rows, units, t]);
}
