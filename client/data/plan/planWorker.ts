// The worker's shell: messages in and out, bytes from the server. What it does with them is in PlanDesk.ts.
import { fetchBytes } from "../fetchBytes.ts";
import { PlanDesk } from "./PlanDesk.ts";
import type { PlanNews, PlanOrder } from "./planMessages.ts";

/** The part of a worker's own scope that is used here. */
interface Scope {
	onmessage: ((message: MessageEvent<PlanOrder>) => void) | null;
	postMessage(news: PlanNews): void;
}
const scope = self as unknown as Scope;
const desk = new PlanDesk(fetchBytes, (news) => scope.postMessage(news));

/** Orders in the order they came; strokes that queue up behind a slow one become one. */
const queue: PlanOrder[] = [];
let isWorking = false;
scope.onmessage = ({ data }) => {
	const last = queue.at(-1);
	if (data.kind === "brush" && !data.isStart && last?.kind === "brush")
		queue[queue.length - 1] = {
			...data,
			isStart: last.isStart,
			to: last.to,
			line: [...last.line, ...data.line],
		};
	else queue.push(data);
	if (!isWorking) void work();
};

async function work(): Promise<void> {
	isWorking = true;
	for (let order = queue.shift(); order !== undefined; order = queue.shift()) {
		await desk.handle(order).catch((error: unknown) => console.error(error));
		await new Promise((resolve) => setTimeout(resolve)); // what has come meanwhile joins the queue
	}
	isWorking = false;
}
