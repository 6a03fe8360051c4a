// The position a search flew to, marked on the map until something else is chosen.
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { useValue, valueStore } from "./valueStore.ts";

const spot = valueStore<LonLat | null>(null);

export const markSpot: (at: LonLat | null) => void = spot.set;

export function useSpot(): LonLat | null {
	return useValue(spot);
}
