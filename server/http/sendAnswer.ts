// Last station: the answer's tag and its body.
import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import type { Response } from "express";
import type { Download } from "../exports/Download.ts";
import { isMedia, type Route, type TypedBytes } from "./Route.ts";
import type { ResolvedBasis } from "./resolveBasis.ts";

/** Raise when an answer's form changes while what it stands on does not. */
const ANSWER_FORMAT = 3;

/** ETag of an answer: the snapshot, the run and the parameters make it; null where it stands on nothing fixed. */
export function answerTag(
	{ path, isLive }: Route,
	{ params, query }: { params: unknown; query: unknown },
	{ snapshot, run }: ResolvedBasis,
): string | null {
	if (snapshot === undefined || isLive) return null;
	const stands = [ANSWER_FORMAT, path, snapshot.hash, run?.id ?? null, params, query];
	return `W/"${createHash("sha256").update(JSON.stringify(stands)).digest("base64url").slice(0, 27)}"`;
}

/** An answer's bytes and their media type; null where it is a download, news, or nothing. */
export function bytesOfAnswer(
	answers: Route["answers"],
): { readonly media: string; readonly bytes: (answer: unknown) => Uint8Array } | null {
	if (answers === null) return null;
	if (!isMedia(answers))
		return { media: "application/json", bytes: (answer) => Buffer.from(JSON.stringify(answer)) };
	const isPlain = !answers.isStream && !answers.isDownload && answers.fileName === undefined;
	return isPlain ? { media: answers.media, bytes: (answer) => answer as Uint8Array } : null;
}

export function sendAnswer(answers: Route["answers"], answer: unknown, response: Response): void {
	if (answers === null) {
		response.status(204).end();
		return;
	}
	if (!isMedia(answers)) {
		response.json(answer);
		return;
	}
	if (answers.isStream) {
		response.set({ "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no" });
		response.type(answers.media).flushHeaders();
		pipeline(answer as Readable, response, () => {});
		return;
	}
	if (answers.isDownload) {
		sendDownload(answer as Download, response);
		return;
	}
	if (answers.fileName !== undefined) response.attachment(answers.fileName);
	const typed = answers.isOfItsOwnType
		? (answer as TypedBytes)
		: { media: answers.media, bytes: answer as Uint8Array };
	const { buffer, byteOffset, byteLength } = typed.bytes;
	response.type(typed.media).send(Buffer.from(buffer, byteOffset, byteLength));
}

function sendDownload({ media, fileName, body }: Download, response: Response): void {
	response.attachment(fileName).type(media);
	if (body instanceof Readable)
		// a reader who goes away ends the making; a maker that fails ends the answer, which then is visibly incomplete
		pipeline(body, response, () => {});
	else response.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}
