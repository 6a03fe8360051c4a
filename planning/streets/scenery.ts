// What the map draws beneath the figures: water, green, industry, streets, railways, walls. Not used in any number.
import type { LonLat } from "../geo/LonLat.ts";
import { barrierKindOf, isWaterArea } from "./barrierKind.ts";
import { joinRings } from "./joinRings.ts";
import { type Scenery, SceneryBook, type SceneryLayer } from "./SceneryBook.ts";
import type { Way, WaySet } from "./Way.ts";
import type { Tags } from "./walkability.ts";

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
export function sceneryOf(ways: WaySet): Scenery {
	const book = new SceneryBook();
	for (const way of ways.ways) {
		const kind = way.nodeIds.length < 2 ? null : kindOf(way);
		if (kind !== null)
			book.add({ ...kind, name: way.tags["name"] ?? "", rings: [lineOf(way.nodeIds, ways)] });
	}
	const members = memberWays(ways);
	for (const { tags, members: parts } of ways.relations ?? []) {
		const layer = areaLayerOf(tags);
		if (layer === null) continue;
		const ringsOf = (isInner: boolean) =>
			joinRings(
				parts
					.filter(({ role }) => (role === "inner") === isInner)
					.flatMap(({ ref }) => members.get(ref) ?? []),
			).map((ring) => lineOf(ring, ways));
		const holes = ringsOf(true);
		for (const outer of ringsOf(false))
			book.add({
				layer,
				class: layer,
				name: tags["name"] ?? "",
				isArea: true,
				rings: [outer, ...holes],
			});
	}
	return book.finished();
}

/** Nodes of the ways that multipolygons of the ground are made of; a way cut at the edge of the file has several. */
function memberWays({ ways, relations = [] }: WaySet): Map<number, (readonly number[])[]> {
	const members = new Map<number, (readonly number[])[]>();
	for (const { tags, members: parts } of relations)
		if (areaLayerOf(tags) !== null) for (const { ref } of parts) members.set(ref, []);
	if (members.size > 0) for (const { id, nodeIds } of ways) members.get(id)?.push(nodeIds);
	return members;
}

function kindOf({
	tags,
	nodeIds,
}: Way): { layer: SceneryLayer; class: string; isArea: boolean } | null {
	const area = areaLayerOf(tags);
	if (area !== null && nodeIds.length > 3 && nodeIds[0] === nodeIds[nodeIds.length - 1])
		return { layer: area, class: area, isArea: true };
	const line = (layer: SceneryLayer, name: string) => ({ layer, class: name, isArea: false });
	const street = STREET_CLASS[tags["highway"] ?? ""];
	if (street !== undefined) return line("streets", street);
	const barrier = barrierKindOf(tags);
	if (tags["railway"] !== undefined && tags["railway"] !== "abandoned")
		return line("railway", tags["railway"]);
	if (tags["highway"]?.startsWith("motorway")) return line("expressway", "expressway");
	if (barrier === "wall" || barrier === "fence") return line("wall", barrier);
	return tags["waterway"] !== undefined ? line("waterway", tags["waterway"]) : null;
}

function areaLayerOf(tags: Tags): SceneryLayer | null {
	if (isWaterArea(tags)) return "water";
	if (GREEN_LEISURE.has(tags["leisure"] ?? "") || GREEN_LANDUSE.has(tags["landuse"] ?? ""))
		return "green";
	if (tags["natural"] === "wood") return "green";
	if (tags["landuse"] === "industrial") return "industrial";
	return tags["building"] !== undefined ? "building" : null;
}

function lineOf(nodeIds: readonly number[], { lonOf, latOf }: WaySet): LonLat[] {
	return nodeIds.map((id) => [lonOf.get(id) as number, latOf.get(id) as number]);
}
