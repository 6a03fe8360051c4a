// Printing on one thread of its own, started with the first paper: letters, pages and pixels take seconds that nobody
// else should wait for.
import type { PaperOrder } from "../reports/print/printPaper.ts";
import { WorkerPool } from "./pool/WorkerPool.ts";

export interface PaperPress {
	/** The bytes of the file. */
	print(order: PaperOrder): Promise<Uint8Array>;
	close(): Promise<void>;
}

export function createPaperPress(): PaperPress {
	const pool = new WorkerPool({ size: 1, module: new URL("./paperWorker.mjs", import.meta.url) });
	return {
		async print(input) {
			const tasks = [{ input, weight: 1 }];
			const [bytes] = await pool.run<Uint8Array>({ program: "paper", load: null, tasks });
			if (bytes === undefined) throw new Error(`Printing a ${input.kind} gave nothing.`);
			return bytes;
		},
		close: () => pool.close(),
	};
}
