// 比较: what committing would change, against what is in force, field by field and on the map.
import { Table, type TableColumnsType } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Change, Comparison } from "../../../../planning/wire/checking.ts";
import { Problem } from "../../../app/Problem.tsx";
import { formatArea, formatCount, formatDistance } from "../../../data/formats.ts";
import { useLanguage } from "../../../data/useLanguage.ts";
import { Skeleton } from "../../../ui/StateNote.tsx";
import { useFieldWords } from "../useFieldWords.ts";
import { ProblemNote } from "./ProblemNote.tsx";
import type { StepProps } from "./StepProps.ts";
import { useBodyHeight } from "./useBodyHeight.ts";
import type { ChangeKind, CompareDesk } from "./useCompareDesk.ts";
import { useRowInView } from "./useRowInView.ts";
import { WizardFrame } from "./WizardFrame.tsx";

const KINDS: readonly ChangeKind[] = [
	"added",
	"removed",
	"moved",
	"reshaped",
	"attributes",
	"unchanged",
];
const HEAD_PX = 34;

export function CompareStep(props: StepProps): ReactNode {
	const { upload, goTo, compare } = props;
	const { t } = useTranslation();
	const { comparison } = compare;
	return (
		<WizardFrame
			{...props}
			sentence={useSentence(comparison.data)}
			main={{
				label: t("data.compare.toCommit"),
				testId: "to-commit",
				whyNot: upload.report === null ? t("data.check.none") : null,
				onAct: () => goTo("commit"),
			}}
			left={
				<>
					<ProblemNote upload={upload} />
					{comparison.error !== null && upload.work === null && <Problem query={comparison} />}
					<CountsCard {...compare} comparison={comparison.data} />
				</>
			}
			table={<ChangeTable {...compare} />}
		/>
	);
}

function useSentence(comparison: Comparison | undefined): string {
	const { t } = useTranslation();
	if (comparison === undefined) return t("data.compare.waiting");
	const { hasCurrent, counts, changes } = comparison;
	if (!hasCurrent) return t("data.compare.first", { shown: formatCount(counts.added) });
	const { unchanged, ...others } = counts;
	const changed = Object.values(others).reduce((sum, count) => sum + count, 0);
	if (changed === 0) return t("data.compare.nothing", { shown: formatCount(unchanged) });
	const words = t("data.compare.changed", {
		shown: formatCount(changed),
		unchanged: formatCount(unchanged),
	});
	const listed = changes.length;
	return listed < changed
		? `${words} ${t("data.check.listed", { listed: formatCount(listed) })}`
		: words;
}

interface CountsCardProps extends Pick<CompareDesk, "kind" | "setKind"> {
	readonly comparison: Comparison | undefined;
}

function CountsCard({ comparison, kind, setKind }: CountsCardProps): ReactNode {
	const { t } = useTranslation();
	return (
		<section className="data-card counts" aria-labelledby="counts">
			<h2 id="counts">
				{t("data.compare.title")} <small>{t("data.compare.against")}</small>
			</h2>
			{comparison === undefined && <Skeleton rows={6} height={32} />}
			<ul>
				{comparison !== undefined &&
					KINDS.map((name) => (
						<li key={name}>
							<button
								type="button"
								className={kind === name ? "on" : ""}
								aria-pressed={kind === name}
								disabled={name === "unchanged"}
								data-testid={`changes-${name}`}
								onClick={() => setKind(kind === name ? null : name)}
							>
								<i className={`key-${name}`} aria-hidden="true" />
								{t(`data.change.${name}`)}
								<b>{formatCount(comparison.counts[name])}</b>
							</button>
						</li>
					))}
			</ul>
		</section>
	);
}

function ChangeTable({ shown, chosen, choose }: CompareDesk): ReactNode {
	const { t } = useTranslation();
	const columns = useChangeColumns();
	const [frame, heightPx] = useBodyHeight();
	const table = useRowInView(shown.find(({ id }) => id === chosen)?.id ?? null);
	return (
		<section className="data-card wizard-table" aria-label={t("data.compare.changes")}>
			<div className="wizard-table-bar">
				<h2>{t("data.compare.changes")}</h2>
				<small className="muted">
					{t("data.compare.rows", { shown: formatCount(shown.length) })}
				</small>
			</div>
			<div className="wizard-table-frame" ref={frame}>
				<Table<Change>
					ref={table}
					virtual
					size="small"
					rowKey="id"
					columns={columns}
					dataSource={[...shown]}
					pagination={false}
					scroll={{ y: Math.max(80, heightPx - HEAD_PX), x: 760 }}
					locale={{ emptyText: t("data.compare.none") }}
					rowClassName={({ id }) => (id === chosen ? "chosen" : "")}
					onRow={({ id }) => ({
						tabIndex: 0,
						onClick: () => choose(id === chosen ? null : id),
						onKeyDown: (event) => {
							if (event.key === "Enter") choose(id === chosen ? null : id);
						},
						"aria-current": id === chosen,
					})}
				/>
			</div>
		</section>
	);
}

function useChangeColumns(): TableColumnsType<Change> {
	const { t } = useTranslation();
	const fieldWords = useFieldWords();
	const language = useLanguage();
	return [
		{
			title: t("data.compare.change"),
			dataIndex: "change",
			width: 84,
			render: (change: Change["change"]) => (
				<span className={`tag change-${change}`}>{t(`data.change.${change}`)}</span>
			),
		},
		{ title: t("unit.name"), dataIndex: "name", width: 170, ellipsis: true },
		{ title: t("data.compare.id"), dataIndex: "id", width: 150, ellipsis: true },
		{
			title: t("data.compare.how"),
			render: (_, { fields, distanceM, area }) => (
				<span className="change-fields">
					{distanceM !== null && (
						<span>
							{t("data.compare.moved", { distance: formatDistance(distanceM, language) })}
						</span>
					)}
					{area !== null && (
						<span>
							{formatArea(area.beforeM2, language)} → {formatArea(area.afterM2, language)}
							{t("data.comma")}
							{t("data.compare.different", { area: formatArea(area.differentM2, language) })}
						</span>
					)}
					{fields.map(({ field, before, after }) => (
						<span key={field}>
							{fieldWords(field)} <del>{before ?? t("data.compare.empty")}</del> →{" "}
							<ins>{after ?? t("data.compare.empty")}</ins>
						</span>
					))}
				</span>
			),
		},
	];
}
