// Residences with their walk to the nearest facility of the figure, classed.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type WalkBands, walkBands, walkClasses } from "../map/walkClasses.ts";
import type { CityView } from "./cityView.ts";
import { residencesQuery, timesQuery } from "./queries.ts";
import type { Residences, ResidenceTimes } from "./residenceColumns.ts";
import { useFigure } from "./useFigure.ts";

export interface HomeWalks {
	readonly residences: Residences;
	/** Null for categories judged by presence. */
	readonly times: ResidenceTimes | null;
	readonly classes: Uint8Array | null;
	readonly bands: WalkBands | null;
}

/** Null until loaded, or while it is not wanted. */
export function useHomeWalks(view: CityView, isWanted: boolean): HomeWalks | null {
	const figure = useFigure(view);
	const { data: residences } = useQuery({ ...residencesQuery(view.profile), enabled: isWanted });
	const hasTimes = isWanted && figure.hasWalks;
	const { data: times } = useQuery({ ...timesQuery(figure.key), enabled: hasTimes });
	return useMemo(() => {
		if (!isWanted || residences === undefined) return null;
		if (!hasTimes) return { residences, times: null, classes: null, bands: null };
		if (times === undefined || times.costDm.length !== residences.lon.length) return null;
		const { limit, limitUnit } = times.meta;
		const bands = walkBands(limit ?? 15, limitUnit);
		const { speedMPerMin } = residences;
		return { residences, times, bands, classes: walkClasses({ ...times, speedMPerMin }, bands) };
	}, [isWanted, hasTimes, residences, times]);
}
