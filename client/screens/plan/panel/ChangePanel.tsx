// 变化: what the plan does, at every moment of drawing. Values in, wishes out.
import "./change.css";
import { type ReactNode, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../../data/formats.ts";
import { hasOwnMode } from "../../../data/plan/planFigures.ts";
import type { PlanAct, PlanFocus, PlanView } from "../../../data/plan/planMessages.ts";
import { ChangeHeadline } from "./ChangeHeadline.tsx";
import { FlagChanges } from "./FlagChanges.tsx";
import { FocusPickers } from "./FocusPickers.tsx";
import { type Listed, nextListed } from "./listedUnits.ts";
import { MovedWalks } from "./MovedWalks.tsx";
import { movedCommittees } from "./movedCommittees.ts";
import { OriginPopover } from "./OriginPopover.tsx";
import type { Asked } from "./origin.ts";
import { StepList } from "./StepList.tsx";
import { UnitTable } from "./UnitTable.tsx";

/** Callbacks that stay the same spare what does not change while a brush moves from being drawn again. */
interface ChangePanelProps {
	readonly view: PlanView;
	readonly focus: PlanFocus;
	/** The snapshot that everything is compared with. */
	readonly snapshotWords: string;
	/** Whose people are counted: the district's name, or the city's. */
	readonly scopeName?: string;
	onFocus(focus: PlanFocus): void;
	onAct(act: PlanAct): void;
	/** Cells to be shown on the map; none: no more. */
	onShowCells(cells: readonly string[]): void;
}

export function ChangePanel(props: ChangePanelProps): ReactNode {
	const { view, focus, snapshotWords, scopeName, onFocus, onAct, onShowCells } = props;
	const { t } = useTranslation();
	const [asked, setAsked] = useState<Asked | null>(null);
	const close = useCallback(() => setAsked(null), []);
	const listed = useListed(view, focus);
	const scope = scopeName ?? t("plan.panel.total");
	return (
		<aside className="panel analysis plan-change" aria-label={t("plan.panel.title")}>
			<Head view={view} focus={focus} unitCount={listed.units.length} />
			<FocusPickers
				hasOwn={hasOwnMode(view.measurement.total, focus.category)}
				focus={focus}
				onFocus={onFocus}
			/>
			<ChangeHeadline measurement={view.measurement} focus={focus} onAsk={setAsked} />
			<div className="scroll plan-scroll" onScroll={close}>
				<UnitTable {...{ listed, focus, scope }} total={view.measurement.total} onAsk={setAsked} />
				<MovedWalks
					walks={view.walks}
					hasMoved={view.moved.residents > 0}
					focus={focus}
					total={view.measurement.total}
				/>
				<FlagChanges view={view} />
			</div>
			<StepList
				steps={view.steps}
				done={view.done}
				version={view.version}
				onAct={onAct}
				onShowCells={onShowCells}
			/>
			{asked !== null && (
				<OriginPopover
					{...{ asked, focus, listed, snapshotWords, scope }}
					measurement={view.measurement}
					onClose={close}
				/>
			)}
		</aside>
	);
}

/** Follows the view within the same rendering, so that no row is drawn where the next one will stand. */
function useListed(view: PlanView, { layer }: PlanFocus): Listed {
	const [listed, setListed] = useState<Listed | null>(null);
	const next = nextListed(listed, view, layer);
	if (next !== listed) setListed(next);
	return next;
}

interface HeadProps {
	readonly view: PlanView;
	readonly focus: PlanFocus;
	readonly unitCount: number;
}

function Head({ view, focus: { layer }, unitCount }: HeadProps): ReactNode {
	const { t } = useTranslation();
	const { cells, residents } = view.moved;
	return (
		<div className="panel-title">
			<h2>{t("plan.panel.title")}</h2>
			<span className="muted right" data-testid="plan-moved">
				{t(layer === "committee" ? "plan.panel.movedCells" : "plan.panel.moved", {
					units: formatCount(unitCount),
					level: t(`plan.panel.level.${layer}`),
					people: formatCount(residents),
					committees: formatCount(movedCommittees(view.picture, layer)),
					cells: formatCount(cells),
				})}
			</span>
		</div>
	);
}
