// What the reach worker does with a message, without the worker: so that it can be tried anywhere.
import { profileNamed } from "../../planning/reach/profiles.ts";
import { askPack, type PackDesk, packDesk } from "../../planning/wire/askPack.ts";
import type { DistrictPack } from "../../planning/wire/districtPack.ts";
import type { ReachAnswer, ReachNews, ReachOrder, ReachQuestion } from "./reachMessages.ts";

/** Gets a district's pack; `progress` is told the share that has arrived, 0–1. */
export type GetPack = (
	question: Pick<ReachQuestion, "districtCode" | "snapshot">,
	signal: AbortSignal,
	progress: (share: number) => void,
) => Promise<DistrictPack>;

/** An error that carries a code for the page. */
interface Coded {
	readonly code?: unknown;
}

/** How far the pack's arrival and its preparation are on the way to an answer, in per cent. */
const PACK_PCT = 80;
const READY_PCT = 90;

/**
 * Handles one message after another. The pack and the way of travelling of the last question are kept, so that moving
 * a limit costs one search. A cancelled question gets no answer; what it loaded is kept.
 */
export function createReachDesk(getPack: GetPack, say: (news: ReachNews) => void) {
	const underWay = new Map<number, AbortController>();
	let pack: { readonly name: string; readonly loaded: DistrictPack } | null = null;
	let desk: { readonly name: string; readonly ready: PackDesk } | null = null;

	return async (order: ReachOrder): Promise<void> => {
		if (order.kind === "cancel") {
			underWay.get(order.number)?.abort();
			return;
		}
		const { number, question } = order;
		const cancelling = new AbortController();
		underWay.set(number, cancelling);
		const { signal } = cancelling;
		const progress = (pct: number) => {
			if (!signal.aborted) say({ kind: "progress", number, pct: Math.round(pct) });
		};
		try {
			const loaded = await packOf(question, signal, (share) => progress(share * PACK_PCT));
			signal.throwIfAborted();
			progress(PACK_PCT);
			const ready = deskOf(question, loaded);
			progress(READY_PCT);
			if (question.limitS > ready.longestS)
				say({ kind: "failed", number, code: "beyond-halo", longestS: ready.longestS });
			else say({ kind: "answer", number, answer: answerOf(ready, question) });
		} catch (error) {
			if (!signal.aborted) say({ kind: "failed", number, code: codeOf(error) });
		} finally {
			underWay.delete(number);
		}
	};

	async function packOf(
		question: ReachQuestion,
		signal: AbortSignal,
		progress: (share: number) => void,
	): Promise<DistrictPack> {
		const name = `${question.snapshot} ${question.districtCode}`;
		if (pack?.name === name) return pack.loaded;
		const loaded = await getPack(question, signal, progress);
		pack = { name, loaded };
		return loaded;
	}

	function deskOf(question: ReachQuestion, loaded: DistrictPack): PackDesk {
		const { snapshot, districtCode, profile, speedMPerMin } = question;
		const name = [snapshot, districtCode, profile, speedMPerMin].join(" ");
		if (desk?.name === name) return desk.ready;
		const named = profile === "adult" ? undefined : profileNamed(profile);
		desk = { name, ready: packDesk(loaded, { profile: named, speedMPerMin }) };
		return desk.ready;
	}
}

function answerOf(desk: PackDesk, question: ReachQuestion): ReachAnswer {
	const { residences, facilities } = desk.pack;
	return {
		...askPack(desk, question),
		residenceIds: residences.map(({ id }) => id),
		facilityIds: facilities.map(({ id }) => id),
		facilityNames: facilities.map(({ name }) => name),
		speedMPerMin: Uint16Array.from(residences, (_, residence) => desk.speedOf(residence)),
		longestS: desk.longestS,
	};
}

function codeOf(error: unknown): string {
	const { code } = error as Coded;
	return typeof code === "string" ? code : "failed";
}
