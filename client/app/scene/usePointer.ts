// What pointing and clicking at a map means: a unit, a hexagon and its largest residence, or a residence itself.
import { useEffect } from "react";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { type Hexes, slotOf } from "../../data/figures/hexes.ts";
import { largestHome } from "../../data/figures/placeFigures.ts";
import { useHexes } from "../../data/figures/useSurfaces.ts";
import { hoverHex, hoverUnit } from "../../data/hoverStore.ts";
import { useCityView } from "../../data/useCityView.ts";
import type { MapEvents } from "../../map/CityMap.ts";

export function usePointer(): Pick<MapEvents, "onHover" | "onPick" | "onResidence"> {
	const [view, change] = useCityView();
	const { homes } = useFigures();
	const hexes = useHexes(view)?.hexes ?? null;
	const isHexed = hexes !== null;
	useEffect(() => {
		if (!isHexed) hoverHex(null);
	}, [isHexed]);
	const open = (home: number) => change({ home: homes?.residences.ids[home] ?? null });
	return {
		onHover: (code, at) => {
			hoverUnit(code);
			hoverHex(hexAt(hexes, at));
		},
		onPick: (code, at) => {
			const hex = hexAt(hexes, at);
			if (hexes !== null && hex !== null && homes !== null)
				return open(largestHome(hexes, slotOf(hexes, hex), homes.people));
			const isSame = code === null || code === view.unit?.code;
			change({ home: null, unit: isSame ? null : { kind: view.level, code } });
		},
		onResidence: open,
	};
}

/** The hexagon at a place; null where nobody lives. */
function hexAt(hexes: Hexes | null, at: LonLat | null): number | null {
	if (hexes === null || at === null) return null;
	const hex = hexes.grid.hexOf(at[0], at[1]);
	return slotOf(hexes, hex) < 0 ? null : hex;
}
