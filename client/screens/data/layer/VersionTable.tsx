// Commits of a layer, the newest first; each leads to where its version came from.
import { Table, type TableColumnsType } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { VersionRow } from "../../../../planning/wire/layers.ts";
import { formatCount, formatTime } from "../../../data/formats.ts";
import { useAgeWords } from "../../../data/useAgeWords.ts";

interface VersionTableProps {
	readonly versions: readonly VersionRow[] | undefined;
	onOpen(versionId: number): void;
}

export function VersionTable({ versions, onOpen }: VersionTableProps): ReactNode {
	const columns = useVersionColumns(onOpen);
	return (
		<Table<VersionRow>
			size="small"
			rowKey="commitId"
			loading={versions === undefined}
			columns={columns}
			dataSource={[...(versions ?? [])]}
			pagination={false}
			scroll={{ x: 760 }}
			rowClassName={({ isCurrent }) => (isCurrent ? "chosen" : "")}
			onRow={({ versionId }) =>
				({ "data-testid": `version-row-${versionId}` }) as React.HTMLAttributes<HTMLElement>
			}
		/>
	);
}

function useVersionColumns(onOpen: (id: number) => void): TableColumnsType<VersionRow> {
	const { t } = useTranslation();
	const ageWords = useAgeWords();
	return [
		{
			title: t("data.layers.version"),
			width: 150,
			render: (_, { versionNumber, isCurrent, isRollBack }) => (
				<span className="row-actions start">
					<b>v{versionNumber}</b>
					{isCurrent && <span className="tag good">{t("data.versions.current")}</span>}
					{isRollBack && <span className="tag">{t("data.versions.rollBack")}</span>}
				</span>
			),
		},
		{
			title: t("data.layers.features"),
			dataIndex: "features",
			width: 90,
			align: "right",
			render: formatCount,
		},
		{
			title: t("data.versions.when"),
			width: 210,
			render: (_, { committedAt }) => (
				<>
					{formatTime(committedAt)} <span className="muted">{ageWords(committedAt)}</span>
				</>
			),
		},
		{
			title: t("data.versions.who"),
			width: 110,
			render: (_, { committedBy }) => committedBy ?? t("data.commandLine"),
		},
		{ title: t("data.finding.file"), dataIndex: "sourceName", ellipsis: true },
		{
			title: t("data.versions.reason"),
			dataIndex: "reason",
			ellipsis: true,
			render: (reason: string | null) => reason || <span className="muted">—</span>,
		},
		{
			title: "",
			width: 76,
			align: "right",
			render: (_, { versionId }) => (
				<button
					type="button"
					className="text-button"
					data-testid={`version-${versionId}`}
					onClick={() => onOpen(versionId)}
				>
					{t("data.versions.open")}
				</button>
			),
		},
	];
}
