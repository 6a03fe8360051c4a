// The common border that the reader points at in a list of neighbours, drawn on the map until the pointer leaves.
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { useValue, valueStore } from "./valueStore.ts";

export type Lines = readonly (readonly LonLat[])[];

const border = valueStore<Lines | null>(null);

export const markBorder: (lines: Lines | null) => void = border.set;

export function useMarkedBorder(): Lines | null {
	return useValue(border);
}
