// The unit and the hexagon under the pointer, shared by map, ranking and tables without re-rendering what does not care.
import { useValue, valueStore } from "./valueStore.ts";

const unit = valueStore<string | null>(null);
/** Both sides of a swipe have the same. */
const hex = valueStore<number | null>(null);

export const hoverUnit: (code: string | null) => void = unit.set;
export const hoverHex: (index: number | null) => void = hex.set;

export function useHoveredUnit(): string | null {
	return useValue(unit);
}

export function useHoveredHex(): number | null {
	return useValue(hex);
}
