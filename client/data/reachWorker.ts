// The worker's shell: messages in and out, packs from the server. What it does with them is in reachDesk.ts.
import { decodePack } from "../../planning/wire/packFile.ts";
import { createReachDesk, type GetPack } from "./reachDesk.ts";
import type { ReachNews, ReachOrder } from "./reachMessages.ts";

/** The part of a worker's own scope that is used here. */
interface Scope {
	onmessage: ((message: MessageEvent<ReachOrder>) => void) | null;
	postMessage(news: ReachNews, transfer: readonly Transferable[]): void;
}
const scope = self as unknown as Scope;

const handle = createReachDesk(getPack, (news) => scope.postMessage(news, buffersOf(news)));
scope.onmessage = ({ data }) => void handle(data);

async function getPack(...[asked, signal, progress]: Parameters<GetPack>) {
	const { districtCode, snapshot } = asked;
	const path = `/api/packs/${encodeURIComponent(districtCode)}?snapshot=${snapshot}`;
	const response = await fetch(path, { credentials: "same-origin", signal });
	if (!response.ok) {
		const body = (await response.json().catch(() => null)) as { error?: { code?: string } } | null;
		throw Object.assign(new Error(`${response.status}`), { code: body?.error?.code });
	}
	const length = Number(response.headers.get("x-body-length"));
	return decodePack(await bytesOf(response, (read) => progress(length > 0 ? read / length : 0)));
}

/** The body, with word of how much of it has arrived. */
async function bytesOf(response: Response, told: (read: number) => void): Promise<Uint8Array> {
	if (response.body === null) return new Uint8Array(await response.arrayBuffer());
	const chunks: Uint8Array[] = [];
	let read = 0;
	const reader = response.body.getReader();
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		chunks.push(next.value);
		read += next.value.length;
		told(read);
	}
	const bytes = new Uint8Array(read);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

/** Arrays of an answer are handed over, not copied. */
function buffersOf(news: ReachNews): Transferable[] {
	if (news.kind !== "answer") return [];
	const { speedMPerMin, costDm, facility, within, reason } = news.answer;
	return [speedMPerMin, costDm, facility, within, reason].map(
		({ buffer }) => buffer as ArrayBuffer,
	);
}
