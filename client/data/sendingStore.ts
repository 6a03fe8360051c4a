// Files on their way, by upload: they go on while the reader looks at other screens of the page.
import { useSyncExternalStore } from "react";
import type { Upload } from "../../planning/wire/uploads.ts";
import { sendJson } from "./http.ts";
import { sendFile } from "./sendFile.ts";

export interface Sending {
	readonly fileNames: readonly string[];
	readonly sentBytes: number;
	readonly totalBytes: number;
	/** sending; broken: can be tried again; stopped by the person. Removed when all has arrived. */
	readonly state: "sending" | "broken" | "stopped";
	readonly error: Error | null;
}
interface Kept {
	readonly files: readonly File[];
	readonly arrived: Set<string>;
	stop: AbortController;
}

let sendings: ReadonlyMap<number, Sending> = new Map();
const kept = new Map<number, Kept>();
const listeners = new Set<() => void>();

export function useSending(uploadId: number): Sending | undefined {
	return useSyncExternalStore(subscribe, () => sendings.get(uploadId));
}

/** Announces the files, then sends them one after another. Answers as soon as they are announced. */
export async function beginUpload(
	files: readonly File[],
	onArrived: (upload: Upload) => void,
): Promise<Upload> {
	const announced = files.map(({ name, size }) => ({ name, sizeBytes: size }));
	const upload = await sendJson<Upload>("/api/uploads", { files: announced });
	kept.set(upload.id, { files, arrived: new Set(), stop: new AbortController() });
	void sendAll(upload.id, onArrived);
	return upload;
}

export function stopSending(uploadId: number): void {
	kept.get(uploadId)?.stop.abort();
}

/** Sends chosen files to an upload that never got all of its own, after the page was left. */
export function sendAgain(
	uploadId: number,
	files: readonly File[],
	onArrived: (upload: Upload) => void,
): void {
	kept.set(uploadId, { files, arrived: new Set(), stop: new AbortController() });
	void sendAll(uploadId, onArrived);
}

/** Sends again what has not arrived. */
export function resumeSending(uploadId: number, onArrived: (upload: Upload) => void): void {
	const mine = kept.get(uploadId);
	if (mine === undefined) return;
	mine.stop = new AbortController();
	void sendAll(uploadId, onArrived);
}

async function sendAll(uploadId: number, onArrived: (upload: Upload) => void): Promise<void> {
	const mine = kept.get(uploadId);
	if (mine === undefined) return;
	const { files, arrived, stop } = mine;
	const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
	const report = (more: Partial<Sending>) =>
		put(uploadId, {
			fileNames: files.map(({ name }) => name),
			sentBytes: 0,
			totalBytes,
			state: "sending",
			error: null,
			...more,
		});
	let sentBytes = 0;
	report({});
	try {
		for (const file of files) {
			const before = sentBytes;
			if (!arrived.has(file.name))
				await sendFile({
					uploadId,
					file,
					signal: stop.signal,
					onProgress: (bytes) => report({ sentBytes: before + bytes }),
				});
			arrived.add(file.name);
			sentBytes += file.size;
		}
		const asked = { layer: null, encoding: null, crs: null, isSwapped: false, kind: null };
		const upload = await sendJson<Upload>(`/api/uploads/${uploadId}/understand`, asked);
		kept.delete(uploadId);
		put(uploadId, null);
		onArrived(upload);
	} catch (cause) {
		const error = cause instanceof Error ? cause : new Error(String(cause));
		report({ sentBytes, state: stop.signal.aborted ? "stopped" : "broken", error });
	}
}

function put(uploadId: number, sending: Sending | null): void {
	const next = new Map(sendings);
	if (sending === null) next.delete(uploadId);
	else next.set(uploadId, sending);
	sendings = next;
	for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
