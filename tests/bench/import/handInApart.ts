// One file handed in by a process of its own, with what it took.
import { fork } from "node:child_process";
import { once } from "node:events";
import type { UploadKind } from "../../../planning/wire/understanding.ts";

export interface HandedIn {
	/** From the first byte staged to the commit. */
	readonly seconds: number;
	/** Of the process, without what the embedded engine took. */
	readonly peakMb: number;
	/** Longest time without news of the progress. */
	readonly silentS: number;
	/** From the check's beginning (the fault is in the second row) to the first news of it. */
	readonly firstIssuesS: number;
}

export async function handInApart(file: { path: string; kind: UploadKind }): Promise<HandedIn> {
	const child = fork(`${import.meta.dirname}/handInProcess.ts`, [file.path, file.kind], {
		execArgv: [...process.execArgv, "--max-old-space-size=1500"],
	});
	let answer: HandedIn | null = null;
	child.on("message", (message) => {
		answer = message as HandedIn;
	});
	const [code] = await once(child, "exit");
	if (answer === null) throw new Error(`Handing in ${file.path} ended with ${code}.`);
	return answer;
}
