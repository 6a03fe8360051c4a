// Stages of uploads under way in this process: one at a time, watched by polling, cancelled by a signal. What is to be
// done stands in the database first, so that a process that was killed goes on where it was.
import { setTimeout as pause } from "node:timers/promises";
import type { Knex } from "knex";
import type { Logger } from "pino";
import type { Work } from "../../planning/wire/uploads.ts";
import { createJudgedMemo } from "../commands/JudgedMemo.ts";
import { requireStage } from "../commands/uploads/requireStage.ts";
import { runStage } from "../commands/uploads/runStage.ts";
import { updateUpload } from "../commands/uploads/updateUpload.ts";
import { Refused, type Words } from "../errors.ts";
import type { FileStore } from "../imports/FileStore.ts";
import { forgetMoments } from "../queries/momentary.ts";
import { requireUpload, type UploadRow, type UploadStage } from "../queries/uploadRows.ts";
import { createKernelPool } from "./kernelPool.ts";

export interface UploadDesk {
	/** What runs for an upload now, or waits to run. */
	workOf(row: Pick<UploadRow, "id" | "stage">): Work | null;
	/** News of what runs for an upload, twice a second, from memory alone; null is the last: nothing runs. */
	watch(id: number): AsyncIterable<Work | null>;
	/** Begin a stage. Refused 409 while another one runs, or when the upload is not so far. */
	begin(id: number, stage: UploadStage, request: unknown): Promise<void>;
	/** Stop what runs; what was there before the stage stays. */
	cancel(id: number): Promise<void>;
	/** Take up every stage that a killed process left. */
	resume(): Promise<void>;
	/** Resolves when nothing runs and nothing waits. */
	idle(): Promise<void>;
	close(): Promise<void>;
}

interface Running {
	readonly stage: UploadStage;
	readonly startedMs: number;
	readonly ending: AbortController;
	/** False while it waits for its turn. */
	isBegun: boolean;
	ended: Promise<void>;
	words: Words;
	done: number;
	total: number | null;
	found: Work["found"];
}

export interface DeskOptions {
	readonly log: Logger;
	/** Called when a commit is over. */
	readonly onCommitted?: (() => void) | undefined;
}

const NEWS_MS = 500;
const WAITING: Words = { zh: "等待前面的工作", en: "Waiting for earlier work" };
const CANCELLED = new Error("The stage was cancelled.");
const CLOSING = new Error("The server is closing.");

export function createUploadDesk(db: Knex, files: FileStore, options: DeskOptions): UploadDesk {
	const running = new Map<number, Running>();
	const kernels = createKernelPool();
	const memo = createJudgedMemo();
	let last: Promise<void> = Promise.resolve();
	let isClosed = false;

	return { workOf, watch, begin, cancel, resume, idle: () => last, close };

	function workOf({ id, stage }: Pick<UploadRow, "id" | "stage">): Work | null {
		const work = running.get(id);
		if (work === undefined)
			return stage === null
				? null
				: { stage, words: WAITING, done: 0, total: null, elapsedS: 0, found: null };
		const { words, done, total, found, startedMs } = work;
		const elapsedS = Math.round((performance.now() - startedMs) / 100) / 10;
		return { stage: work.stage, words, done, total, elapsedS, found };
	}

	async function* watch(id: number): AsyncIterable<Work | null> {
		for (;;) {
			const work = running.get(id);
			if (work === undefined) break;
			yield workOf({ id, stage: work.stage });
			await pause(NEWS_MS, undefined, { ref: false });
		}
		yield null;
	}

	async function begin(id: number, stage: UploadStage, request: unknown): Promise<void> {
		requireStage(await requireUpload(db, id), stage);
		const begun = await db("uploads")
			.where({ id, stage: null })
			.update({ stage, request: JSON.stringify(request ?? null), problem: null });
		if (begun === 0) throw busy();
		queue(id, stage);
	}

	async function cancel(id: number): Promise<void> {
		const work = running.get(id);
		work?.ending.abort(CANCELLED);
		if (work?.isBegun) await work.ended;
		else await db("uploads").where({ id }).update({ stage: null });
	}

	async function resume(): Promise<void> {
		const rows: { id: number; stage: UploadStage }[] = await db("uploads")
			.whereNotNull("uploads.stage")
			.orderBy("uploads.id")
			.select("uploads.id", "uploads.stage");
		for (const { id, stage } of rows) queue(id, stage);
	}

	async function close(): Promise<void> {
		isClosed = true;
		for (const { ending } of running.values()) ending.abort(CLOSING);
		await last;
		memo.clear();
		await kernels.close();
	}

	function queue(id: number, stage: UploadStage): void {
		const work: Running = {
			stage,
			startedMs: performance.now(),
			ending: new AbortController(),
			isBegun: false,
			ended: Promise.resolve(),
			words: WAITING,
			done: 0,
			total: null,
			found: null,
		};
		running.set(id, work);
		work.ended = last
			.then(() => run(id, work))
			.finally(() => {
				if (running.get(id) === work) running.delete(id); // a later stage may have taken its place
			});
		last = work.ended;
	}

	async function run(id: number, work: Running): Promise<void> {
		const { stage, ending } = work;
		if (isClosed || ending.signal.aborted) return;
		work.isBegun = true;
		const control = kernels.control({
			signal: ending.signal,
			memo,
			tell: (words, done, total) => Object.assign(work, { words, done, total }),
			found: (found) => Object.assign(work, { found: { ...found, first: [...found.first] } }),
		});
		try {
			await runStage(db, files, { id, stage, control });
			await updateUpload(db, id, { stage: null, request: null });
			if (stage !== "commit") return;
			memo.clear();
			forgetMoments(db);
			options.onCommitted?.();
		} catch (error) {
			await settle(id, stage, error).catch((cause: unknown) => {
				options.log.error({ err: cause, upload: id }, "an upload's end could not be stored");
			});
		}
	}

	/** A closing server leaves the stage to the next one; a cancelled stage is gone; a refusal is told. */
	async function settle(id: number, stage: UploadStage, error: unknown): Promise<void> {
		if (error === CLOSING) return;
		if (error === CANCELLED) return updateUpload(db, id, { stage: null, request: null });
		if (!(error instanceof Refused))
			options.log.error({ err: error, upload: id, stage }, "a stage of an upload failed");
		const { code, words } = error instanceof Refused ? error : BUG;
		await updateUpload(db, id, {
			stage: null,
			request: null,
			problem: { code, ...words },
			...(stage === "understand" ? { state: "failed" } : {}),
		});
	}
}

const BUG = new Refused("upload.failed", {
	zh: "这一步没有做完，原因已记入日志。再做一次；若还不行，把文件交给管理员看。",
	en: "This stage did not finish; the log says why. Try it again, or show the file to an administrator.",
});

function busy(): Refused {
	return new Refused(
		"upload.busy",
		{
			zh: "这次上传正在处理。等它做完，或先取消。",
			en: "Something is running for this upload. Wait, or cancel it first.",
		},
		{ status: 409 },
	);
}
