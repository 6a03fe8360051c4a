// Is the server there? Known from the last request; while it is away, asked again every few seconds.
import { useSyncExternalStore } from "react";

const RETRY_MS = 3000;
let isPresent = true;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function reportPresence(present: boolean): void {
	if (present === isPresent) return;
	isPresent = present;
	for (const listener of listeners) listener();
	if (!present) askAgain();
}

/** True while the server answers. */
export function useServerPresence(): boolean {
	return useSyncExternalStore(subscribe, () => isPresent);
}

/** Calls back when the server is there again. */
export function onServerReturn(callback: () => void): () => void {
	return subscribe(() => {
		if (isPresent) callback();
	});
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function askAgain(): void {
	clearTimeout(timer);
	timer = setTimeout(() => {
		fetch("/api/welcome")
			.then((response) => (response.status < 500 ? reportPresence(true) : askAgain()))
			.catch(askAgain);
	}, RETRY_MS);
}
