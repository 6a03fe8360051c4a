// A data scene's plain values as the GeoJSON of its sources. Pure.
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { labelPoint } from "../../planning/city/labelPoint.ts";
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import type { ShapeFeature } from "../data/uploadQueries.ts";
import type { DataScene } from "./DataScene.ts";
import { EMPTY } from "./sceneSources.ts";
import { bboxOfShapes } from "./shapeLines.ts";

export const DATA_SOURCES = ["shapes", "moves", "names", "issues"] as const;
export type DataSource = (typeof DATA_SOURCES)[number];

/** Finding the best place of a name costs a little; where there are more, names would not fit anyway. */
const MAX_NAMES = 600;

export function dataSources(scene: DataScene): Record<DataSource, FeatureCollection> {
	return {
		shapes: shapeSource(scene),
		moves: moveSource(scene),
		names: nameSource(scene),
		issues: issueSource(scene),
	};
}

/** What is drawn: the file as it stands against what is in force. `read` only serves the magnifier. */
export function shapeSource({
	shapes,
	changes,
}: Pick<DataScene, "shapes" | "changes">): FeatureCollection {
	if (shapes === null) return EMPTY;
	const changeOf = new Map(changes?.map(({ id, change }) => [id, change]));
	const features = shown(shapes.features).map(({ geometry, properties }): Feature => {
		const { role, id, name } = properties;
		const change = changes === null ? "" : (changeOf.get(id) ?? "same");
		return { type: "Feature", geometry, properties: { role, id, name, change } };
	});
	return { type: "FeatureCollection", features };
}

/** Until there are steps, a file may only be known as it was read. */
function shown(features: readonly ShapeFeature[]) {
	const hasStaged = features.some(({ properties }) => properties.role === "staged");
	const wanted = hasStaged ? "staged" : "read";
	return features.flatMap((feature) => {
		const { geometry, properties } = feature;
		if (geometry === null || (properties.role !== wanted && properties.role !== "current"))
			return [];
		const role = properties.role === "current" ? ("current" as const) : ("staged" as const);
		return [{ geometry, properties: { ...properties, role } }];
	});
}

/** A line from where a point was to where it is. */
export function moveSource({
	shapes,
	changes,
}: Pick<DataScene, "shapes" | "changes">): FeatureCollection {
	const moved = new Set(
		changes?.filter(({ change }) => change === "moved").map(({ id }) => id) ?? [],
	);
	if (shapes === null || moved.size === 0) return EMPTY;
	const [before, after] = [new Map<string, LonLat>(), new Map<string, LonLat>()];
	for (const { geometry, properties } of shown(shapes.features))
		if (moved.has(properties.id)) {
			const at = middleOf(geometry);
			if (at !== null) (properties.role === "current" ? before : after).set(properties.id, at);
		}
	const features = [...before].flatMap(([id, from]): Feature[] => {
		const to = after.get(id);
		if (to === undefined) return [];
		const coordinates = [[...from], [...to]];
		return [{ type: "Feature", geometry: { type: "LineString", coordinates }, properties: { id } }];
	});
	return { type: "FeatureCollection", features };
}

function nameSource({ shapes }: DataScene): FeatureCollection {
	if (shapes === null) return EMPTY;
	const named = shown(shapes.features).filter(
		({ geometry, properties }) =>
			properties.role === "staged" && properties.name !== "" && geometry.type.endsWith("Polygon"),
	);
	if (named.length > MAX_NAMES) return EMPTY;
	const features = named.flatMap(({ geometry, properties }): Feature[] => {
		const rings = ringsOf(geometry);
		if (rings === null) return [];
		return [pointAt(labelPoint(rings), { name: properties.name })];
	});
	return { type: "FeatureCollection", features };
}

export function issueSource({
	issues,
	chosenIssue,
}: Pick<DataScene, "issues" | "chosenIssue">): FeatureCollection {
	const features = issues.flatMap(({ number, severity, decision, lon, lat }): Feature[] =>
		lon === null || lat === null
			? []
			: [pointAt([lon, lat], { number, severity, decision, isChosen: number === chosenIssue })],
	);
	return { type: "FeatureCollection", features };
}

function pointAt(at: LonLat, properties: Record<string, unknown>): Feature {
	return { type: "Feature", geometry: { type: "Point", coordinates: [...at] }, properties };
}

function middleOf(geometry: Geometry): LonLat | null {
	const box = bboxOfShapes([{ geometry }]);
	return box === null ? null : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

/** null for what is no area, or one without extent. */
function ringsOf(geometry: Geometry): MultiPolygonRings | null {
	const polygons =
		geometry.type === "Polygon"
			? [geometry.coordinates]
			: geometry.type === "MultiPolygon"
				? geometry.coordinates
				: [];
	const sound = polygons.filter(([outer]) => outer !== undefined && outer.length >= 4);
	return sound.length === 0 ? null : (sound as unknown as MultiPolygonRings);
}
