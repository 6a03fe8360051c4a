// The last check, kept for a while: committing right after it need not read the file once more. What was checked is a
// function of the request and of the versions in force; both make the key.
import { canonicalJson } from "../../planning/wire/canonicalJson.ts";
import type { ImportRequest } from "./ImportRequest.ts";

export interface JudgedMemo {
	get(key: string): unknown;
	keep(key: string, judged: unknown): void;
	clear(): void;
}

const KEPT_MS = 10 * 60_000;

export function createJudgedMemo(): JudgedMemo {
	let kept: { readonly key: string; readonly judged: unknown } | null = null;
	let timer: NodeJS.Timeout | undefined;
	const clear = () => {
		clearTimeout(timer);
		kept = null;
	};
	return {
		get: (key) => (kept?.key === key ? kept.judged : undefined),
		keep(key, judged) {
			clear();
			kept = { key, judged };
			timer = setTimeout(clear, KEPT_MS).unref();
		},
		clear,
	};
}

/** `basis`: the versions in force. Files of an upload never change, so their path stands for them. */
export function judgedKey(request: ImportRequest, basis: string): string {
	const { control, store, acceptWarnings, reason, renewSnapshot, asOf, toLonLat, ...judged } =
		request;
	return canonicalJson({ ...judged, basis });
}
