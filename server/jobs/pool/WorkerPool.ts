// Threads that work through batches of tasks, the first batch first. A batch ends whole, failed or cancelled; the
// threads stay for the next one.
import { availableParallelism } from "node:os";
import { Batch, type BatchControl, type BatchOrder } from "./Batch.ts";
import { PoolWorker } from "./PoolWorker.ts";

export interface PoolOptions {
	/** Threads at most; started when there is work for them. Default: one per processor. */
	readonly size?: number | undefined;
	/** The module that the threads run. */
	readonly module: URL;
}

export class WorkerPool {
	readonly size: number;
	private readonly module: URL;
	private readonly workers: PoolWorker[] = [];
	private readonly batches: Batch[] = [];
	private lastBatch = 0;
	private isClosed = false;

	constructor({ size = availableParallelism(), module }: PoolOptions) {
		this.size = Math.max(1, size);
		this.module = module;
	}

	/**
	 * Results of all tasks, in the tasks' order; they are handed out in that order too, so put the largest first.
	 * Rejects with the signal's reason, a task's error, or an Error when a thread ends of itself.
	 */
	async run<R>(order: BatchOrder, control: BatchControl = {}): Promise<R[]> {
		control.signal?.throwIfAborted();
		if (this.isClosed) throw new Error("The worker pool is closed.");
		const batch = new Batch(++this.lastBatch, order, control);
		this.batches.push(batch);
		this.assign();
		try {
			return (await batch.results) as R[];
		} finally {
			this.batches.splice(this.batches.indexOf(batch), 1);
			for (const worker of this.workers) worker.forget(batch.number);
			this.assign();
		}
	}

	/** End all threads; batches under way are rejected. */
	async close(): Promise<void> {
		this.isClosed = true;
		for (const batch of [...this.batches]) batch.fail(new Error("The worker pool is closed."));
		await Promise.all(this.workers.splice(0).map((worker) => worker.end()));
	}

	/** Give every idle thread a task; threads are started while there are more tasks than idle ones. */
	private assign(): void {
		for (const batch of this.batches)
			while (batch.hasTasks) {
				const worker = this.idleWorker();
				if (worker === undefined) return;
				worker.begin(batch, batch.nextTask());
			}
	}

	private idleWorker(): PoolWorker | undefined {
		const idle = this.workers.find((worker) => worker.isIdle);
		if (idle !== undefined || this.workers.length >= this.size || this.isClosed) return idle;
		const worker = new PoolWorker(this.module, {
			freed: () => this.assign(),
			ended: () => {
				this.workers.splice(this.workers.indexOf(worker), 1);
				this.assign();
			},
		});
		this.workers.push(worker);
		return worker;
	}
}
