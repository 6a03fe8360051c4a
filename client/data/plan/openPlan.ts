// One open plan in the worker: its desk, its history, the stroke that is being drawn; and opening it.
import { PlanPainter } from "../../../planning/plan/drawing/PlanPainter.ts";
import type { PlanPicture } from "../../../planning/plan/drawing/PlanPicture.ts";
import type { Stroke } from "../../../planning/plan/drawing/stroke.ts";
import type { PlanHistory } from "../../../planning/plan/history.ts";
import type { PlanState } from "../../../planning/plan/PlanState.ts";
import { boxOfPicture } from "./boxOfPicture.ts";
import { type Desk, historyOf } from "./openDesk.ts";
import type { PlanFocus, PlanNews, PlanOrder, PlanView, RefusalNews } from "./planMessages.ts";
import { planSteps, planView } from "./planView.ts";

export interface OpenPlan {
	/** Snapshot and district of the desk. */
	readonly name: string;
	readonly desk: Desk;
	history: PlanHistory;
	focus: PlanFocus;
	stroke: Stroke | null;
	version: number;
	/** The picture that the page has. */
	sent: PlanPicture | null;
	/** Draws what is only looked at. */
	readonly looker: PlanPainter;
}

type OpenOrder = Pick<Extract<PlanOrder, { kind: "open" }>, "number" | "opening" | "focus">;

/** The plan on its desk, and what the page is told of it. */
export function openPlan(
	name: string,
	desk: Desk,
	{ number, opening, focus }: OpenOrder,
): { readonly open: OpenPlan; readonly news: PlanNews } {
	const { history, refused } = historyOf(desk, opening.operations, opening.done);
	const open: OpenPlan = {
		...{ name, desk, history, focus, stroke: null },
		...{ version: 0, sent: null, looker: new PlanPainter(desk.area) },
	};
	const view = viewNow(open, history.state);
	open.sent = view.picture;
	const { residences } = desk.pack;
	const opened = {
		homes: Float64Array.from(residences.flatMap(({ lonLat }) => [...lonLat])),
		residents: Float64Array.from(residences, ({ residents }) => residents),
		bbox: boxOfPicture(view.picture),
		refused,
	};
	return { open, news: { kind: "opened", number, view, opened } };
}

/** A state of the plan: its history's, or a stroke's. */
export function viewNow({ desk, history, focus, version, stroke }: OpenPlan, state: PlanState) {
	const steps = planSteps(history);
	return planView(desk, focus, { history, state, steps, version, isPreview: stroke !== null });
}

/** The plan as it is now; of the picture only what the page has not. */
export function shown(number: number, open: OpenPlan, left: readonly RefusalNews[] = []): PlanNews {
	const { sent } = open;
	const view: PlanView = viewNow(open, open.stroke?.state ?? open.history.state);
	open.sent = view.picture;
	const picture = Object.fromEntries(
		Object.entries(view.picture).filter(
			([part, value]) => sent?.[part as keyof PlanPicture] !== value,
		),
	);
	return { kind: "view", number, view: { ...view, picture }, left };
}
