// Understandings without a look at features: a file of several layers, and a file of OpenStreetMap.
import type { CrsFinding, SourceLayer, Understanding } from "../../planning/wire/understanding.ts";

/** An OpenStreetMap file leaves nothing open: streets in WGS84, UTF-8. */
export function understoodStreets(format: string): Understanding {
	const crs: CrsFinding = {
		...NOTHING.crs,
		declared: "EPSG:4326",
		used: "EPSG:4326",
		basis: "declared",
		isSure: true,
		words: { zh: "OpenStreetMap 文件总是 WGS84 经纬度。", en: "OpenStreetMap is always WGS84." },
	};
	return { ...NOTHING, format, layers: [], layer: null, kind: "streets", crs };
}

/** Several layers, none chosen. */
export function notChosen(format: string, layers: readonly SourceLayer[]): Understanding {
	return { ...NOTHING, format, layers: [...layers], layer: null };
}

const NOTHING: Omit<Understanding, "format" | "layers" | "layer"> = {
	kind: null,
	level: null,
	encoding: {
		declared: null,
		used: null,
		basis: "format",
		isSure: true,
		alternatives: [],
		sample: [],
	},
	crs: {
		declared: null,
		used: null,
		basis: "unknown",
		isSure: false,
		isSwapped: false,
		inCity: null,
		alternatives: [],
		words: {
			zh: "文件里有几个图层，选定一个后再看坐标。",
			en: "The file has several layers; choose one first.",
		},
	},
	offset: null,
	columns: [],
	geometries: {},
	sampled: 0,
	isWhole: false,
	bbox: null,
};
