// How high the map is, px: where it is low, the magnifier is lower too.
import type { Map as MapLibreMap } from "maplibre-gl";
import { useSyncExternalStore } from "react";

export function useMapHeight(map: MapLibreMap): number {
	return useSyncExternalStore(
		(onChange) => {
			map.on("resize", onChange);
			return () => {
				map.off("resize", onChange);
			};
		},
		() => map.getContainer().clientHeight,
	);
}
