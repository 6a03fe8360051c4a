// The swipe over the map: the other side's map and the line between.
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useState } from "react";
import type { Figures } from "../../data/figures/FiguresContext.tsx";
import { useCityView } from "../../data/useCityView.ts";
import type { MapViewProps } from "../../map/MapView.tsx";
import { OtherSide } from "./OtherSide.tsx";
import { SwipeDivider } from "./SwipeDivider.tsx";
import { useAgainst } from "./useAgainst.ts";
import "./swipe.css";

interface SwipeLayerProps extends Pick<MapViewProps, "bbox" | "padding"> {
	readonly map: MapLibreMap;
	onFigures(figures: Figures | null): void;
}

export function SwipeLayer({ map, ...side }: SwipeLayerProps): ReactNode {
	const [, change] = useCityView();
	const swipe = useAgainst();
	const [movedPct, setMovedPct] = useState<number | null>(null);
	const sharePct = movedPct ?? middlePct(map, side.padding);
	if (swipe === null) return null;
	return (
		<>
			<OtherSide source={swipe.there} map={map} sharePct={sharePct} {...side} />
			<SwipeDivider
				sharePct={sharePct}
				names={[swipe.there.name, swipe.here]}
				onMove={setMovedPct}
				onClose={() => change({ against: null })}
			/>
		</>
	);
}

/** The middle of what panels leave free. */
function middlePct(map: MapLibreMap, { left, right }: MapViewProps["padding"]): number {
	const width = map.getContainer().clientWidth;
	return width === 0 ? 50 : ((left + (width - right)) / 2 / width) * 100;
}
