// The map as a component: makes the one CityMap, hands it scenes, and says so plainly where it cannot be drawn.
import "maplibre-gl/dist/maplibre-gl.css";
import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { CityMap, type MapEvents } from "./CityMap.ts";
import { fittingPadding } from "./fittingPadding.ts";
import { hasWebGl2 } from "./hasWebGl2.ts";
import { MadeAnew } from "./MadeAnew.tsx";
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
	/** What they covered where the address' camera was taken, if not the same. */
	readonly framing?: Padding;
	readonly label: string;
	/** How tests find it. */
	readonly testId?: string;
	/** Shown in the map's place without WebGL 2. */
	readonly fallback: ReactNode;
	onReady(handle: MapHandle, map: MapLibreMap): void;
}

export function MapView(props: MapViewProps): ReactNode {
	return <MadeAnew>{(onBack) => <DrawnMap {...props} onBack={onBack} />}</MadeAnew>;
}

function DrawnMap(props: MapViewProps & { onBack(): void }): ReactNode {
	const { scene, label, fallback, testId = "map" } = props;
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
		made.map.once("webglcontextrestored", () => latest.current.onBack());
		setCity(made);
		return () => made.remove();
	}, [canDraw]);
	useFraming(city, props);
	useEffect(() => city?.update(scene), [city, scene]);
	useEffect(() => city?.map.getCanvas().setAttribute("aria-label", label), [city, label]);

	return canDraw ? (
		<div ref={container} className="map-canvas" data-testid={testId} />
	) : (
		<div className="map-canvas map-missing">{fallback}</div>
	);
}

/** Other panels, the same place in what they leave free. */
function useFraming(city: CityMap | null, props: MapViewProps): void {
	const { padding } = props;
	const framed = useRef({ city, padding });
	const latest = useRef(props);
	useEffect(() => {
		latest.current = props;
	});
	useEffect(() => {
		const isSame = framed.current.city !== city || framed.current.padding === padding;
		framed.current = { city, padding };
		const { camera } = latest.current;
		if (!isSame && city !== null && camera !== null) showCamera(city.map, latest.current, camera);
	}, [city, padding]);
}

function makeMap(element: HTMLElement, latest: { readonly current: MapViewProps }): CityMap {
	const { scene, camera, bbox } = latest.current;
	const [west, south, east, north] = bbox;
	const start = camera ?? { lon: (west + east) / 2, lat: (south + north) / 2, zoom: 11 };
	const city = new CityMap(element, scene, start, {
		onPick: (code, at) => latest.current.onPick(code, at),
		onHover: (code, at) => latest.current.onHover(code, at),
		onResidence: (index, at) => latest.current.onResidence(index, at),
		onClick: (at) => latest.current.onClick(at),
		onDoubleClick: () => latest.current.onDoubleClick(),
		onCamera: (moved) => latest.current.onCamera(moved),
	});
	const { map } = city;
	const fitTo = (box: Bbox, duration: number) => {
		const [w, s, e, n] = box;
		const { clientWidth: widthPx, clientHeight: heightPx } = map.getContainer();
		map.fitBounds([w, s, e, n], {
			padding: { ...fittingPadding(latest.current.padding, { widthPx, heightPx }) },
			duration,
			maxZoom: 16.5,
		});
	};
	if (camera === null) fitTo(bbox, 0);
	else if (latest.current.framing !== undefined) showCamera(map, latest.current, camera);
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
			show: (seen) =>
				seen === null
					? fitTo(latest.current.bbox, durationMs())
					: showCamera(map, latest.current, seen),
		},
		map,
	);
	return city;
}

type Camera = NonNullable<MapViewProps["camera"]>;

/** What was in the middle of what the panels left free then is in the middle of what they leave free now. */
function showCamera(
	map: MapLibreMap,
	{ padding, framing = padding }: Pick<MapViewProps, "padding" | "framing">,
	{ lon, lat, zoom }: Camera,
): void {
	const [x, y] = middleOffset(padding);
	const [x0, y0] = middleOffset(framing);
	map.easeTo({ center: [lon, lat], zoom, offset: [x - x0, y - y0], duration: durationMs() });
}

function durationMs(): number {
	return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400;
}

/** From the middle of the map to the middle of what the panels leave free, px. */
function middleOffset({ top, right, bottom, left }: Padding): [number, number] {
	return [(left - right) / 2, (top - bottom) / 2];
}
