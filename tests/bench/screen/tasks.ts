// How long the page's main thread is busy at a stretch, as the browser's own trace tells it: a finger that drags feels the
// longest task. Its processor time is the page's own work; its whole time has in it what it waited for the software painter
// (reading the map back takes most of a task, and nothing where a graphics card paints) and for other processes.
import type { CDPSession, Page } from "playwright-core";

export interface LongestTasks {
	readonly ownMs: number;
	readonly wholeMs: number;
}

/** One event of a trace; times in microseconds. */
interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	readonly dur?: number;
	/** Processor time of the thread within it. */
	readonly tdur?: number;
	readonly args: { readonly name?: string };
}

/** The longest task by each clock while `act` goes on. */
export async function longestTasks(page: Page, act: () => Promise<void>): Promise<LongestTasks> {
	const session = await page.context().newCDPSession(page);
	const events = await tracedEvents(session, act);
	await session.detach();
	const tasks = mainThreadTasks(events);
	if (tasks.length === 0) throw new Error(`No task of a page among ${events.length} events.`);
	const longest = (of: (task: TraceEvent) => number | undefined) =>
		tasks.reduce((most, task) => Math.max(most, of(task) ?? 0), 0) / 1_000;
	return { ownMs: longest(({ tdur }) => tdur), wholeMs: longest(({ dur }) => dur) };
}

async function tracedEvents(session: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
	const events: TraceEvent[] = [];
	session.on("Tracing.dataCollected", ({ value }) => {
		for (const event of value) events.push(event as unknown as TraceEvent);
	});
	const complete = new Promise<void>((resolve) => {
		session.once("Tracing.tracingComplete", () => resolve());
	});
	await session.send("Tracing.start", {
		transferMode: "ReportEvents",
		traceConfig: { includedCategories: ["toplevel"], excludedCategories: ["*"] },
	});
	await act();
	await session.send("Tracing.end");
	await complete;
	return events;
}

/** Of the busiest page: others, such as one kept ready by the browser, do nothing. */
function mainThreadTasks(events: readonly TraceEvent[]): readonly TraceEvent[] {
	const pages = events
		.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
		.map((page) =>
			events.filter(
				({ name, ph, pid, tid }) =>
					ph === "X" && name.endsWith("RunTask") && pid === page.pid && tid === page.tid,
			),
		);
	return pages.toSorted((a, b) => b.length - a.length)[0] ?? [];
}
