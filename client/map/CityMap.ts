// The one owner of the map: takes scenes, draws what changed since the last one, reports what the reader does.
import { MapLibreOverlay } from "@deck.gl/maplibre";
import { type GeoJSONSource, Map as MapLibreMap, type Point, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { Backdrop } from "./Backdrop.ts";
import { classColour, groundStyle, type SceneSource } from "./groundStyle.ts";
import { HexLayer } from "./HexLayer.ts";
import { LabelsInSight } from "./LabelsInSight.ts";
import { layersFor } from "./layersFor.ts";
import type { MapScene } from "./MapScene.ts";
import { addMapImages } from "./mapImages.ts";
import { routeSource } from "./routeLayers.ts";
import {
	EMPTY,
	facilitySource,
	flagSource,
	lineSource,
	measureSource,
	outsideSource,
	ringSource,
	unitSource,
} from "./sceneSources.ts";
import { layerVisibility } from "./sceneStyle.ts";
import { UnitStates } from "./UnitStates.ts";

setWorkerUrl(workerUrl);

export interface MapEvents {
	/** A unit of the shown level, or nothing, and where. */
	onPick(code: string | null, at: LonLat): void;
	onHover(code: string | null, at: LonLat | null): void;
	onResidence(index: number, at: LonLat): void;
	/** Every click, for measuring; true takes it away from picking. */
	onClick(at: LonLat): boolean;
	onDoubleClick(): void;
	onCamera(camera: { lon: number; lat: number; zoom: number }): void;
}

/** Has any of these changed since the last scene? */
type Differs = (...keys: (keyof MapScene)[]) => boolean;

export class CityMap {
	readonly map: MapLibreMap;
	private readonly overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
	private readonly events: MapEvents;
	private readonly tilesUrl: string;
	private readonly units: UnitStates;
	private readonly labels: LabelsInSight;
	private readonly hexes: HexLayer;
	private readonly backdrop: Backdrop;
	private drawn: MapScene | null = null;
	private wanted: MapScene;
	private isReady = false;
	private isOverlayPending = false;

	constructor(
		container: HTMLElement,
		scene: MapScene,
		camera: { readonly lon: number; readonly lat: number; readonly zoom: number },
		events: MapEvents,
	) {
		this.wanted = scene;
		this.events = events;
		this.tilesUrl = `${window.location.origin}/api/tiles/{z}/{x}/{y}`;
		this.map = new MapLibreMap({
			container,
			style: groundStyle(scene.theme, this.tilesUrl),
			center: [camera.lon, camera.lat],
			zoom: camera.zoom,
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			fadeDuration: 0,
			doubleClickZoom: false,
		});
		this.units = new UnitStates(this.map);
		this.labels = new LabelsInSight(this.map);
		this.hexes = new HexLayer(this.map);
		this.backdrop = new Backdrop(this.map);
		this.map.touchZoomRotate.disableRotation();
		this.map.keyboard.disableRotation();
		addMapImages(this.map);
		this.map.once("load", () => this.begin());
		// nothing to draw on until it comes back, and then everything is made anew
		this.map.once("webglcontextlost", () => {
			this.isReady = false;
		});
		this.listen();
	}

	/** Draws what differs from the last scene. */
	update(scene: MapScene): void {
		this.wanted = scene;
		if (this.isReady) this.draw();
	}

	remove(): void {
		this.map.remove();
	}

	private begin(): void {
		this.map.addControl(this.overlay);
		this.isReady = true;
		this.draw();
	}

	private draw(): void {
		const scene = this.wanted;
		const before = this.drawn;
		this.drawn = scene;
		const differs: Differs = (...keys) =>
			before === null || keys.some((key) => before[key] !== scene[key]);
		if (before !== null && differs("theme")) this.repaint(scene);
		this.fillSources(scene, differs);
		if (differs("theme", "classColours"))
			this.map.setPaintProperty("unit-fill", "fill-color", classColour(scene.classColours));
		this.units.update(scene);
		this.labels.update(scene);
		this.backdrop.update(scene.background);
		if (differs("shown", "reading", "hexes", "heat"))
			for (const [id, visibility] of layerVisibility(scene))
				this.map.setLayoutProperty(id, "visibility", visibility);
		if (differs("hexes", "theme")) this.hexes.update(scene);
		const isOtherPlaces = scene.flagHomes !== null && differs("hexes");
		if (isOtherPlaces || differs("homes", "heat", "flagHomes", "reading", "shown", "theme"))
			this.setDeckLayers();
	}

	private fillSources(scene: MapScene, differs: Differs): void {
		const { shapes, borders, district, facilities, spot } = scene;
		if (differs("shapes")) this.fill("shapes", shapes ?? EMPTY);
		if (differs("shapes", "selectedCode"))
			this.fill("selected", unitSource(shapes, scene.selectedCode));
		if (differs("shapes", "hoveredCode"))
			this.fill("hovered", unitSource(shapes, scene.hoveredCode));
		if (differs("borders")) this.fill("borders", borders ?? EMPTY);
		if (differs("district")) this.fill("outside", outsideSource(district));
		if (differs("facilities", "theme"))
			this.fill("facilities", facilitySource(facilities, scene.theme));
		if (differs("flagPlace")) this.fill("flag", flagSource(scene.flagPlace));
		if (differs("hoveredPlace")) this.fill("place", ringSource(scene.hoveredPlace));
		if (differs("measure")) this.fill("measure", measureSource(scene.measure));
		if (differs("route")) this.fill("route", routeSource(scene.route));
		if (differs("commonBorder")) {
			this.fill("commonBorder", lineSource(scene.commonBorder));
			this.map.getContainer().dataset["commonBorder"] = String(scene.commonBorder?.length ?? 0);
		}
		if (differs("spot"))
			this.fill("spot", flagSource(spot === null ? null : { at: spot, place: [] }));
	}

	/** The overlay ignores `beforeId` while any source is loading, and would cover labels: once more when all is idle. */
	private setDeckLayers(): void {
		const set = () => this.overlay.setProps({ layers: layersFor(this.wanted) });
		set();
		if (this.isOverlayPending) return; // one waits already; while a slider is dragged no map comes to rest
		this.isOverlayPending = true;
		this.map.once("idle", () => {
			set();
			this.isOverlayPending = false;
			this.map.triggerRepaint();
		});
	}

	private fill(source: SceneSource, content: GeoJSON.GeoJSON): void {
		this.map.getSource<GeoJSONSource>(source)?.setData(content);
	}

	/** Another theme: the same layers in other colours, sources and pictures stay. */
	private repaint(scene: MapScene): void {
		for (const layer of groundStyle(scene.theme, this.tilesUrl).layers)
			for (const [name, value] of Object.entries(layer.paint ?? {}))
				this.map.setPaintProperty(layer.id, name as never, value as never);
	}

	private listen(): void {
		const { map, events } = this;
		map.on("click", ({ point, lngLat }) => {
			const at: LonLat = [lngLat.lng, lngLat.lat];
			if (events.onClick(at)) return;
			const home = this.homeAt(point);
			if (home >= 0) events.onResidence(home, at);
			else events.onPick(this.codeAt(point), at);
		});
		map.on("dblclick", () => events.onDoubleClick());
		map.on("mousemove", ({ point, lngLat }) =>
			events.onHover(this.codeAt(point), [lngLat.lng, lngLat.lat]),
		);
		map.on("zoom", () => {
			if (this.isReady) this.labels.follow();
		});
		map.on("mouseout", () => events.onHover(null, null));
		// what the browser tests wait for, and the check that residences lie beneath labels
		const { dataset } = map.getContainer();
		map.on("idle", () => {
			dataset["layers"] = map.getLayersOrder().join(" ");
			dataset["idle"] = String(this.isReady && !this.isOverlayPending);
		});
		map.on("dataloading", () => {
			dataset["idle"] = "false";
		});
		map.on("moveend", () => {
			const { lng, lat } = map.getCenter();
			events.onCamera({ lon: lng, lat, zoom: map.getZoom() });
		});
	}

	/** Index of the residence under the pointer, where residences can be chosen; else -1. */
	private homeAt({ x, y }: Point): number {
		const { reading, homes } = this.wanted;
		if (reading !== "places" || homes === null) return -1;
		const dot = this.overlay.pickObject({ x, y, radius: 3 })?.index ?? -1;
		return homes.homes[dot] ?? -1;
	}

	private codeAt(point: Point): string | null {
		if (!this.isReady) return null;
		const [found] = this.map.queryRenderedFeatures(point, { layers: ["unit-hit"] });
		return (found?.properties["code"] as string | undefined) ?? null;
	}
}
