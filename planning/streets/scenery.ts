// What the map draws beneath the figures: water, green, industry, streets, railways, walls. Not used in any number.
import type { LonLat, PolygonRings } from "../geo/LonLat.ts";
import { barrierKindOf, isWaterArea } from "./barrierKind.ts";
import { joinRings } from "./joinRings.ts";
import type { Way, WaySet } from "./Way.ts";
import type { Tags } from "./walkability.ts";

export type SceneryLayer =
	| "water"
	| "green"
	| "industrial"
	| "building"
	| "streets"
	| "railway"
	| "expressway"
	| "wall"
	| "waterway";

/** A line or a polygon of the ground, with a class within its layer and a name. */
export interface SceneryFeature {
	readonly layer: SceneryLayer;
	readonly class: string;
	readonly name: string;
	readonly line?: readonly LonLat[];
	readonly polygon?: PolygonRings;
}

const GREEN_LANDUSE = new Set(["grass", "forest", "recreation_ground", "village_green", "meadow"]);
const GREEN_LEISURE = new Set(["park", "garden", "pitch", "golf_course"]);
const STREET_CLASS: Readonly<Record<string, string>> = {
	trunk: "major",
	primary: "major",
	secondary: "major",
	trunk_link: "major",
	primary_link: "major",
	secondary_link: "major",
	tertiary: "middle",
	tertiary_link: "middle",
	unclassified: "middle",
	residential: "minor",
	living_street: "minor",
	service: "minor",
	road: "minor",
	pedestrian: "path",
	footway: "path",
	path: "path",
	steps: "path",
	cycleway: "path",
	track: "path",
};

/** The ground of a set of ways, in the order of the file. */
export function sceneryOf(ways: WaySet): SceneryFeature[] {
	const byId = new Map(ways.ways.map((way) => [way.id, way]));
	const features: SceneryFeature[] = [];
	for (const way of ways.ways) {
		const feature = featureOf(way, lineOf(way, ways));
		if (feature !== null) features.push(feature);
	}
	for (const relation of ways.relations ?? []) {
		const layer = areaLayerOf(relation.tags);
		if (layer === null) continue;
		const linesOf = (role: string) =>
			relation.members
				.filter((member) => (member.role === "inner") === (role === "inner"))
				.flatMap((member) => byId.get(member.ref) ?? [])
				.map((way) => lineOf(way, ways));
		const holes = joinRings(linesOf("inner"));
		for (const outer of joinRings(linesOf("outer")))
			features.push({
				layer,
				class: layer,
				name: relation.tags["name"] ?? "",
				polygon: [outer, ...holes],
			});
	}
	return features;
}

function featureOf(way: Way, line: LonLat[]): SceneryFeature | null {
	const { tags } = way;
	const name = tags["name"] ?? "";
	if (line.length < 2) return null;
	const area = areaLayerOf(tags);
	if (area !== null && line.length > 3 && way.nodeIds[0] === way.nodeIds.at(-1))
		return { layer: area, class: area, name, polygon: [line] };
	const street = STREET_CLASS[tags["highway"] ?? ""];
	if (street !== undefined) return { layer: "streets", class: street, name, line };
	const barrier = barrierKindOf(tags);
	if (tags["railway"] !== undefined && tags["railway"] !== "abandoned")
		return { layer: "railway", class: tags["railway"], name, line };
	if (tags["highway"]?.startsWith("motorway"))
		return { layer: "expressway", class: "expressway", name, line };
	if (barrier === "wall" || barrier === "fence")
		return { layer: "wall", class: barrier, name, line };
	return tags["waterway"] !== undefined
		? { layer: "waterway", class: tags["waterway"], name, line }
		: null;
}

function areaLayerOf(tags: Tags): SceneryLayer | null {
	if (isWaterArea(tags)) return "water";
	if (GREEN_LEISURE.has(tags["leisure"] ?? "") || GREEN_LANDUSE.has(tags["landuse"] ?? ""))
		return "green";
	if (tags["natural"] === "wood") return "green";
	if (tags["landuse"] === "industrial") return "industrial";
	return tags["building"] !== undefined ? "building" : null;
}

function lineOf(way: Way, ways: WaySet): LonLat[] {
	return way.nodeIds.map((id) => [ways.lonOf.get(id) as number, ways.latOf.get(id) as number]);
}
