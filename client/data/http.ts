// One door to the server: every answer is a value, a refusal with a code, or "still running".
import type { ErrorBody, Running } from "../../planning/wire/api.ts";
import { reportPresence } from "./serverPresence.ts";

/** A refused request: the server's stable code and its words in both languages. */
export class ApiError extends Error {
	readonly status: number;
	readonly code: string;
	readonly words: { readonly zh: string; readonly en: string };

	constructor(status: number, code: string, words: { zh: string; en: string }) {
		super(`${status} ${code}`);
		this.status = status;
		this.code = code;
		this.words = words;
	}
}

/** The analysis behind a figure has not finished; ask again. */
export class StillRunning extends Error {
	readonly progressPct: number;

	constructor(progressPct: number) {
		super(`The analysis is at ${progressPct} %.`);
		this.progressPct = progressPct;
	}
}

/** `low`: sent when nothing else waits for one of the few connections that a browser opens to a server. */
export type Urgency = "auto" | "low";

export async function getJson<T>(
	path: string,
	signal?: AbortSignal,
	priority: Urgency = "auto",
): Promise<T> {
	const response = await ask(path, { priority, ...(signal === undefined ? {} : { signal }) });
	return (await response.json()) as T;
}

export async function getBytes(
	path: string,
	signal?: AbortSignal,
	priority: Urgency = "auto",
): Promise<Uint8Array> {
	const response = await ask(path, { priority, ...(signal === undefined ? {} : { signal }) });
	return new Uint8Array(await response.arrayBuffer());
}

export async function send(method: "POST" | "DELETE", path: string, body?: unknown) {
	return ask(path, {
		method,
		headers: { "content-type": "application/json" },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
}

/** A write whose answer is a value, also while work goes on behind it. */
export async function sendJson<T>(
	path: string,
	body: unknown,
	method: "POST" | "PUT" = "POST",
): Promise<T> {
	const response = await reach(path, {
		method,
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw await refusalOf(response);
	return (await response.json()) as T;
}

async function ask(path: string, init: RequestInit): Promise<Response> {
	const response = await reach(path, init);
	if (response.status === 202)
		throw new StillRunning(((await response.json()) as Running).progressPct);
	if (!response.ok) throw await refusalOf(response);
	return response;
}

/** A server that does not answer, or a gateway that says so, is away; anything else is an answer. */
async function reach(path: string, init: RequestInit): Promise<Response> {
	try {
		const response = await fetch(path, { credentials: "same-origin", ...init });
		const isAway = response.status >= 502 && response.status <= 504;
		reportPresence(!isAway);
		if (isAway) throw await refusalOf(response);
		return response;
	} catch (cause) {
		if (cause instanceof TypeError) reportPresence(false);
		throw cause;
	}
}

async function refusalOf(response: Response): Promise<ApiError> {
	const body = (await response.json().catch(() => null)) as ErrorBody | null;
	return body?.error === undefined
		? new ApiError(response.status, "no-answer", {
				zh: `服务器没有给出可读的回答（${response.status}）。`,
				en: `The server gave no readable answer (${response.status}).`,
			})
		: new ApiError(response.status, body.error.code, body.error.message);
}
