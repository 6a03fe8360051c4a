// Opening a finding: its evidence on the right, its place on the map.
import { useCallback } from "react";
import type { FlagBody } from "../../../planning/wire/api.ts";
import { bboxOf } from "../../data/bboxOf.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useMapHandle } from "../../map/MapHandle.ts";

const PLACE_ZOOM = 14.5;

export function useOpenFlag(): (flag: FlagBody) => void {
	const [, change] = useCityView();
	const map = useMapHandle();
	return useCallback(
		(flag) => {
			change({ flagId: flag.id, ...(flag.category === null ? {} : { category: flag.category }) });
			if (flag.place.length === 0) map.flyTo(flag.at, PLACE_ZOOM);
			else map.fit(bboxOf({ type: "MultiPolygon", coordinates: flag.place }));
		},
		[change, map],
	);
}
