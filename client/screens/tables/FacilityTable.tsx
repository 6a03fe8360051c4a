// Facilities: a row chosen here is flown to and its category shown.

import { useQuery } from "@tanstack/react-query";
import { Table, type TableColumnsType } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { CATEGORIES, categoryOf } from "../../../planning/standards/catalogue.ts";
import type { FacilityRow } from "../../../planning/wire/api.ts";
import { Problem } from "../../app/Problem.tsx";
import { useBasis } from "../../data/basis.ts";
import { formatCount } from "../../data/formats.ts";
import { facilitiesQuery } from "../../data/queries.ts";
import { markSpot } from "../../data/spotStore.ts";
import { useCityView } from "../../data/useCityView.ts";
import { categoryName, useLanguage } from "../../data/useLanguage.ts";
import { useMapHandle } from "../../map/MapHandle.ts";
import { keyboardRow } from "./keyboardRow.ts";
import { useTableHeight } from "./useTableHeight.ts";

const SPOT_ZOOM = 15.5;
const keyOf = ({ category, id }: FacilityRow) => `${category} ${id}`;

export function FacilityTable({ text }: { text: string }): ReactNode {
	const [view, change] = useCityView();
	const heightPx = useTableHeight();
	const facilities = useQuery(facilitiesQuery(useBasis().snapshot));
	const map = useMapHandle();
	const columns = useFacilityColumns();
	const [chosen, setChosen] = useState<string | null>(null);
	const wanted = text.trim();
	const rows = useMemo(() => {
		const inUnit = (facility: FacilityRow) =>
			view.unit === null ||
			[facility.streetCode, facility.committeeCode, facility.operatorCode].includes(
				view.unit.code,
			) ||
			view.unit.kind === "district";
		return (facilities.data ?? []).filter(
			(facility) =>
				inUnit(facility) &&
				`${facility.name} ${facility.id} ${facility.address ?? ""}`.includes(wanted),
		);
	}, [facilities.data, wanted, view.unit]);
	if (facilities.error !== null && facilities.data === undefined)
		return <Problem query={facilities} />;
	const choose = (facility: FacilityRow) => {
		setChosen(keyOf(facility));
		change({ category: facility.category });
		markSpot([facility.lon, facility.lat]);
		map.flyTo([facility.lon, facility.lat], SPOT_ZOOM);
	};
	return (
		<Table<FacilityRow>
			virtual
			size="small"
			rowKey={keyOf}
			loading={facilities.isPending}
			columns={columns}
			dataSource={rows}
			pagination={false}
			scroll={{ y: heightPx, x: 1240 }}
			rowClassName={(facility) => (keyOf(facility) === chosen ? "chosen" : "")}
			onRow={(facility) => ({
				...keyboardRow(keyOf(facility) === chosen, () => choose(facility)),
			})}
		/>
	);
}

function useFacilityColumns(): TableColumnsType<FacilityRow> {
	const { t } = useTranslation();
	const language = useLanguage();
	const { data: facilities } = useQuery(facilitiesQuery(useBasis().snapshot));
	return useMemo(() => {
		const nameOf = (code: string) => {
			const category = categoryOf(code);
			return category === undefined ? code : categoryName(category, language);
		};
		const streets = [...new Set((facilities ?? []).flatMap(({ streetName }) => streetName ?? []))];
		const used = new Set((facilities ?? []).map(({ category }) => category));
		const number = (key: "floorAreaM2" | "capacity", width: number) => ({
			title: t(`facility.${key}`),
			dataIndex: key,
			width,
			align: "right" as const,
			sorter: (a: FacilityRow, b: FacilityRow) => (a[key] ?? -1) - (b[key] ?? -1),
			render: (value: number | null) =>
				value === null ? <span className="muted">—</span> : formatCount(value),
		});
		return [
			{
				title: t("facility.name"),
				dataIndex: "name",
				width: 220,
				fixed: "left",
				ellipsis: true,
				sorter: (a, b) => a.name.localeCompare(b.name, "zh-CN"),
			},
			{
				title: t("facility.category"),
				dataIndex: "category",
				width: 190,
				ellipsis: true,
				filters: CATEGORIES.filter(({ code }) => used.has(code)).map(({ code }) => ({
					text: nameOf(code),
					value: code,
				})),
				filterSearch: true,
				onFilter: (code, facility) => facility.category === code,
				sorter: (a, b) => (a.category < b.category ? -1 : 1),
				render: nameOf,
			},
			{
				title: t("facility.id"),
				dataIndex: "id",
				width: 130,
				ellipsis: true,
				sorter: (a, b) => (a.id < b.id ? -1 : 1),
			},
			{
				title: t("level.street"),
				dataIndex: "streetName",
				width: 130,
				filters: streets.map((name) => ({ text: name, value: name })),
				onFilter: (name, facility) => facility.streetName === name,
				render: (name: string | null) => name ?? "—",
			},
			{
				title: t("level.committee"),
				dataIndex: "committeeName",
				width: 140,
				ellipsis: true,
				render: (name: string | null) => name ?? "—",
			},
			{
				title: t("facility.operator"),
				dataIndex: "operatorName",
				width: 170,
				ellipsis: true,
				render: (name: string | null, { operatorPresumed }) =>
					name === null ? (
						"—"
					) : operatorPresumed ? (
						<>
							{name} <span className="muted">{t("facility.presumed")}</span>
						</>
					) : (
						name
					),
			},
			number("floorAreaM2", 120),
			number("capacity", 90),
		];
	}, [facilities, t, language]);
}
