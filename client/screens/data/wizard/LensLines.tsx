// The small frame on the map that the magnifier shows, and the lines that say they belong together.
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useSyncExternalStore } from "react";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import { lensFrame } from "./lensFrame.ts";
import { useMapHeight } from "./useMapHeight.ts";

const FRAME_PX = 22;
/** The picture of the magnifier, as in mapFurniture.css. */
const LENS = { rightPx: 16, topPx: 16, borderPx: 2 };

export function LensLines({ map, at }: { map: MapLibreMap; at: LonLat }): ReactNode {
	const place = usePlace(map, at);
	const [x = 0, y = 0, width = 0] = place.split(" ").map(Number);
	const { widthPx, heightPx } = lensFrame(useMapHeight(map));
	const lensX = width - LENS.rightPx - LENS.borderPx - widthPx;
	const half = FRAME_PX / 2;
	if (x + half > lensX) return null;
	return (
		<svg className="lens-lines" aria-hidden="true">
			<path
				d={`M${x + half},${y - half}L${lensX},${LENS.topPx + 8}M${x + half},${y + half}L${lensX},${LENS.topPx + heightPx - 8}`}
			/>
			<rect x={x - half} y={y - half} width={FRAME_PX} height={FRAME_PX} rx={3} />
		</svg>
	);
}

/** "x y width", so that the same place is the same value. */
function usePlace(map: MapLibreMap, at: LonLat): string {
	return useSyncExternalStore(
		(onChange) => {
			map.on("move", onChange);
			map.on("resize", onChange);
			return () => {
				map.off("move", onChange);
				map.off("resize", onChange);
			};
		},
		() => {
			const { x, y } = map.project([at[0], at[1]]);
			return `${Math.round(x)} ${Math.round(y)} ${map.getContainer().clientWidth}`;
		},
	);
}
