// The explanation of the residence whose card is open.
import { useQuery } from "@tanstack/react-query";
import type { CityView } from "./cityView.ts";
import { explanationQuery } from "./explanationQuery.ts";
import { useFigure } from "./useFigure.ts";

/** Nothing is asked while no card is open, and of categories judged by presence, and of the composite. */
export function useExplanation(view: CityView) {
	const { key, hasWalks, isComposite } = useFigure(view);
	return useQuery({
		...explanationQuery(view.home ?? "", key),
		enabled: view.home !== null && hasWalks && !isComposite,
	});
}
