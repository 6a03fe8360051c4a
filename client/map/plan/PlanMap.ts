// The one owner of a drawing table's map: draws what differs from the last scene, and says where the pointer is.
import { type GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { fittingPadding } from "../fittingPadding.ts";
import type { Padding } from "../MapView.tsx";
import { addMapImages } from "../mapImages.ts";
import { CellStates } from "./CellStates.ts";
import type { PlanScene } from "./PlanScene.ts";
import { PLAN_SOURCES, SOURCE_OF, SOURCE_PARTS } from "./planSources.ts";
import { planStyle } from "./planStyle.ts";

setWorkerUrl(workerUrl);

/** A place under the pointer, with what a few pixels are there. */
export interface Pointed {
	readonly at: LonLat;
	readonly px: readonly [x: number, y: number];
	readonly metresPerPx: number;
	readonly isFree: boolean;
}

export interface PlanMapEvents {
	onDown(pointed: Pointed): void;
	onMove(pointed: Pointed): void;
	onUp(pointed: Pointed): void;
	/** The browser took the pointer away: a second finger, a call. */
	onCancel(): void;
	onClick(pointed: Pointed): void;
	onDoubleClick(pointed: Pointed): void;
}

type Bbox = readonly [west: number, south: number, east: number, north: number];

export interface PlanMapOptions {
	readonly scene: PlanScene;
	/** Shown whole at first, in what the panels leave free. */
	readonly bbox: Bbox;
	readonly padding: Padding;
	readonly events: PlanMapEvents;
}

export class PlanMap {
	readonly map: MapLibreMap;
	private readonly events: PlanMapEvents;
	private readonly tilesUrl = `${window.location.origin}/api/tiles/{z}/{x}/{y}`;
	private readonly cells: CellStates;
	private drawn: PlanScene | null = null;
	private wanted: PlanScene;
	private isReady = false;
	private isStill = false;

	constructor(container: HTMLElement, { scene, bbox, padding, events }: PlanMapOptions) {
		this.wanted = scene;
		this.events = events;
		this.map = new MapLibreMap({
			container,
			style: planStyle(scene.theme, this.tilesUrl),
			bounds: [...bbox],
			fitBoundsOptions: {
				padding: {
					...fittingPadding(padding, {
						widthPx: container.clientWidth,
						heightPx: container.clientHeight,
					}),
				},
			},
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			fadeDuration: 0,
			doubleClickZoom: false,
			boxZoom: false,
		});
		this.map.touchZoomRotate.disableRotation();
		this.map.keyboard.disableRotation();
		this.cells = new CellStates(this.map);
		addMapImages(this.map);
		this.map.once("load", () => {
			this.isReady = true;
			this.draw();
		});
		// nothing to draw on until it comes back, and then everything is made anew
		this.map.once("webglcontextlost", () => {
			this.isReady = false;
		});
		// a city without streets has no tiles; the ground then stays plain
		this.map.on("error", () => {});
		this.listen();
	}

	update(scene: PlanScene): void {
		this.wanted = scene;
		if (this.isReady) this.draw();
	}

	/** Whether dragging moves the map, or draws. */
	holdStill(isStill: boolean): void {
		this.isStill = isStill;
		if (isStill) this.map.dragPan.disable();
		else this.map.dragPan.enable();
	}

	/** The place in the middle of the map, as if it were clicked: for drawing by keyboard. */
	clickMiddle(): void {
		const { clientWidth, clientHeight } = this.map.getContainer();
		const pointed = this.pointedAt([clientWidth / 2, clientHeight / 2], false);
		this.events.onMove(pointed);
		this.events.onDown(pointed);
		this.events.onUp(pointed);
		this.events.onClick(pointed);
	}

	remove(): void {
		this.map.remove();
	}

	private draw(): void {
		const { drawn: before, wanted: scene } = this;
		this.drawn = scene;
		if (before !== null && before.theme !== scene.theme) this.repaint(scene);
		for (const name of PLAN_SOURCES) {
			const parts = SOURCE_PARTS[name](scene);
			const was = before === null ? null : SOURCE_PARTS[name](before);
			if (was?.every((part, i) => part === parts[i])) continue;
			this.map.getSource<GeoJSONSource>(name)?.setData(SOURCE_OF[name](scene));
		}
		this.cells.update(scene);
		const { dataset } = this.map.getContainer();
		// at rest again only when this is painted
		dataset["idle"] = "false";
		this.map.triggerRepaint();
		dataset["cells"] = String(scene.picture.cells.length);
		dataset["moved"] = String(this.cells.movedCount);
		dataset["gained"] = String(scene.homes.filter(({ isGain }) => isGain).length);
		dataset["lost"] = String(scene.homes.filter(({ isGain }) => !isGain).length);
		dataset["corners"] = String(scene.sketch?.corners.length ?? 0);
	}

	private repaint({ theme }: PlanScene): void {
		for (const layer of planStyle(theme, this.tilesUrl).layers) {
			for (const [name, value] of Object.entries(layer.paint ?? {}))
				this.map.setPaintProperty(layer.id, name as never, value as never);
		}
	}

	private listen(): void {
		const { map, events } = this;
		const canvas = map.getCanvasContainer();
		const of = (event: PointerEvent | MouseEvent) => {
			const box = canvas.getBoundingClientRect();
			return this.pointedAt([event.clientX - box.left, event.clientY - box.top], event.altKey);
		};
		const isFirst = (event: PointerEvent) => event.isPrimary && event.button <= 0;
		canvas.addEventListener("pointerdown", (event) => {
			if (!isFirst(event)) return;
			// a stroke goes on over cards and panels, and ends wherever the pointer is let go
			if (this.isStill) canvas.setPointerCapture(event.pointerId);
			events.onDown(of(event));
		});
		canvas.addEventListener("pointermove", (event) => {
			if (event.isPrimary) events.onMove(of(event));
		});
		canvas.addEventListener("pointercancel", (event) => {
			if (event.isPrimary) events.onCancel();
		});
		canvas.addEventListener("pointerup", (event) => {
			if (isFirst(event)) events.onUp(of(event));
		});
		map.on("click", ({ originalEvent }) => events.onClick(of(originalEvent)));
		map.on("dblclick", ({ originalEvent }) => events.onDoubleClick(of(originalEvent)));
		const { dataset } = map.getContainer();
		map.on("idle", () => {
			const { lng, lat } = map.getCenter();
			dataset["idle"] = String(this.isReady);
			dataset["camera"] = [lng, lat, map.getZoom()].join(" ");
		});
		map.on("dataloading", () => {
			dataset["idle"] = "false";
		});
	}

	private pointedAt(px: readonly [number, number], isFree: boolean): Pointed {
		const { lng, lat } = this.map.unproject([px[0], px[1]]);
		const beside = this.map.unproject([px[0] + 1, px[1]]);
		const metresPerPx = Math.abs(beside.lng - lng) * metresPerDegree(lat).lonM;
		return { at: [lng, lat], px, metresPerPx, isFree };
	}
}
