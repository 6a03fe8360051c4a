// The position a search flew to, marked on the map until something else is chosen.
import { useSyncExternalStore } from "react";
import type { LonLat } from "../../planning/geo/LonLat.ts";

let spot: LonLat | null = null;
const listeners = new Set<() => void>();

export function markSpot(at: LonLat | null): void {
	spot = at;
	for (const listener of listeners) listener();
}

export function useSpot(): LonLat | null {
	return useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		() => spot,
	);
}
