// Which lines a connector may not cross: railways, rivers, expressways, walls and fences at ground level.
import type { BarrierKind } from "./StreetGraph.ts";
import type { Tags } from "./walkability.ts";

const RAILWAYS = new Set(["rail", "light_rail", "narrow_gauge", "tram_separate", "subway"]);
const WATERWAYS = new Set(["river", "canal"]);
const EXPRESSWAYS = new Set(["motorway", "motorway_link"]);
const WALLS = new Set(["wall", "city_wall", "retaining_wall"]);

/** The kind of barrier that a way with these tags is, or null. What runs above or below ground severs nothing. */
export function barrierKindOf(tags: Tags): BarrierKind | null {
	if (isOffGround(tags)) return null;
	if (RAILWAYS.has(tags["railway"] ?? "")) return "railway";
	if (WATERWAYS.has(tags["waterway"] ?? "") || isWaterArea(tags)) return "water";
	if (
		EXPRESSWAYS.has(tags["highway"] ?? "") ||
		(tags["highway"] !== undefined && tags["motorroad"] === "yes")
	)
		return "expressway";
	if (WALLS.has(tags["barrier"] ?? "")) return "wall";
	return tags["barrier"] === "fence" ? "fence" : null;
}

/** True for the outline of a body of water. */
export function isWaterArea(tags: Tags): boolean {
	return (
		tags["natural"] === "water" ||
		tags["waterway"] === "riverbank" ||
		tags["landuse"] === "reservoir"
	);
}

function isOffGround(tags: Tags): boolean {
	const bridge = tags["bridge"];
	const tunnel = tags["tunnel"];
	return (bridge !== undefined && bridge !== "no") || (tunnel !== undefined && tunnel !== "no");
}
