// The hexagon under the pointer, outlined on both sides of a swipe.
import { useMemo } from "react";
import type { CityView } from "../../data/cityView.ts";
import { useHexes } from "../../data/figures/useSurfaces.ts";
import { useHoveredHex } from "../../data/hoverStore.ts";
import type { MapScene } from "../../map/MapScene.ts";

export function usePlaceMarks(view: CityView): Pick<MapScene, "hoveredPlace"> {
	const hex = useHoveredHex();
	const grid = useHexes(view)?.hexes.grid;
	return useMemo(
		() => ({ hoveredPlace: hex === null || grid === undefined ? null : grid.corners(hex) }),
		[hex, grid],
	);
}
