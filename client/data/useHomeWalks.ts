// Residences with their walk to what the figure asks, classed at the limit that is asked for.
import { useMemo } from "react";
import { type WalkBands, walkBands, walkClasses } from "../map/walkClasses.ts";
import { useFigures } from "./figures/FiguresContext.tsx";
import type { Homes } from "./figures/useHomes.ts";
import type { Residences } from "./residenceColumns.ts";

export interface HomeWalks {
	readonly residences: Residences;
	readonly homes: Homes;
	/** Null for presence. */
	readonly classes: Uint8Array | null;
	readonly bands: WalkBands | null;
}

/** Null until loaded, or while it is not wanted. */
export function useHomeWalks(isWanted: boolean): HomeWalks | null {
	const { homes, figure } = useFigures();
	const { limit } = figure;
	return useMemo(() => {
		if (!isWanted || homes === null) return null;
		const { residences, farness } = homes;
		if (farness === null || limit === null)
			return { residences, homes, classes: null, bands: null };
		const bands = walkBands(limit, farness.unit);
		return { residences, homes, bands, classes: walkClasses(farness, residences.status, bands) };
	}, [isWanted, homes, limit]);
}
