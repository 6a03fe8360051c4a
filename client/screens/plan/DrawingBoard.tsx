// The drawing table itself: tools, map, what the plan does, alternatives. State lives in the table; this puts it together.
import { useLayoutEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { KeptPlan } from "../../../planning/wire/plansApi.ts";
import { usePreferences } from "../../app/preferences.tsx";
import type { PlanOpened, PlanView } from "../../data/plan/planMessages.ts";
import { useCanDraw } from "../../data/plan/useCanDraw.ts";
import type { PlanMap } from "../../map/plan/PlanMap.ts";
import { PlanMapView } from "../../map/plan/PlanMapView.tsx";
import { Alternatives } from "./Alternatives.tsx";
import { CompareBoard } from "./CompareBoard.tsx";
import { ConflictDialog } from "./dialogs/ConflictDialog.tsx";
import { PlanDialogs } from "./dialogs/PlanDialogs.tsx";
import { LeftNote } from "./LeftNote.tsx";
import { PlanLegend } from "./PlanLegend.tsx";
import type { Room } from "./panel/besideCursor.ts";
import { ChangePanel } from "./panel/ChangePanel.tsx";
import { RefusalCard } from "./panel/RefusalCard.tsx";
import { planScene } from "./planScene.ts";
import { SelectionBar } from "./SelectionBar.tsx";
import type { Showing } from "./showings.ts";
import { TableBar } from "./TableBar.tsx";
import { ToolBar } from "./ToolBar.tsx";
import { HOLDS_MAP } from "./tools/toolList.ts";
import { useDrawing } from "./tools/useDrawing.ts";
import { usePanKey } from "./tools/usePanKey.ts";
import { useTableKeys } from "./tools/useTableKeys.ts";
import { type DrawingTable, useTableState } from "./useDrawingTable.ts";

/** What the panels cover; on a telephone they lie below the map. */
function tablePadding() {
	if (window.innerWidth < 768) return { top: 16, right: 16, bottom: 16, left: 16 };
	const right = window.innerWidth < 1280 ? 378 : 440;
	return { top: 124, right, bottom: 210, left: 96 };
}

/** What the panels leave free of the map. */
function roomOf(map: PlanMap | null): Room {
	const { top, right, left } = tablePadding();
	const box = map?.map.getContainer();
	const [widthPx, heightPx] = [box?.clientWidth ?? 0, box?.clientHeight ?? 0];
	return {
		leftPx: left,
		topPx: top,
		widthPx: widthPx - left - right,
		heightPx: heightPx - top - 16,
	};
}

interface BoardProps {
	readonly plan: KeptPlan;
	readonly made: DrawingTable;
	readonly view: PlanView;
	readonly opened: PlanOpened;
}

export function DrawingBoard({ plan, made, view, opened }: BoardProps) {
	const { t } = useTranslation();
	const { theme } = usePreferences();
	const { table, keeper, restored } = made;
	const { focus, refusal, left } = useTableState(table);
	const canDraw = useCanDraw();
	const drawing = useDrawing(canDraw ? table : null, view.version);
	const [showing, setShowing] = useState<Showing>("difference");
	const [pointed, setPointed] = useState<readonly string[]>([]);
	const [map, setMap] = useState<PlanMap | null>(null);
	const isPanning = usePanKey();
	const [search] = useSearchParams();
	const scopeName = view.picture.units.find(
		({ kind, code }) => kind === "district" && code === search.get("district"),
	)?.name;
	const compared = search.get("compare");
	useTableKeys({ table, drawing, map, showing, setShowing, isOn: canDraw && compared === null });
	// figures, map and list stand on the page by now
	// biome-ignore lint/correctness/useExhaustiveDependencies: every view is drawn
	useLayoutEffect(() => table.drawn(), [table, view, refusal]);
	const { selected, sketch } = drawing;
	const scene = useMemo(
		() => planScene({ theme, view, focus, showing, opened, selected, sketch, refusal, pointed }),
		[theme, view, focus, showing, opened, selected, sketch, refusal, pointed],
	);
	if (compared !== null) return <CompareBoard plan={plan} table={table} opened={opened} />;
	return (
		<>
			<PlanMapView
				scene={scene}
				bbox={opened.bbox}
				padding={tablePadding()}
				isStill={canDraw && HOLDS_MAP.has(drawing.tool) && !isPanning}
				events={drawing.events}
				label={t("plan.table.map")}
				fallback={<p>{t("state.noWebGl")}</p>}
				onMap={setMap}
			/>
			{canDraw && <ToolBar tool={drawing.tool} onTake={drawing.take} />}
			<TableBar
				{...{ plan, keeper, showing, canDraw }}
				done={view.done}
				stepCount={view.steps.length}
				onShow={setShowing}
				onAct={table.act}
			/>
			{canDraw ? (
				<SelectionBar {...{ drawing, table, view, focus }} />
			) : (
				<p className="panel selection-bar">{t("plan.table.lookOnly")}</p>
			)}
			<LeftNote left={left} restored={restored} onClose={table.dismiss} />
			<ChangePanel
				{...{ view, focus }}
				snapshotWords={t("plan.table.snapshot", { hash: plan.snapshot.slice(0, 8) })}
				{...(scopeName === undefined ? {} : { scopeName })}
				onFocus={table.focusOn}
				onAct={table.act}
				onShowCells={setPointed}
			/>
			<PlanLegend />
			<Alternatives {...{ plan, table, view, focus }} />
			{refusal !== null && (
				<RefusalCard
					refusal={refusal}
					at={drawing.pointer}
					room={roomOf(map)}
					onAdopt={table.adopt}
					onDismiss={table.dismiss}
				/>
			)}
			<PlanDialogs {...{ drawing, table, view, focus }} />
			<ConflictDialog keeper={keeper} />
		</>
	);
}
