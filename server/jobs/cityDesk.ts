// One thread per snapshot that keeps its city attached and answers questions about it, so that the HTTP loop never
// waits for a kernel. It starts when first asked and ends when nobody has asked for a while.
import { Worker } from "node:worker_threads";
import type { City } from "../../planning/coverage/analysis.ts";
import type { DeskKind, DeskNews, DeskOrder, DeskQuestions } from "./deskWorker.ts";

/** A city of Shanghai's size takes 2 GB there. */
const IDLE_MS = 5 * 60_000;

export interface CityDesk {
	/** Rejects with the error of the question, or of the thread; the next question starts a new one. */
	ask<K extends DeskKind>(
		kind: K,
		asked: DeskQuestions[K]["asked"],
	): Promise<DeskQuestions[K]["answer"]>;
	/** End the thread; questions under way are rejected. */
	close(): void;
}

interface Waiting {
	resolve(answer: unknown): void;
	reject(error: unknown): void;
}

/** `load` is called whenever a thread starts. */
export function createCityDesk(load: () => Promise<City>, idleMs: number = IDLE_MS): CityDesk {
	const waiting = new Map<number, Waiting>();
	let thread: Promise<Worker> | null = null;
	let present: Worker | null = null;
	let idle: NodeJS.Timeout | undefined;
	let lastNumber = 0;

	return {
		async ask(kind, asked) {
			clearTimeout(idle);
			const number = ++lastNumber;
			const answered = new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
			answered.catch(() => undefined); // awaited below, unless the thread does not even start
			try {
				thread ??= start();
				const order: DeskOrder = { number, kind, asked };
				(await thread).postMessage(order);
				return (await answered) as never;
			} finally {
				waiting.delete(number);
				if (waiting.size === 0) idle = setTimeout(() => end(), idleMs).unref();
			}
		},
		close: () => end(new Error("The server is closing.")),
	};

	async function start(): Promise<Worker> {
		try {
			const city = await load();
			const worker = new Worker(new URL("./deskWorker.mjs", import.meta.url), { workerData: city });
			worker.on("message", (news: DeskNews) => {
				const one = waiting.get(news.number);
				if ("error" in news) one?.reject(news.error);
				else one?.resolve(news.answer);
			});
			worker.once("error", (error) => lose(worker, error));
			worker.once("exit", (code) =>
				lose(worker, new Error(`The thread of a city ended with code ${code}.`)),
			);
			// a caller that waits keeps the process alive by its own connection; listening has taken hold of it again
			worker.unref();
			present = worker;
			return worker;
		} catch (error) {
			thread = null;
			throw error;
		}
	}

	/** A thread that died by itself; one that was ended, or followed by another, is not missed. */
	function lose(worker: Worker, error: Error): void {
		if (worker === present) end(error);
	}

	function end(error?: Error): void {
		const ending = thread;
		thread = null;
		present = null;
		for (const one of waiting.values()) one.reject(error);
		ending?.then((worker) => worker.terminate()).catch(() => undefined);
	}
}
