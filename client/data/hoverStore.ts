// The unit under the pointer, shared by map, ranking and tables without re-rendering what does not care.
import { useSyncExternalStore } from "react";

let hoveredCode: string | null = null;
const listeners = new Set<() => void>();

export function hoverUnit(code: string | null): void {
	if (code === hoveredCode) return;
	hoveredCode = code;
	for (const listener of listeners) listener();
}

export function useHoveredUnit(): string | null {
	return useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		() => hoveredCode,
	);
}
