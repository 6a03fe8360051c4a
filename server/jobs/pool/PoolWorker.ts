// One thread of a pool, from outside: idle or at one task. It does not keep the process alive while idle.
import { Worker } from "node:worker_threads";
import type { Batch } from "./Batch.ts";
import type { PoolNews, PoolOrder } from "./messages.ts";

interface Listener {
	/** The thread is idle again. */
	readonly freed: () => void;
	/** The thread is gone. */
	readonly ended: () => void;
}

export class PoolWorker {
	private readonly worker: Worker;
	private readonly listener: Listener;
	private readonly loaded = new Set<number>();
	private current: { readonly batch: Batch; readonly task: number } | undefined;
	private lastError: Error | undefined;

	constructor(module: URL, listener: Listener) {
		this.listener = listener;
		this.worker = new Worker(module);
		this.worker.on("message", (news: PoolNews) => this.hear(news));
		this.worker.on("error", (error) => {
			this.lastError = error;
		});
		this.worker.on("exit", (code) => this.exited(code));
		this.worker.unref(); // last: listening to messages takes hold of the process again
	}

	get isIdle(): boolean {
		return this.current === undefined;
	}

	begin(batch: Batch, task: { readonly number: number; readonly input: unknown }): void {
		this.current = { batch, task: task.number };
		this.worker.ref();
		if (!this.loaded.has(batch.number)) {
			this.loaded.add(batch.number);
			this.say({ kind: "load", load: batch.load });
		}
		this.say({ kind: "task", batch: batch.number, task: task.number, input: task.input });
	}

	/** Let go of what a batch had loaded. */
	forget(batch: number): void {
		if (this.loaded.delete(batch)) this.say({ kind: "forget", batch });
	}

	async end(): Promise<void> {
		this.worker.removeAllListeners("exit");
		await this.worker.terminate();
	}

	private say(order: PoolOrder): void {
		this.worker.postMessage(order);
	}

	private hear(news: PoolNews): void {
		if (this.current === undefined) return;
		const { batch, task } = this.current;
		if (news.kind === "share") {
			batch.advance(task, news.share);
			return;
		}
		this.current = undefined;
		this.worker.unref();
		if (news.kind === "done") batch.finish(task, news.result);
		if (news.kind === "failed") batch.fail(news.error);
		this.listener.freed();
	}

	/** Out of memory, a crash: whoever waits is told, and the pool starts another when it needs one. */
	private exited(code: number): void {
		const why = this.lastError === undefined ? `code ${code}` : this.lastError.message;
		this.current?.batch.fail(
			new Error(`An analysis thread ended before its task was done: ${why}.`, {
				cause: this.lastError,
			}),
		);
		this.current = undefined;
		this.listener.ended();
	}
}
