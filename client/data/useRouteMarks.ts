// The walk of the residence whose card is open, as the map draws it.
import { useMemo } from "react";
import type { RouteMarks } from "../map/MapScene.ts";
import { routeMarks } from "../map/routeMarks.ts";
import type { CityView } from "./cityView.ts";
import { useExplanation } from "./useExplanation.ts";

export function useRouteMarks(view: CityView): RouteMarks | null {
	const { data: why } = useExplanation(view);
	return useMemo(
		() => (view.home === null || why === undefined ? null : routeMarks(why)),
		[view.home, why],
	);
}
