// The map of the data screens as a component. What it should show first, and flying, are asked through its handle.
import "maplibre-gl/dist/maplibre-gl.css";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { DataMap, type DataMapEvents } from "./DataMap.ts";
import type { DataScene } from "./DataScene.ts";
import { hasWebGl2 } from "./hasWebGl2.ts";
import { MadeAnew } from "./MadeAnew.tsx";

/** A place, or an extent that is shown whole. */
export type Focus = { readonly at: LonLat; readonly zoom: number } | { readonly box: Bbox };
export type Bbox = readonly [west: number, south: number, east: number, north: number];

interface DataMapViewProps extends Partial<DataMapEvents> {
	readonly scene: DataScene;
	/** Shown when it changes; null: stay. */
	readonly bbox: Bbox | null;
	/** Flown to when it changes; null: stay. */
	readonly focus: Focus | null;
	/** What furniture covers at the right, px. */
	readonly coveredPx: number;
	readonly label: string;
	readonly fallback: ReactNode;
	readonly children?: ReactNode;
	onMap?(map: DataMap["map"]): void;
}

const MARGIN_PX = 28;

export function DataMapView(props: DataMapViewProps): ReactNode {
	return <MadeAnew>{(onBack) => <DrawnDataMap {...props} onBack={onBack} />}</MadeAnew>;
}

function DrawnDataMap(props: DataMapViewProps & { onBack(): void }): ReactNode {
	const { scene, bbox, focus, coveredPx, label, fallback, children } = props;
	const container = useRef<HTMLDivElement>(null);
	const [made, setMade] = useState<DataMap | null>(null);
	const [canDraw] = useState(hasWebGl2);
	const latest = useRef(props);
	useEffect(() => {
		latest.current = props;
	});
	useEffect(() => {
		if (container.current === null || !canDraw) return;
		const map = new DataMap(container.current, latest.current.scene, {
			onIssue: (number) => latest.current.onIssue?.(number),
			onShape: (id) => latest.current.onShape?.(id),
			onClick: (at) => latest.current.onClick?.(at),
			onHandle: (at) => latest.current.onHandle?.(at),
		});
		map.map.once("webglcontextrestored", () => latest.current.onBack());
		setMade(map);
		latest.current.onMap?.(map.map);
		return () => map.remove();
	}, [canDraw]);
	useEffect(() => made?.update(scene), [made, scene]);
	useEffect(() => made?.map.getCanvas().setAttribute("aria-label", label), [made, label]);
	useEffect(() => {
		if (made === null || bbox === null) return;
		const [west, south, east, north] = bbox;
		made.map.resize(); // what is around the map may just have changed its size
		made.map.fitBounds([west, south, east, north], {
			padding: MARGIN_PX,
			duration: 0,
			maxZoom: 16,
		});
	}, [made, bbox]);
	useEffect(() => {
		if (made === null || focus === null) return;
		goTo(made.map, focus, coveredPx);
	}, [made, focus, coveredPx]);
	return (
		<div className="data-map">
			{canDraw ? (
				<div ref={container} className="data-map-canvas" data-testid="data-map" />
			) : (
				<div className="data-map-canvas map-missing">{fallback}</div>
			)}
			{canDraw && children}
		</div>
	);
}

function goTo(map: DataMap["map"], focus: Focus, coveredPx: number): void {
	if ("box" in focus) {
		const [west, south, east, north] = focus.box;
		const padding = {
			top: MARGIN_PX,
			bottom: MARGIN_PX,
			left: MARGIN_PX,
			right: MARGIN_PX + coveredPx,
		};
		map.fitBounds([west, south, east, north], { padding, duration: durationMs(), maxZoom: 16 });
		return;
	}
	const { at, zoom } = focus;
	map.easeTo({
		center: [at[0], at[1]],
		zoom: Math.max(zoom, map.getZoom()),
		offset: [-coveredPx / 2, 0],
		duration: durationMs(),
	});
}

function durationMs(): number {
	return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400;
}
