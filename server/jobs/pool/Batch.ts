// The tasks of one call: what is left, how far it is, how it ended.
import type { BatchLoad } from "./messages.ts";

export interface BatchOrder {
	/** A program of the pool's module. */
	readonly program: string;
	readonly load: unknown;
	readonly tasks: readonly BatchTask[];
}

export interface BatchTask {
	readonly input: unknown;
	/** How much work it is, in any unit. */
	readonly weight: number;
}

export interface BatchControl {
	/** Aborting rejects at once; threads stop at their next checkpoint. */
	readonly signal?: AbortSignal | undefined;
	/** Share of the work done, 0 to 1, rising. */
	readonly progress?: ((share: number) => void) | undefined;
}

export class Batch {
	readonly number: number;
	/** Settles when the last task is done, or the batch has failed or been cancelled. */
	readonly results: Promise<unknown[]>;
	readonly load: BatchLoad;
	private readonly tasks: readonly BatchTask[];
	private readonly found: unknown[];
	private readonly share: Float64Array;
	private readonly totalWeight: number;
	private readonly progress: (share: number) => void;
	private toldShare = 0;
	private handedOut = 0;
	private doneCount = 0;
	private isOver = false;
	private settle!: { resolve: (results: unknown[]) => void; reject: (error: unknown) => void };

	constructor(number: number, { program, load, tasks }: BatchOrder, control: BatchControl) {
		const { signal, progress = () => undefined } = control;
		this.number = number;
		this.tasks = tasks;
		this.found = tasks.map(() => undefined);
		this.share = new Float64Array(tasks.length);
		this.totalWeight = tasks.reduce((sum, { weight }) => sum + weight, 0);
		this.progress = progress;
		const stop = new Int32Array(new SharedArrayBuffer(4));
		this.load = { batch: number, program, load, stop };
		this.results = new Promise((resolve, reject) => {
			this.settle = { resolve, reject };
		});
		const onAbort = () => this.fail(signal?.reason);
		signal?.addEventListener("abort", onAbort, { once: true });
		const forget = () => signal?.removeEventListener("abort", onAbort);
		this.results.then(forget, forget);
		if (tasks.length === 0) this.end(() => this.settle.resolve([]));
	}

	get hasTasks(): boolean {
		return !this.isOver && this.handedOut < this.tasks.length;
	}

	nextTask(): { readonly number: number; readonly input: unknown } {
		const number = this.handedOut++;
		return { number, input: this.tasks[number]?.input };
	}

	/** A task is so far, 0 to 1. */
	advance(task: number, share: number): void {
		if (this.isOver) return;
		this.share[task] = Math.max(this.share[task] ?? 0, share);
		const done = this.share.reduce((sum, part, i) => sum + part * (this.tasks[i]?.weight ?? 0), 0);
		const whole = this.totalWeight > 0 ? done / this.totalWeight : 0;
		if (whole <= this.toldShare) return;
		this.toldShare = Math.min(1, whole);
		this.progress(this.toldShare);
	}

	finish(task: number, result: unknown): void {
		if (this.isOver) return;
		this.found[task] = result;
		this.doneCount++;
		this.advance(task, 1);
		if (this.doneCount === this.tasks.length) this.end(() => this.settle.resolve(this.found));
	}

	/** End it; threads at work on it stop at their next checkpoint. */
	fail(error: unknown): void {
		this.end(() => this.settle.reject(error));
	}

	private end(conclude: () => void): void {
		if (this.isOver) return;
		this.isOver = true;
		Atomics.store(this.load.stop, 0, 1);
		conclude();
	}
}
