// Choosing a unit anywhere: the address names it, and the map shows it.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useMapHandle } from "../map/MapHandle.ts";
import { useBasis } from "./basis.ts";
import { bboxOf } from "./bboxOf.ts";
import type { UnitRef } from "./cityView.ts";
import { divisionsQuery } from "./queries.ts";
import type { ChangeView } from "./useCityView.ts";

export function useSelectUnit(change: ChangeView): (unit: UnitRef) => void {
	const queries = useQueryClient();
	const map = useMapHandle();
	const { snapshot } = useBasis();
	return useCallback(
		(unit) => {
			change({ unit, level: unit.kind });
			queries
				.fetchQuery(divisionsQuery(unit.kind, snapshot))
				.then(({ features }) => {
					const shape = features.find(({ properties }) => properties.code === unit.code);
					if (shape !== undefined) map.fit(bboxOf(shape.geometry));
				})
				.catch(() => {}); // the list of units says that it has not loaded
		},
		[queries, map, change, snapshot],
	);
}
