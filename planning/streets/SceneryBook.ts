// The map's ground in columns: a city has a million lines of it, too many for objects or one text.
import type { LonLat, PolygonRings } from "../geo/LonLat.ts";
import { GrowingColumn } from "./GrowingColumn.ts";

export const SCENERY_LAYERS = [
	"water",
	"green",
	"industrial",
	"building",
	"streets",
	"railway",
	"expressway",
	"wall",
	"waterway",
] as const;
export type SceneryLayer = (typeof SCENERY_LAYERS)[number];

/** A line or a polygon of the ground, with a class within its layer and a name. */
export interface SceneryFeature {
	readonly layer: SceneryLayer;
	readonly class: string;
	readonly name: string;
	readonly line?: readonly LonLat[];
	readonly polygon?: PolygonRings;
}

/** Feature f: rings `firstRing[f] … firstRing[f + 1] - 1`, a line having one. */
export interface Scenery {
	/** Index into `SCENERY_LAYERS`. */
	readonly layer: Uint8Array;
	/** 1 for a polygon. */
	readonly isArea: Uint8Array;
	/** Indices into `words`. */
	readonly classWord: Uint32Array;
	readonly nameWord: Uint32Array;
	readonly words: readonly string[];
	readonly firstRing: Uint32Array;
	readonly firstPoint: Uint32Array;
	/** lon, lat in units of 1e-7 degrees. */
	readonly pointE7: Int32Array;
}

export interface DrawnFeature {
	readonly layer: SceneryLayer;
	readonly class: string;
	readonly name: string;
	readonly isArea: boolean;
	/** One line, or the rings of a polygon, the outer first. */
	readonly rings: readonly (readonly LonLat[])[];
}

const UNITS_PER_DEGREE = 1e7;

export class SceneryBook {
	private readonly layer = new GrowingColumn(Uint8Array);
	private readonly isArea = new GrowingColumn(Uint8Array);
	private readonly classWord = new GrowingColumn(Uint32Array);
	private readonly nameWord = new GrowingColumn(Uint32Array);
	private readonly firstRing = new GrowingColumn(Uint32Array);
	private readonly firstPoint = new GrowingColumn(Uint32Array);
	private readonly pointE7 = new GrowingColumn(Int32Array);
	private readonly words = new Map<string, number>();

	add({ layer, class: kind, name, isArea, rings }: DrawnFeature): void {
		this.layer.push(SCENERY_LAYERS.indexOf(layer));
		this.isArea.push(isArea ? 1 : 0);
		this.classWord.push(this.word(kind));
		this.nameWord.push(this.word(name));
		this.firstRing.push(this.firstPoint.length);
		for (const ring of rings) {
			this.firstPoint.push(this.pointE7.length / 2);
			for (const [lon, lat] of ring) {
				this.pointE7.push(Math.round(lon * UNITS_PER_DEGREE));
				this.pointE7.push(Math.round(lat * UNITS_PER_DEGREE));
			}
		}
	}

	finished(): Scenery {
		this.firstRing.push(this.firstPoint.length);
		this.firstPoint.push(this.pointE7.length / 2);
		return {
			layer: this.layer.finished(),
			isArea: this.isArea.finished(),
			classWord: this.classWord.finished(),
			nameWord: this.nameWord.finished(),
			words: [...this.words.keys()],
			firstRing: this.firstRing.finished(),
			firstPoint: this.firstPoint.finished(),
			pointE7: this.pointE7.finished(),
		};
	}

	private word(text: string): number {
		const known = this.words.get(text);
		if (known !== undefined) return known;
		this.words.set(text, this.words.size);
		return this.words.size - 1;
	}
}

/** The ground feature by feature, each made when it is asked for. */
export function* sceneryFeatures(scenery: Scenery): Iterable<SceneryFeature> {
	const { layer, isArea, classWord, nameWord, words, firstRing } = scenery;
	for (let feature = 0; feature < layer.length; feature++) {
		const rings: LonLat[][] = [];
		for (let ring = firstRing[feature]; ring < firstRing[feature + 1]; ring++)
			rings.push(ringOf(scenery, ring));
		yield {
			layer: SCENERY_LAYERS[layer[feature]],
			class: words[classWord[feature]],
			name: words[nameWord[feature]],
			...(isArea[feature] === 1 ? { polygon: rings } : { line: rings[0] }),
		};
	}
}

function ringOf({ firstPoint, pointE7 }: Scenery, ring: number): LonLat[] {
	const line: LonLat[] = [];
	for (let point = firstPoint[ring]; point < firstPoint[ring + 1]; point++)
		line.push([pointE7[2 * point] / UNITS_PER_DEGREE, pointE7[2 * point + 1] / UNITS_PER_DEGREE]);
	return line;
}
