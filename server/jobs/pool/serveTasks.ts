// The inside of a pool's thread: programs that make, from a batch's load, a function for its tasks.
import { parentPort } from "node:worker_threads";
import type { PoolNews, PoolOrder } from "./messages.ts";

/** Called between steps of a task with the share done; throws when the batch is to stop. */
export type Checkpoint = (share: number) => void;
/** Made once per batch and thread. A promise is waited for. */
export type Program = (load: never) => (input: never, checkpoint: Checkpoint) => unknown;

class Stopped extends Error {}

interface Loaded {
	readonly stop: Int32Array;
	readonly work: (input: never, checkpoint: Checkpoint) => unknown;
}

/** Answer the pool's orders with these programs. */
export function serveTasks(programs: Readonly<Record<string, Program>>): void {
	const loaded = new Map<number, () => Loaded>();
	const say = (news: PoolNews) => parentPort?.postMessage(news);

	parentPort?.on("message", (order: PoolOrder) => {
		if (order.kind === "load") {
			const { batch, program, load, stop } = order.load;
			loaded.set(
				batch,
				once(() => ({ stop, work: programOf(program)(load as never) })),
			);
		} else if (order.kind === "forget") loaded.delete(order.batch);
		else void answer(order).then(say);
	});

	async function answer({ batch, task, input }: PoolOrder & { kind: "task" }): Promise<PoolNews> {
		try {
			const prepared = loaded.get(batch);
			if (prepared === undefined) throw new Stopped();
			const { stop, work } = prepared();
			const result = await work(input as never, (share) => {
				if (Atomics.load(stop, 0) !== 0) throw new Stopped();
				say({ kind: "share", batch, task, share });
			});
			return { kind: "done", batch, task, result };
		} catch (error) {
			return error instanceof Stopped
				? { kind: "stopped", batch, task }
				: { kind: "failed", batch, task, error };
		}
	}

	function programOf(name: string): Program {
		const program = programs[name];
		if (program === undefined) throw new Error(`The pool has no program ${name}.`);
		return program;
	}
}

function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
