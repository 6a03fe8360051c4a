// What screens may ask of the map without owning it.
import { createContext, useContext } from "react";
import type { LonLat } from "../../planning/geo/LonLat.ts";

export interface MapHandle {
	flyTo(at: LonLat, zoom: number): void;
	/** West, south, east, north; fitted into what the panels leave free. */
	fit(bbox: readonly [number, number, number, number]): void;
	zoomBy(steps: number): void;
	home(): void;
	/** As the camera of an address says; the whole city for null. */
	show(camera: { readonly lon: number; readonly lat: number; readonly zoom: number } | null): void;
}

export const NO_MAP: MapHandle = {
	flyTo: () => {},
	fit: () => {},
	zoomBy: () => {},
	home: () => {},
	show: () => {},
};
export const MapHandleContext = createContext<MapHandle>(NO_MAP);
export function useMapHandle(): MapHandle {
	return useContext(MapHandleContext);
}
