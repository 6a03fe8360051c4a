// How long work is watched and stopped: what it is at, how far, and a signal that ends it.
import { setImmediate as breath } from "node:timers/promises";
import type { Steps } from "../../planning/steps.ts";
import type { Words } from "../errors.ts";
import type { JudgedMemo } from "./JudgedMemo.ts";
import type { RunKernel } from "./kernels.ts";

export interface FoundSoFar {
	readonly blocking: number;
	readonly warning: number;
	readonly info: number;
	/** The first of the worst. */
	readonly first: readonly Words[];
}

export interface ImportControl {
	/** Aborting ends the work at its next breath; it rejects with the signal's reason, and nothing was committed. */
	readonly signal?: AbortSignal | undefined;
	/** Where pure work that takes seconds is done; absent: here. */
	readonly runKernel?: RunKernel | undefined;
	/** Where the last check is kept for the commit after it; absent: the file is read again. */
	readonly memo?: JudgedMemo | undefined;
	/** Issues found so far, told while the file is still being read. */
	readonly found?: ((soFar: FoundSoFar) => void) | undefined;
	/** What the work is at; `total` null where the end is not known. */
	readonly tell?: ((words: Words, done: number, total: number | null) => void) | undefined;
}

const BREATH_MS = 40;

/** Gives way to others when some time has passed since the last breath, and throws when the work was cancelled. */
export function pacer({ signal }: ImportControl): () => Promise<void> | undefined {
	let last = performance.now();
	return () => {
		if (performance.now() - last < BREATH_MS) return undefined;
		return breath().then(() => {
			last = performance.now();
			signal?.throwIfAborted();
		});
	};
}

/** Takes steps with a breath between them, telling how far they are; throws when the work was cancelled. */
export async function stepByStep<T>(
	steps: Steps<T>,
	control: ImportControl,
	words: Words,
): Promise<T> {
	const breathe = pacer(control);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		control.tell?.(words, Math.round(step.value * 100), 100);
		await breathe();
	}
}

export const AT = {
	reading: { zh: "读取文件", en: "Reading the file" },
	checking: { zh: "逐条检查", en: "Checking each feature" },
	mending: { zh: "应用修补", en: "Applying mends" },
	fitting: { zh: "核对边界与位置", en: "Checking borders and places" },
	relating: { zh: "核对彼此关系", en: "Checking relations" },
	suggesting: { zh: "准备修补建议", en: "Preparing mends" },
	comparing: { zh: "与现行版本比较", en: "Comparing with the version in force" },
	hashing: { zh: "计算内容校验", en: "Hashing the content" },
	writing: { zh: "写入新版本", en: "Writing the new version" },
	snapshot: { zh: "更新基准", en: "Making the snapshot" },
} as const satisfies Record<string, Words>;
