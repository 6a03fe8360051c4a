// The layers in force: what, how much, which version, how fresh, how complete, and what can be done with each.
import { useQuery } from "@tanstack/react-query";
import { Dropdown, Table, type TableColumnsType } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LayerSummary } from "../../../../planning/wire/layers.ts";
import { Problem } from "../../../app/Problem.tsx";
import { formatCount, formatTime } from "../../../data/formats.ts";
import { layersQuery } from "../../../data/layerQueries.ts";
import { useScopeWords } from "../../../data/layerWords.ts";
import { useAgeWords } from "../../../data/useAgeWords.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Skeleton, StateNote } from "../../../ui/StateNote.tsx";
import { exportItems, exportPath } from "../exportFormats.ts";
import { Completeness } from "./Completeness.tsx";

export const layerPath = ({ kind, scope }: { kind: string; scope: string }) =>
	`/data/layers/${kind}?${new URLSearchParams({ scope })}`;

export function LayerTable(): ReactNode {
	const { t } = useTranslation();
	const layers = useQuery(layersQuery);
	const columns = useLayerColumns();
	if (layers.error !== null && layers.data === undefined) return <Problem query={layers} />;
	if (layers.data?.length === 0)
		return (
			<StateNote icon="data" words={t("data.layers.none")} detail={t("data.layers.noneHow")} />
		);
	if (layers.isPending) return <Skeleton rows={6} height={40} />;
	return (
		<Table<LayerSummary>
			size="small"
			className="layer-table"
			rowKey={({ kind, scope }) => `${kind} ${scope}`}
			columns={columns}
			dataSource={layers.data}
			pagination={false}
			scroll={{ x: 1120 }}
			onRow={({ kind, scope }) => testId(`layer-${kind}-${scope}`)}
		/>
	);
}

function useLayerColumns(): TableColumnsType<LayerSummary> {
	const { t } = useTranslation();
	const ageWords = useAgeWords();
	const scopeWords = useScopeWords();
	return [
		{
			title: t("data.layers.layer"),
			width: 230,
			render: (_, layer) => (
				<Link className="layer-name" to={layerPath(layer)}>
					<b>{scopeWords(layer) || t(`data.kind.${layer.kind}`)}</b>
					<small className="ellipsis">
						{scopeWords(layer) === "" ? "" : `${t(`data.kind.${layer.kind}`)} · `}
						{layer.sourceName}
					</small>
				</Link>
			),
		},
		{
			title: t("data.layers.features"),
			dataIndex: "features",
			width: 84,
			align: "right",
			render: formatCount,
		},
		{
			title: t("data.layers.version"),
			dataIndex: "versionNumber",
			width: 64,
			align: "right",
			render: (number: number) => `v${number}`,
		},
		{
			title: t("data.layers.fresh"),
			width: 190,
			render: (_, { committedAt, committedBy }) => (
				<span className="two-lines">
					<span className="one-line" title={formatTime(committedAt)}>
						{ageWords(committedAt)} <span className="muted">{committedAt.slice(0, 10)}</span>
					</span>
					<small>{committedBy ?? t("data.commandLine")}</small>
				</span>
			),
		},
		{
			title: t("data.layers.completeness"),
			render: (_, { completeness }) => <Completeness of={completeness} />,
		},
		{
			title: t("data.layers.snapshot"),
			dataIndex: "isInSnapshot",
			width: 112,
			render: (isInSnapshot: boolean) =>
				isInSnapshot ? (
					<span className="tag good">{t("data.layers.inSnapshot")}</span>
				) : (
					<span className="tag warn">{t("data.layers.newer")}</span>
				),
		},
		{
			title: t("data.layers.actions"),
			width: 176,
			align: "right",
			render: (_, layer) => <LayerActions layer={layer} />,
		},
	];
}

function LayerActions({ layer }: { layer: LayerSummary }): ReactNode {
	const { t } = useTranslation();
	const { kind, versionId } = layer;
	const items = exportItems(kind).map((format) => ({
		key: format,
		label: (
			<a href={exportPath(versionId, format)} download data-testid={`export-${format}`}>
				{t(`data.format.${format}`)}
			</a>
		),
	}));
	return (
		<span className="row-actions">
			<Link className="text-button" to={layerPath(layer)} data-testid="history">
				{t("data.layers.history")}
			</Link>
			<Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
				<button type="button" className="text-button" data-testid="export-menu">
					{t("data.layers.export")} <Icon name="down" size={11} />
				</button>
			</Dropdown>
			<a className="text-button" href={`/api/examples/${kind}`} download data-testid="example">
				{t("data.layers.example")}
			</a>
		</span>
	);
}

/** React takes data attributes on rows, their type does not say so. */
function testId(name: string): React.HTMLAttributes<HTMLElement> {
	return { "data-testid": name } as React.HTMLAttributes<HTMLElement>;
}
