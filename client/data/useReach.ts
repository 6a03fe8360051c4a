// Ask the district's pack from a component: the answer, how far it is, or why there is none. The worker is made once.
import { useEffect, useState } from "react";
import type { ReachAnswer, ReachNews, ReachOrder, ReachQuestion } from "./reachMessages.ts";

export type ReachState =
	| { readonly status: "idle" }
	/** `last` is the answer to an earlier question of the same component. */
	| { readonly status: "asking"; readonly pct: number; readonly last: ReachAnswer | null }
	| { readonly status: "done"; readonly answer: ReachAnswer }
	| { readonly status: "failed"; readonly code: string; readonly longestS: number | null };

/** The answer to a question; null asks nothing. A question that is replaced is cancelled. */
export function useReach(question: ReachQuestion | null): ReachState {
	const [state, setState] = useState<ReachState>({ status: "idle" });
	const asked = question === null ? null : JSON.stringify(question);
	useEffect(() => {
		if (asked === null) {
			setState({ status: "idle" });
			return;
		}
		setState((before) => ({ status: "asking", pct: 0, last: answerIn(before) }));
		return askReach(JSON.parse(asked) as ReachQuestion, (news) => {
			setState((before) => stateAfter(before, news));
		});
	}, [asked]);
	return state;
}

function stateAfter(before: ReachState, news: ReachNews): ReachState {
	if (news.kind === "answer") return { status: "done", answer: news.answer };
	if (news.kind === "failed")
		return { status: "failed", code: news.code, longestS: news.longestS ?? null };
	return { status: "asking", pct: news.pct, last: answerIn(before) };
}

function answerIn(state: ReachState): ReachAnswer | null {
	if (state.status === "done") return state.answer;
	return state.status === "asking" ? state.last : null;
}

const listeners = new Map<number, (news: ReachNews) => void>();
let worker: Worker | null = null;
let lastNumber = 0;

/** Ask; the returned function cancels. */
function askReach(question: ReachQuestion, listen: (news: ReachNews) => void): () => void {
	const number = ++lastNumber;
	listeners.set(number, listen);
	tell({ kind: "ask", number, question });
	return () => {
		if (listeners.delete(number)) tell({ kind: "cancel", number });
	};
}

function tell(order: ReachOrder): void {
	worker ??= startWorker();
	worker.postMessage(order);
}

function startWorker(): Worker {
	const made = new Worker(new URL("./reachWorker.ts", import.meta.url), { type: "module" });
	made.onmessage = ({ data: news }: MessageEvent<ReachNews>) => {
		listeners.get(news.number)?.(news);
		if (news.kind !== "progress") listeners.delete(news.number);
	};
	made.onerror = () => {
		// a worker that does not start answers nobody; the next question tries again
		worker = null;
		for (const [number, listen] of listeners) listen({ kind: "failed", number, code: "failed" });
		listeners.clear();
	};
	return made;
}
