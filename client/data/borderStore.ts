// The common border that the reader points at in a list of neighbours, drawn on the map until the pointer leaves.
import { useSyncExternalStore } from "react";
import type { LonLat } from "../../planning/geo/LonLat.ts";

export type Lines = readonly (readonly LonLat[])[];

let border: Lines | null = null;
const listeners = new Set<() => void>();

export function markBorder(lines: Lines | null): void {
	if (lines === border) return;
	border = lines;
	for (const listener of listeners) listener();
}

export function useMarkedBorder(): Lines | null {
	return useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		() => border,
	);
}
