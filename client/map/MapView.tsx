// The map as a component: makes the one CityMap, hands it scenes, and says so plainly where it cannot be drawn.
import "maplibre-gl/dist/maplibre-gl.css";
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { CityMap, type MapEvents } from "./CityMap.ts";
import { hasWebGl2 } from "./hasWebGl2.ts";
import type { MapHandle } from "./MapHandle.ts";
import type { MapScene } from "./MapScene.ts";

type Bbox = readonly [west: number, south: number, east: number, north: number];
export interface Padding {
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
	readonly left: number;
}

export interface MapViewProps extends MapEvents {
	readonly scene: MapScene;
	/** Where the address says to look; null fits the city. */
	readonly camera: { readonly lon: number; readonly lat: number; readonly zoom: number } | null;
	readonly bbox: Bbox;
	/** What the panels cover, px. */
	readonly padding: Padding;
	readonly label: string;
	/** Shown in the map's place without WebGL 2. */
	readonly fallback: ReactNode;
	onReady(handle: MapHandle, map: MapLibreMap): void;
}

export function MapView(props: MapViewProps): ReactNode {
	const { scene, label, fallback } = props;
	const container = useRef<HTMLDivElement>(null);
	const [city, setCity] = useState<CityMap | null>(null);
	const [canDraw] = useState(hasWebGl2);
	const latest = useRef(props);

	useEffect(() => {
		latest.current = props;
	});
	useEffect(() => {
		if (container.current === null || !canDraw) return;
		const made = makeMap(container.current, latest);
		setCity(made);
		return () => made.remove();
	}, [canDraw]);
	useEffect(() => city?.update(scene), [city, scene]);
	useEffect(() => city?.map.getCanvas().setAttribute("aria-label", label), [city, label]);

	return canDraw ? (
		<div ref={container} className="map-canvas" data-testid="map" />
	) : (
		<div className="map-canvas map-missing">{fallback}</div>
	);
}

function makeMap(element: HTMLElement, latest: { readonly current: MapViewProps }): CityMap {
	const { scene, camera, bbox } = latest.current;
	const [west, south, east, north] = bbox;
	const start = camera ?? { lon: (west + east) / 2, lat: (south + north) / 2, zoom: 11 };
	const city = new CityMap(element, scene, start, {
		onPick: (code) => latest.current.onPick(code),
		onHover: (code) => latest.current.onHover(code),
		onResidence: (index, at) => latest.current.onResidence(index, at),
		onClick: (at) => latest.current.onClick(at),
		onDoubleClick: () => latest.current.onDoubleClick(),
		onCamera: (moved) => latest.current.onCamera(moved),
	});
	const { map } = city;
	const durationMs = () =>
		window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400;
	const fitTo = (box: Bbox, duration: number) => {
		const [w, s, e, n] = box;
		map.fitBounds([w, s, e, n], {
			padding: { ...latest.current.padding },
			duration,
			maxZoom: 16.5,
		});
	};
	if (camera === null) fitTo(bbox, 0);
	latest.current.onReady(
		{
			flyTo: ([lon, lat], zoom) =>
				map.easeTo({
					center: [lon, lat],
					zoom: Math.max(zoom, map.getZoom()),
					offset: middleOffset(latest.current.padding),
					duration: durationMs(),
				}),
			fit: (box) => fitTo(box, durationMs()),
			zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration: durationMs() }),
			home: () => fitTo(latest.current.bbox, durationMs()),
		},
		map,
	);
	return city;
}

/** From the middle of the map to the middle of what the panels leave free, px. */
function middleOffset({ top, right, bottom, left }: Padding): [number, number] {
	return [(left - right) / 2, (top - bottom) / 2];
}
