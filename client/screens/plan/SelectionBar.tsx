// What to do with the tool that is taken up, and with the cells that are chosen.
import { Button, Segmented, Select } from "antd";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { UnitKind } from "../../../planning/city/records.ts";
import type { PlanUnitMark } from "../../../planning/plan/drawing/PlanPicture.ts";
import { formatCount } from "../../data/formats.ts";
import type { PlanTable } from "../../data/plan/PlanTable.ts";
import type { PlanFocus, PlanView } from "../../data/plan/planMessages.ts";
import type { Drawing } from "./tools/Drawing.ts";
import { joinable } from "./tools/joinable.ts";
import { LINE_TOOLS } from "./tools/toolList.ts";
import { UnitMenu } from "./UnitMenu.tsx";

interface SelectionBarProps {
	readonly drawing: Drawing;
	readonly table: PlanTable;
	readonly view: PlanView;
	readonly focus: PlanFocus;
}

export function SelectionBar({ drawing, table, view, focus }: SelectionBarProps): ReactNode {
	const { t } = useTranslation();
	const { tool, selected, sketch, firstUnit, isMoving } = drawing;
	const units = useUnits(view, focus.layer);
	const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
	const corners = sketch?.corners.length ?? 0;
	const hint =
		tool === "merge" && firstUnit !== null
			? t("plan.tool.merge.second", { unit: nameOf(firstUnit) })
			: tool === "facility" && isMoving
				? t("plan.tool.facility.second")
				: tool === "link" && drawing.closesStreet
					? t("plan.tool.link.closing")
					: t(`plan.tool.${tool}.how`);
	return (
		<div className="panel selection-bar" data-testid="plan-hint">
			<span className="how">{hint}</span>
			{tool === "brush" && (
				<Select
					size="small"
					className="brush-to"
					aria-label={t("plan.table.brushTo")}
					value={drawing.brushTo ?? ""}
					options={[
						{ value: "", label: t("plan.table.brushAuto") },
						...units.map(({ code, name }) => ({ value: code, label: name })),
					]}
					onChange={(code) => drawing.setBrushTo(code === "" ? null : code)}
					showSearch={{ optionFilterProp: "label" }}
					popupMatchSelectWidth={false}
				/>
			)}
			{tool === "link" && (
				<Segmented<boolean>
					size="small"
					aria-label={t("plan.tool.link.name")}
					value={drawing.closesStreet}
					options={[
						{ value: false, label: t("plan.tool.link.open") },
						{ value: true, label: t("plan.tool.link.close") },
					]}
					onChange={drawing.setClosesStreet}
				/>
			)}
			{LINE_TOOLS.has(tool) && corners > 0 && (
				<>
					<Button size="small" onClick={drawing.takeBack}>
						{t("plan.table.takeBack")}
					</Button>
					{tool !== "link" && (
						<Button
							size="small"
							type="primary"
							disabled={corners < 2}
							onClick={drawing.finish}
							data-testid="plan-finish"
						>
							{t("plan.table.finish")}
						</Button>
					)}
				</>
			)}
			{selected.length > 0 && (
				<Chosen drawing={drawing} table={table} view={view} focus={focus} units={units} />
			)}
		</div>
	);
}

function Chosen({
	drawing,
	table,
	view,
	focus: { layer },
	units,
}: SelectionBarProps & { readonly units: readonly PlanUnitMark[] }): ReactNode {
	const { t } = useTranslation();
	const { selected, select } = drawing;
	const give = (to: string | null) => {
		table.act({ kind: "perform", op: { op: "assign", layer, cells: selected, to } });
	};
	const parts = joinable(selected, view.picture);
	const own = units.find(({ code }) => code === unitOf(selected, view, layer));
	return (
		<>
			<b>{t("plan.table.chosen", { cells: formatCount(selected.length) })}</b>
			{own !== undefined && <UnitMenu unit={own} table={table} drawing={drawing} />}
			<Select
				size="small"
				className="give-to"
				aria-label={t("plan.table.giveTo")}
				placeholder={t("plan.table.giveTo")}
				value={null}
				options={units.map(({ code, name }) => ({ value: code, label: name }))}
				onChange={(code: string | null) => code !== null && give(code)}
				showSearch={{ optionFilterProp: "label" }}
				popupMatchSelectWidth={false}
				data-testid="plan-give"
			/>
			{(layer === "bmu" || layer === "circle") && (
				<Button size="small" onClick={() => give(null)}>
					{t("plan.table.giveNone")}
				</Button>
			)}
			<Button
				size="small"
				onClick={() => drawing.ask({ kind: "create", cells: selected })}
				data-testid="plan-create"
			>
				{t(`plan.table.create.${layer}`)}
			</Button>
			{parts !== null && (
				<Button
					size="small"
					onClick={() => {
						table.act({ kind: "perform", op: { op: "joinCells", cells: selected, into: parts } });
					}}
				>
					{t("plan.table.join")}
				</Button>
			)}
			<Button size="small" type="text" onClick={() => select([])}>
				{t("plan.table.clear")}
			</Button>
		</>
	);
}

/** The one unit of the layer that all chosen cells are in. */
function unitOf(
	selected: readonly string[],
	{ picture: { cells, cellUnits } }: PlanView,
	layer: UnitKind,
): string | undefined {
	const chosen = new Set(selected);
	const codes = new Set(
		cells.flatMap(({ code }, i) => (chosen.has(code) ? [cellUnits[i]?.[layer]] : [])),
	);
	return codes.size === 1 ? [...codes][0] : undefined;
}

function useUnits({ picture: { units } }: PlanView, layer: UnitKind): readonly PlanUnitMark[] {
	return useMemo(() => units.filter(({ kind }) => kind === layer), [units, layer]);
}
