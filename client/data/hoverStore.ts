// The unit and the hexagon under the pointer, shared by map, ranking and tables without re-rendering what does not care.
import { useSyncExternalStore } from "react";

let hoveredCode: string | null = null;
const listeners = new Set<() => void>();

export function hoverUnit(code: string | null): void {
	if (code === hoveredCode) return;
	hoveredCode = code;
	for (const listener of listeners) listener();
}

export function useHoveredUnit(): string | null {
	return useSyncExternalStore(subscribe, () => hoveredCode);
}

/** The hexagon under the pointer; both sides of a swipe have the same. */
let hoveredHex: number | null = null;

export function hoverHex(hex: number | null): void {
	if (hex === hoveredHex) return;
	hoveredHex = hex;
	for (const listener of listeners) listener();
}

export function useHoveredHex(): number | null {
	return useSyncExternalStore(subscribe, () => hoveredHex);
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
