// What a person does to a plan, done to its history: pure, so that it can be tried without a worker.
import { crossedCells, unitsBeside } from "../../../planning/plan/drawing/looking.ts";
import {
	jump,
	type PlanHistory,
	perform,
	redo,
	remove,
	undo,
} from "../../../planning/plan/history.ts";
import { refusalOf } from "../../../planning/plan/PlanRefusal.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import { type Desk, historyOf } from "./openDesk.ts";
import type { PlanAct, PlanFocus, RefusalNews } from "./planMessages.ts";
import { listRefusal, refusalNews } from "./refusalNews.ts";

/** A line that begins or ends within this of a border begins or ends on it; as edits take it. */
const AT_BORDER_M = 6;

export type Acted =
	/** `left`: steps that could not be done without a removed one. */
	| { readonly history: PlanHistory; readonly left: readonly RefusalNews[] }
	| { readonly refusal: RefusalNews };

export function actOn(
	desk: Desk,
	history: PlanHistory,
	{ act, focus }: { readonly act: PlanAct; readonly focus: PlanFocus },
): Acted {
	switch (act.kind) {
		case "perform":
			return performed(history, act.op);
		case "blade":
			return bladed(history, act.line);
		case "redraw":
			return redrawn(history, focus, act.line);
		case "undo":
			return { history: undo(history), left: [] };
		case "redo":
			return { history: redo(history), left: [] };
		case "jump":
			return { history: jump(history, act.done), left: [] };
		case "remove": {
			const removed = remove(history, act.index);
			const left = removed.conflicts.map((conflict) => listRefusal(history.state, conflict));
			return { history: removed.history, left };
		}
		case "replace": {
			const replaced = historyOf(desk, act.operations, act.done);
			return {
				history: replaced.history,
				left: replaced.refused === null ? [] : [replaced.refused],
			};
		}
	}
}

function performed(history: PlanHistory, op: PlanOperation): Acted {
	const { history: next, refusal } = perform(history, op);
	return refusal === null
		? { history: next, left: [] }
		: { refusal: refusalNews(history.state, op, refusal) };
}

/** Cells that the line only begins or ends in stay whole; refused when none can be cut, for the one it is longest in. */
function bladed(history: PlanHistory, line: Extract<PlanAct, { kind: "blade" }>["line"]): Acted {
	let next = history;
	let first: RefusalNews | null = null;
	const cells = crossedCells(history.state, line);
	for (const cell of cells) {
		const op: PlanOperation = { op: "cut", cell, line };
		const outcome = perform(next, op);
		if (outcome.refusal === null) next = outcome.history;
		else first ??= refusalNews(history.state, op, outcome.refusal);
	}
	if (next !== history) return { history: next, left: [] };
	const outside = refusalOf("cut.outside-city", { at: line[0] ?? null });
	return { refusal: first ?? listRefusal(history.state, { index: 0, refusal: outside }) };
}

/** The two units of the border that both ends lie at; of several pairs the first that is legal. */
function redrawn(
	history: PlanHistory,
	{ layer }: PlanFocus,
	line: Extract<PlanAct, { kind: "redraw" }>["line"],
): Acted {
	const ends = [line.at(0), line.at(-1)].flatMap((end) => (end === undefined ? [] : [end]));
	const pairs = new Map<string, readonly [string, string]>();
	for (const end of ends) {
		const pair = unitsBeside(history.state, layer, end, AT_BORDER_M);
		if (pair !== null) pairs.set([...pair].sort().join(" "), pair);
	}
	let first: RefusalNews | null = null;
	for (const units of pairs.values()) {
		const acted = performed(history, { op: "reshape", layer, units, line });
		if ("history" in acted) return acted;
		first ??= acted.refusal;
	}
	const off = refusalOf("reshape.ends-off-border", { at: line[0] ?? null });
	return { refusal: first ?? listRefusal(history.state, { index: 0, refusal: off }) };
}
