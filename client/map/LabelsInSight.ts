// Of thousands of labels a few hundred find room at the zoom that is looked at: those, and those of the next zoom, are given
// to the map. Each that is given is written, sent to the map's worker and laid out anew whenever a figure changes.
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import type { MapScene } from "./MapScene.ts";
import { labelSource } from "./sceneSources.ts";

type Labels = Pick<MapScene, "labels" | "selectedCode">;

export class LabelsInSight {
	private readonly map: MapLibreMap;
	private drawn: Labels | null = null;
	private upToZoom = -Infinity;

	constructor(map: MapLibreMap) {
		this.map = map;
	}

	update({ labels, selectedCode }: Labels): void {
		const isSame = this.drawn?.labels === labels && this.drawn.selectedCode === selectedCode;
		if (isSame) return;
		this.drawn = { labels, selectedCode };
		this.give();
	}

	/** After a change of zoom: nearer more is given; farther away the map leaves out by itself what has no room. */
	follow(): void {
		if (this.drawn !== null && this.wantedZoom() > this.upToZoom) this.give();
	}

	private give(): void {
		if (this.drawn === null) return;
		this.upToZoom = this.wantedZoom();
		const { labels, selectedCode } = this.drawn;
		const content = labelSource(labels, selectedCode, this.upToZoom);
		this.map.getSource<GeoJSONSource>("labels")?.setData(content);
	}

	private wantedZoom(): number {
		return Math.floor(this.map.getZoom()) + 1;
	}
}
