// Opening a finding: its evidence on the right, its place on the map.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { FlagSummary } from "../../../planning/wire/flagPages.ts";
import { useBasis } from "../../data/basis.ts";
import { bboxOf } from "../../data/bboxOf.ts";
import { flagQuery } from "../../data/flagQueries.ts";
import { useCityView } from "../../data/useCityView.ts";
import { useMapHandle } from "../../map/MapHandle.ts";

const PLACE_ZOOM = 14.5;

export function useShowFlag(): (flag: Pick<FlagSummary, "id" | "category" | "at">) => void {
	const [, change] = useCityView();
	const basis = useBasis();
	const client = useQueryClient();
	const map = useMapHandle();
	return useCallback(
		async ({ id, category, at }) => {
			change({ flagId: id, ...(category === null ? {} : { category }) });
			// a list says where it is, the finding itself how far it reaches
			const place = await client.fetchQuery(flagQuery(id, basis)).then(
				(flag) => flag.place,
				() => [],
			);
			if (place.length === 0) map.flyTo(at, PLACE_ZOOM);
			else map.fit(bboxOf({ type: "MultiPolygon", coordinates: place }));
		},
		[change, client, map, basis],
	);
}
