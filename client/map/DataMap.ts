// The owner of the map of the data screens: takes scenes, draws what changed, reports what the reader does.
import {
	type GeoJSONSource,
	Map as MapLibreMap,
	Marker,
	type Point,
	setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { DataScene } from "./DataScene.ts";
import { DATA_SOURCES, dataSources } from "./dataSources.ts";
import { chosenFilters, dataStyle } from "./dataStyle.ts";
import { addIssueBadges } from "./issueBadges.ts";

setWorkerUrl(workerUrl);

export interface DataMapEvents {
	onIssue(number: number): void;
	/** null: clicked beside everything. */
	onShape(id: string | null): void;
	onClick(at: LonLat): void;
	/** The handle was dragged here. */
	onHandle(at: LonLat): void;
}

const HIT_LAYERS = ["staged-point", "current-point", "staged-line", "current-line", "staged-fill"];
const REACH_PX = 4;

export class DataMap {
	readonly map: MapLibreMap;
	private readonly events: DataMapEvents;
	private readonly tilesUrl = `${window.location.origin}/api/tiles/{z}/{x}/{y}`;
	private readonly handle = new Marker({ draggable: true, color: "#2148c0" });
	private drawn: DataScene | null = null;
	private wanted: DataScene;
	private isReady = false;

	constructor(container: HTMLElement, scene: DataScene, events: DataMapEvents) {
		this.wanted = scene;
		this.events = events;
		this.map = new MapLibreMap({
			container,
			style: dataStyle(scene.theme, this.tilesUrl),
			center: [105, 35],
			zoom: 3,
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			fadeDuration: 0,
		});
		this.map.touchZoomRotate.disableRotation();
		this.map.keyboard.disableRotation();
		addIssueBadges(this.map);
		this.map.once("load", () => {
			this.isReady = true;
			this.draw();
		});
		// nothing to draw on until it comes back, and then everything is made anew
		this.map.once("webglcontextlost", () => {
			this.isReady = false;
		});
		this.listen();
	}

	/** Draws what differs from the last scene. */
	update(scene: DataScene): void {
		this.wanted = scene;
		if (this.isReady) this.draw();
	}

	remove(): void {
		this.map.remove();
	}

	private draw(): void {
		const scene = this.wanted;
		const before = this.drawn;
		this.drawn = scene;
		const differs = (...keys: (keyof DataScene)[]) =>
			before === null || keys.some((key) => before[key] !== scene[key]);
		if (before !== null && differs("theme")) this.repaint(scene);
		if (differs("shapes", "changes", "issues", "chosenIssue")) this.fillSources(scene, differs);
		if (differs("chosenShape"))
			for (const [layer, filter] of chosenFilters(scene.chosenShape))
				this.map.setFilter(layer, filter);
		if (differs("handle")) this.placeHandle(scene.handle);
	}

	private fillSources(scene: DataScene, differs: (...keys: (keyof DataScene)[]) => boolean): void {
		const sources = dataSources(scene);
		const isMoved = differs("shapes", "changes");
		for (const name of DATA_SOURCES)
			if (name === "issues" || isMoved)
				this.map.getSource<GeoJSONSource>(name)?.setData(sources[name]);
		const { dataset } = this.map.getContainer();
		dataset["shapes"] = String(sources.shapes.features.length);
		dataset["issues"] = String(sources.issues.features.length);
	}

	private placeHandle(at: LonLat | null): void {
		if (at === null) this.handle.remove();
		else this.handle.setLngLat([at[0], at[1]]).addTo(this.map);
	}

	private repaint({ theme }: DataScene): void {
		for (const layer of dataStyle(theme, this.tilesUrl).layers) {
			for (const [name, value] of Object.entries(layer.paint ?? {}))
				this.map.setPaintProperty(layer.id, name as never, value as never);
			if (layer.id.startsWith("issue"))
				for (const [name, value] of Object.entries(layer.layout ?? {}))
					this.map.setLayoutProperty(layer.id, name as never, value as never);
		}
	}

	private listen(): void {
		const { map, events } = this;
		map.on("click", ({ point, lngLat }) => {
			events.onClick([lngLat.lng, lngLat.lat]);
			const number = this.found(point, ["issue-chosen", "issues"])?.["number"];
			if (typeof number === "number") events.onIssue(number);
			else events.onShape((this.found(point, HIT_LAYERS)?.["id"] as string | undefined) ?? null);
		});
		map.on("mousemove", ({ point }) => {
			const isOver = this.found(point, ["issue-chosen", "issues"]) !== undefined;
			map.getCanvas().style.cursor = isOver ? "pointer" : "";
		});
		this.handle.on("dragend", () => {
			const { lng, lat } = this.handle.getLngLat();
			events.onHandle([lng, lat]);
		});
		// a city without streets has no tiles; the ground then stays plain
		map.on("error", () => {});
		const { dataset } = map.getContainer();
		map.on("idle", () => {
			dataset["idle"] = String(this.isReady);
		});
		map.on("dataloading", () => {
			dataset["idle"] = "false";
		});
	}

	private found({ x, y }: Point, layers: string[]): Record<string, unknown> | undefined {
		if (!this.isReady) return undefined;
		const box: [[number, number], [number, number]] = [
			[x - REACH_PX, y - REACH_PX],
			[x + REACH_PX, y + REACH_PX],
		];
		return this.map.queryRenderedFeatures(box, { layers })[0]?.properties;
	}
}
