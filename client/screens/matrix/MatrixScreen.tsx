// 矩阵: every unit of a level × every category, as shares or as has / lacks. A cell leads to the map, a name to the unit.
import "./matrix.css";
import { Input, Segmented, Select } from "antd";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import type { Matrix } from "../../../planning/wire/figuresApi.ts";
import { Problem } from "../../app/Problem.tsx";
import { useBasis, useScreenStanding } from "../../data/basis.ts";
import { pathOf } from "../../data/queries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Skeleton, StateNote } from "../../ui/StateNote.tsx";
import { CoverageMatrix } from "./CoverageMatrix.tsx";
import { filteredRows, type MatrixRow } from "./matrixModel.ts";
import { PresenceMatrix } from "./PresenceMatrix.tsx";
import { useMatrix } from "./useMatrix.ts";

export interface MatrixTableProps {
	readonly matrix: Matrix;
	/** Of all units of the level: columns and colours do not change with the filter. */
	readonly all: readonly MatrixRow[];
	/** Those that the filter leaves. */
	readonly rows: readonly MatrixRow[];
}

/** Which table the address names; the other is the default. */
const TABLE_KEY = "table";

export default function MatrixScreen(): ReactNode {
	const { isKnown } = useScreenStanding();
	return <main className="matrix-page">{isKnown ? <MatrixTables /> : <Skeleton rows={18} />}</main>;
}

function MatrixTables(): ReactNode {
	const { t } = useTranslation();
	const [view, change] = useCityView();
	const [params, setParams] = useSearchParams();
	const basis = useBasis();
	const [text, setText] = useState("");
	const filter = useDeferredValue(text);
	const isPresence = params.get(TABLE_KEY) === "presence";
	const answer = useMatrix(view, isPresence ? "any" : view.mode);
	const rows = useMemo(() => filteredRows(answer.rows, filter), [answer.rows, filter]);
	const choose = (table: string) => {
		const next = new URLSearchParams(params);
		if (table === "presence") next.set(TABLE_KEY, table);
		else next.delete(TABLE_KEY);
		setParams(next, { replace: true });
	};
	return (
		<>
			<div className="matrix-bar">
				<h1>{t("matrix.title")}</h1>
				<Segmented
					value={isPresence ? "presence" : "coverage"}
					options={[
						{ value: "coverage", label: t("matrix.coverage") },
						{ value: "presence", label: t("matrix.presence") },
					]}
					onChange={choose}
				/>
				<Select
					value={view.level}
					aria-label={t("unit.kind")}
					popupMatchSelectWidth={false}
					options={UNIT_KINDS.map((kind) => ({ value: kind, label: t(`level.${kind}`) }))}
					onChange={(level) => change({ level })}
				/>
				{!isPresence && (
					<Segmented<"any" | "own">
						value={view.mode}
						options={[
							{ value: "any", label: t("mode.anyShort") },
							{ value: "own", label: t("mode.ownShort") },
						]}
						onChange={(mode) => change({ mode })}
					/>
				)}
				<Input
					allowClear
					className="matrix-filter"
					value={text}
					placeholder={t("tables.filter")}
					aria-label={t("tables.filter")}
					prefix={<Icon name="search" size={14} />}
					onChange={({ target }) => setText(target.value)}
				/>
				<a
					className="button"
					href={pathOf("exports/matrix.xlsx", {
						...basis,
						level: view.level,
						mode: isPresence ? "any" : view.mode,
						table: isPresence ? "presence" : "coverage",
					})}
					download
					data-testid="matrix-export"
				>
					<Icon name="download" size={14} /> {t("tables.export")}
				</a>
				<span className="muted">{t("matrix.units", { count: rows.length })}</span>
			</div>
			{answer.failed !== null && <Problem query={answer.failed} />}
			{answer.matrix === null && answer.failed === null && (
				<>
					{answer.progressPct !== null && (
						<p role="status">{t("state.running", { pct: answer.progressPct })}</p>
					)}
					<Skeleton rows={18} />
				</>
			)}
			{answer.matrix !== null && answer.rows.length === 0 && (
				<StateNote
					icon="layers"
					words={t("state.noUnits", { level: t(`level.${view.level}`) })}
					detail={t("state.noUnitsHow")}
				/>
			)}
			{answer.matrix !== null && answer.rows.length > 0 && (
				<div className={answer.isStale ? "matrix-body stale" : "matrix-body"}>
					{isPresence ? (
						<PresenceMatrix key={view.level} matrix={answer.matrix} all={answer.rows} rows={rows} />
					) : (
						<CoverageMatrix matrix={answer.matrix} all={answer.rows} rows={rows} />
					)}
				</div>
			)}
		</>
	);
}
