// The worker's shell: messages in and out, packs from the server. What it does with them is in reachDesk.ts.
import { decodePack } from "../../planning/wire/packFile.ts";
import { fetchBytes } from "./fetchBytes.ts";
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
	return decodePack(await fetchBytes(path, progress, signal));
}

/** Arrays of an answer are handed over, not copied. */
function buffersOf(news: ReachNews): Transferable[] {
	if (news.kind !== "answer") return [];
	const { speedMPerMin, costDm, facility, within, reason } = news.answer;
	return [speedMPerMin, costDm, facility, within, reason].map(
		({ buffer }) => buffer as ArrayBuffer,
	);
}
