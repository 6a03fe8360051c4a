// Kernels of imports on one thread of their own, started when the first large one comes. While one works, its elapsed
// seconds are told, so that nobody who watches is left without news.
import type { ImportControl } from "../commands/ImportControl.ts";
import { AT } from "../commands/ImportControl.ts";
import { type KernelName, type RunKernel, runHere } from "../commands/kernels.ts";
import type { Words } from "../errors.ts";
import { WorkerPool } from "./pool/WorkerPool.ts";

export interface KernelPool {
	/** The control of one import, with its kernels done here. */
	control(control: ImportControl): ImportControl;
	close(): Promise<void>;
}

/** Smaller work is over before a thread has been handed it. */
const SMALL = 500;
const NEWS_MS = 1_000;

const WORDS: Readonly<Record<KernelName, Words>> = {
	mend: AT.mending,
	fit: AT.fitting,
	relations: AT.relating,
	suggest: AT.suggesting,
	compare: AT.comparing,
};

export function createKernelPool(): KernelPool {
	const module = new URL("./kernelWorker.mjs", import.meta.url);
	const pool = new WorkerPool({ size: 1, module });

	const control = (of: ImportControl): ImportControl => {
		const runKernel: RunKernel = async (name, ...given) => {
			if (given.every(isSmall)) return runHere(name, ...given);
			const order = {
				program: "kernel",
				load: null,
				tasks: [{ input: { name, given }, weight: 1 }],
			};
			const running = pool.run<never>(order, { signal: of.signal });
			const [result] = await withNews(running, of, WORDS[name]);
			return result as never;
		};
		return { ...of, runKernel };
	};
	return { control, close: () => pool.close() };
}

/** Of what a kernel is given: lists, and values that hold lists. */
function isSmall(given: unknown): boolean {
	if (Array.isArray(given)) return given.length < SMALL;
	if (typeof given !== "object" || given === null) return true;
	return Object.values(given).every((value) => !Array.isArray(value) || value.length < SMALL);
}

/** The same promise; until it settles, the seconds so far are told. */
async function withNews<T>(work: Promise<T>, { tell }: ImportControl, words: Words): Promise<T> {
	const startedMs = performance.now();
	const say = () => tell?.(words, Math.round((performance.now() - startedMs) / 1_000), null);
	say();
	const timer = setInterval(say, NEWS_MS);
	try {
		return await work;
	} finally {
		clearInterval(timer);
	}
}
