// The walk of the residence whose card is open, as the map draws it; where none is explained, the residence alone.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { RouteMarks } from "../map/MapScene.ts";
import { routeMarks } from "../map/routeMarks.ts";
import { useBasis } from "./basis.ts";
import type { CityView } from "./cityView.ts";
import { residencesQuery } from "./queries.ts";
import { useExplanation } from "./useExplanation.ts";

export function useRouteMarks(view: CityView): RouteMarks | null {
	const { home } = view;
	const { data: why } = useExplanation(view);
	const { data: residences } = useQuery({ ...residencesQuery(useBasis()), enabled: home !== null });
	return useMemo(() => {
		if (home === null) return null;
		if (why !== undefined) return routeMarks(why);
		const index = residences?.ids.indexOf(home) ?? -1;
		const [lon, lat] = [residences?.lon[index], residences?.lat[index]];
		return lon === undefined || lat === undefined
			? null
			: { home: [lon, lat], lines: [], ends: [] };
	}, [home, why, residences]);
}
