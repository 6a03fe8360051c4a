// The limit while the slider is held: every figure follows it, the address only when it is let go.
import { useSyncExternalStore } from "react";
import { markInput } from "./figures/timing.ts";

let dragged: number | null = null;
const listeners = new Set<() => void>();

/** Null when the slider is let go. */
export function dragLimit(limit: number | null): void {
	if (limit === dragged) return;
	dragged = limit;
	markInput();
	for (const listen of listeners) listen();
}

export function useDraggedLimit(): number | null {
	return useSyncExternalStore(
		(listen) => {
			listeners.add(listen);
			return () => listeners.delete(listen);
		},
		() => dragged,
	);
}
