// The area that two territories share, in square degrees: for shares of one cell, nothing else.
import { bboxClip, intersect } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { LonLat, MultiPolygonRings } from "../geo/LonLat.ts";
import { areaDeg2, type Bounds, boundsOf } from "./planarArea.ts";
import { sideOf } from "./pointInPolygon.ts";

const SAMPLES = 60;

/** Shared area. Boundaries that cross themselves, which turf may refuse, are sampled instead. */
export function sharedAreaDeg2(a: MultiPolygonRings, b: MultiPolygonRings): number {
	const box = sharedBox(boundsOf(a), boundsOf(b));
	if (box[0] >= box[2] || box[1] >= box[3]) return 0;
	// Only what lies in both boxes can be shared: clipping first made 113 streets × 127 sectors 3 times faster.
	const [clippedA, clippedB] = [clipped(a, box), clipped(b, box)];
	if (clippedA === null || clippedB === null) return 0;
	try {
		const shared = intersect({ type: "FeatureCollection", features: [clippedA, clippedB] });
		if (shared === null) return 0;
		const { geometry } = shared;
		const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
		return areaDeg2(parts as unknown as MultiPolygonRings);
	} catch {
		return sampledAreaDeg2(a, b, box);
	}
}

function sharedBox(a: Bounds, b: Bounds): [number, number, number, number] {
	return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function clipped(
	polygons: MultiPolygonRings,
	box: [number, number, number, number],
): Feature<MultiPolygon> | null {
	// turf's types want lists it could write to; it does not.
	const coordinates = polygons as unknown as number[][][][];
	const { geometry } = bboxClip({ type: "MultiPolygon", coordinates }, box) as Feature<
		Polygon | MultiPolygon
	>;
	const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
	const sound = parts
		.filter(([outer]) => outer !== undefined && outer.length >= 4)
		.map((rings) => rings.filter((ring) => ring.length >= 4));
	return sound.length === 0
		? null
		: { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: sound } };
}

/** Points of a grid that lie in both. */
function sampledAreaDeg2(a: MultiPolygonRings, b: MultiPolygonRings, box: Bounds): number {
	const [west, south, east, north] = box;
	const contains = (polygons: MultiPolygonRings, point: LonLat) =>
		polygons.some((rings) => sideOf(point, rings) !== "outside");
	let found = 0;
	for (let i = 0; i < SAMPLES; i++)
		for (let j = 0; j < SAMPLES; j++) {
			const point: LonLat = [
				west + ((i + 0.5) / SAMPLES) * (east - west),
				south + ((j + 0.5) / SAMPLES) * (north - south),
			];
			if (contains(a, point) && contains(b, point)) found++;
		}
	return (found / SAMPLES ** 2) * (east - west) * (north - south);
}
