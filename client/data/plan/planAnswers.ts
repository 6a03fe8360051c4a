// What an open plan answers to each order. A table, one entry per order.
import { followStreets } from "../../../planning/plan/drawing/followStreets.ts";
import { cellsInRing, placeNews } from "../../../planning/plan/drawing/looking.ts";
import { snapPlace, snapToBorder } from "../../../planning/plan/drawing/snapping.ts";
import { beginStroke, continueStroke } from "../../../planning/plan/drawing/stroke.ts";
import { perform } from "../../../planning/plan/history.ts";
import { mergePlans } from "../../../planning/plan/mergePlans.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import { historyOf } from "./openDesk.ts";
import { type OpenPlan, shown } from "./openPlan.ts";
import { actOn } from "./planActs.ts";
import type { PlanNews, PlanOrder, Snapped } from "./planMessages.ts";
import { planSteps, planView } from "./planView.ts";
import { refusalNews } from "./refusalNews.ts";

type Kind = Exclude<PlanOrder["kind"], "open">;
type OrderOf<K extends Kind> = Extract<PlanOrder, { kind: K }>;
type Answers = {
	readonly [K in Kind]: (open: OpenPlan, order: OrderOf<K>) => PlanNews;
};

const ANSWERS: Answers = {
	focus(open, { number, focus }) {
		open.focus = focus;
		return shown(number, open);
	},
	act(open, { number, act }) {
		open.stroke = null;
		const acted = actOn(open.desk, open.history, { act, focus: open.focus });
		if ("refusal" in acted) return { kind: "refused", number, refusal: acted.refusal };
		if (acted.history !== open.history) open.version++;
		open.history = acted.history;
		return shown(number, open, acted.left);
	},
	brush(open, { number, line, to, isStart }) {
		const { state } = open.history;
		const [first] = line;
		if (isStart && first !== undefined)
			open.stroke = beginStroke(state, open.focus.layer, { place: first, to });
		if (open.stroke === null) return shown(number, open);
		const stroke = continueStroke(open.stroke, line);
		open.stroke = stroke;
		if (stroke.refused === null) return shown(number, open);
		const { op, refusal } = stroke.refused;
		return { kind: "refused", number, refusal: refusalNews(stroke.start, op, refusal) };
	},
	/** A stroke that was refused as a whole leaves the plan as it was: what is legal of it is offered, not done. */
	brushEnd(open, { number, isKept }) {
		const { stroke } = open;
		open.stroke = null;
		if (stroke !== null && isKept && stroke.op !== null && stroke.refused === null) {
			const { history, refusal } = perform(open.history, stroke.op);
			if (refusal !== null) throw new Error(`A stroke that was legal is refused: ${refusal.code}.`);
			open.history = history;
			open.version++;
		}
		return shown(number, open);
	},
	lasso({ desk, history, focus }, { number, ring }) {
		const { cells } = desk.painter.picture(history.state, { category: focus.category });
		return { kind: "cells", number, cells: cellsInRing(cells, ring) };
	},
	place: ({ history, focus }, { number, at, reachM }) => ({
		...{ kind: "place", number },
		place: placeNews(history.state, { ...focus, at, reachM }),
	}),
	snap: (open, order) => ({
		...{ kind: "snapped", number: order.number },
		snapped: snapped(open, order),
	}),
	save({ history, version }, { number, isHashed }) {
		const { operations, done, state } = history;
		const hash = isHashed ? planHash(state) : "";
		return { kind: "toSave", number, plan: { operations, done, version, hash } };
	},
	/** The next measure goes on from whatever was measured last, so that looking aside costs two differences. */
	look({ desk, focus, looker }, { number, list }) {
		const { history } = historyOf(desk, list.operations, list.done);
		const steps = planSteps(history);
		const aside = { history, state: history.state, steps, version: 0, isPreview: false };
		return { kind: "looked", number, view: planView({ ...desk, painter: looker }, focus, aside) };
	},
	merge({ history: { base, operations, done } }, { number, common, theirs }) {
		const mine = { operations, done };
		return { kind: "merged", number, merged: mergePlans({ base, common, theirs, mine }) };
	},
};

export function answerOf(open: OpenPlan, order: Exclude<PlanOrder, { kind: "open" }>): PlanNews {
	const answer = ANSWERS[order.kind] as (open: OpenPlan, order: OrderOf<Kind>) => PlanNews;
	return answer(open, order);
}

function snapped({ desk, history, focus }: OpenPlan, order: OrderOf<"snap">): Snapped {
	const { at, before, reachM, isFree, isBorder } = order;
	const { state } = history;
	const ground = { tiling: state.tiling, arcs: desk.painter.arcsOf(state) };
	const border = isBorder && !isFree ? snapToBorder(state, focus.layer, at, reachM) : null;
	const place = isFree ? { at, to: null } : (border ?? snapPlace(desk.snaps(), ground, at, reachM));
	const straight = before === null ? [place.at] : [before, place.at];
	const along =
		before === null || isFree ? null : followStreets(desk.base.attacher(), before, place.at);
	return { ...place, path: along ?? straight };
}
