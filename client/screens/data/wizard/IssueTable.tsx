// The table of issues, linked with the map both ways; filters, and decisions one by one or all at once.
import { Select, Table } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { IssueRow } from "../../../../planning/wire/checking.ts";
import { useErrorWords } from "../../../data/errorWords.ts";
import { StateNote } from "../../../ui/StateNote.tsx";
import { NO_FILTER, openHints } from "./issueFilter.ts";
import { SeverityTag } from "./SeverityTag.tsx";
import type { StepProps } from "./StepProps.ts";
import { useBodyHeight } from "./useBodyHeight.ts";
import { useCodeWords } from "./useCodeWords.ts";
import { useIssueColumns } from "./useIssueColumns.tsx";
import { useRowInView } from "./useRowInView.ts";

const HEAD_PX = 34;

export function IssueTable(props: StepProps): ReactNode {
	const { t } = useTranslation();
	const { upload, desk } = props;
	const { shown, chosen, choose, isLoading, error } = desk;
	const columns = useIssueColumns(props);
	const [frame, heightPx] = useBodyHeight();
	const table = useRowInView(chosen?.number ?? null);
	const errorWords = useErrorWords();
	return (
		<section
			className={`data-card wizard-table ${upload.work === null ? "" : "stale"}`}
			aria-label={t("data.issues.title")}
		>
			<IssueBar {...props} />
			<div className="wizard-table-frame" ref={frame}>
				{error !== null && upload.work === null && shown.length === 0 ? (
					<StateNote icon="warning" tone="error" words={errorWords(error)} />
				) : (
					<Table<IssueRow>
						ref={table}
						virtual
						size="small"
						rowKey="number"
						loading={isLoading}
						columns={columns}
						dataSource={[...shown]}
						pagination={false}
						scroll={{ y: Math.max(80, heightPx - HEAD_PX), x: 780 }}
						locale={{ emptyText: t("data.issues.none") }}
						rowClassName={({ number }) => (number === chosen?.number ? "chosen" : "")}
						onRow={(issue) => ({
							...rowOf(issue, () => choose(issue.number === chosen?.number ? null : issue.number)),
							"aria-current": issue.number === chosen?.number,
						})}
					/>
				)}
			</div>
		</section>
	);
}

function IssueBar({ upload, desk, act, step }: StepProps): ReactNode {
	const { t } = useTranslation();
	const codeWords = useCodeWords();
	const { filter, setFilter, issues } = desk;
	const codes = [...new Set(issues.map(({ code }) => code))];
	const isBusy = upload.work !== null || act.isPending;
	const hints = openHints(issues);
	return (
		<div className="wizard-table-bar">
			<h2>{t("data.issues.title")}</h2>
			{(["blocking", "warning", "info"] as const).map((severity) => (
				<button
					key={severity}
					type="button"
					className="tag-button"
					aria-pressed={filter.severity === severity}
					data-testid={`filter-${severity}`}
					onClick={() =>
						setFilter({ ...filter, severity: filter.severity === severity ? null : severity })
					}
				>
					<SeverityTag
						severity={severity}
						count={issues.filter((one) => one.severity === severity).length}
					/>
				</button>
			))}
			<span className="spring" />
			<Select<string>
				size="small"
				className="code-filter"
				allowClear
				value={filter.code}
				placeholder={t("data.issues.everyKind")}
				aria-label={t("data.issues.everyKind")}
				data-testid="filter-code"
				options={codes.map((code) => ({ value: code, label: codeWords(code) }))}
				onChange={(code: string | undefined) => setFilter({ ...filter, code: code ?? null })}
			/>
			<button
				type="button"
				className={`button small ${filter.isOpenOnly ? "on" : ""}`}
				aria-pressed={filter.isOpenOnly}
				data-testid="filter-open"
				onClick={() => setFilter({ ...filter, isOpenOnly: !filter.isOpenOnly })}
			>
				{t("data.issues.openOnly")}
			</button>
			{filter !== NO_FILTER && desk.shown.length < issues.length && (
				<button type="button" className="text-button" onClick={() => setFilter(NO_FILTER)}>
					{t("data.issues.all")}
				</button>
			)}
			<button
				type="button"
				className="button small"
				data-testid="ignore-hints"
				disabled={isBusy || hints.length === 0}
				onClick={() => desk.ignore(hints, true)}
			>
				{t("data.issues.ignoreHints")}
			</button>
			{step === "mend" && (
				<button
					type="button"
					className="button small"
					data-testid="adopt-all"
					disabled={isBusy || upload.suggestions.length === 0}
					onClick={desk.pickAll}
				>
					{t("data.issues.adoptAll")}
				</button>
			)}
		</div>
	);
}

/** A row that the keyboard reaches; React takes data attributes, their type does not say so. */
function rowOf({ number }: IssueRow, onUse: () => void): React.HTMLAttributes<HTMLElement> {
	const attributes = {
		"data-testid": `issue-row-${number}`,
		tabIndex: 0,
		onClick: onUse,
		onKeyDown: (event: React.KeyboardEvent) => {
			const isOnRow = event.target === event.currentTarget;
			if (!isOnRow || (event.key !== "Enter" && event.key !== " ")) return;
			event.preventDefault();
			onUse();
		},
	};
	return attributes as React.HTMLAttributes<HTMLElement>;
}
