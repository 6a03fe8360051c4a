// What a pedestrian may legally use, by tag. docs/methods.md explains each row.
import { EDGE_FLAG } from "./StreetGraph.ts";

export type Tags = Readonly<Record<string, string>>;

/** How a way may be walked; absent altogether when it may not. */
export interface Walkability {
	/** Bits of `EDGE_FLAG`. */
	readonly flags: number;
	readonly forward: boolean;
	readonly backward: boolean;
	/** Only at the ends of a trip. */
	readonly isPrivate: boolean;
}

const OPEN_TO_ALL = [
	"trunk",
	"trunk_link",
	"primary",
	"primary_link",
	"secondary",
	"secondary_link",
	"tertiary",
	"tertiary_link",
	"unclassified",
	"residential",
	"living_street",
	"service",
	"road",
	"track",
	"cycleway",
	"path",
	"bridleway",
];
const FOOT_ONLY = ["pedestrian", "footway", "steps", "corridor", "platform"];
const WALKABLE = new Set([...OPEN_TO_ALL, ...FOOT_ONLY]);
const ALLOWS = new Set(["yes", "designated", "permissive", "official", "destination"]);
const FORBIDS = new Set(["no", "use_sidepath"]);
const PRIVATE = new Set(["private", "customers", "delivery", "permit", "residents"]);

/** How a way with these tags may be walked, or null when it may not be. */
export function walkabilityOf(tags: Tags): Walkability | null {
	const highway = tags["highway"];
	if (highway === undefined || !WALKABLE.has(highway)) return null;
	if (tags["motorroad"] === "yes" && !ALLOWS.has(tags["foot"] ?? "")) return null;

	const access = tags["foot"] ?? tags["access"] ?? "yes";
	if (FORBIDS.has(access)) return null;

	const oneWay =
		tags["oneway:foot"] ?? (tags["conveying"] === undefined ? "no" : conveyed(tags["conveying"]));
	return {
		flags: flagsOf(highway, tags),
		forward: oneWay !== "-1",
		backward: oneWay !== "yes" && tags["foot:backward"] !== "no",
		isPrivate: PRIVATE.has(access),
	};
}

/** True when nobody may walk through a node with these tags: a barrier that is shut to all. */
export function isShut(tags: Tags): boolean {
	const barrier = tags["barrier"];
	if (barrier === undefined) return false;
	const access = tags["foot"] ?? tags["access"];
	if (access !== undefined) return FORBIDS.has(access);
	return tags["locked"] === "yes" || barrier === "wall" || barrier === "fence";
}

function flagsOf(highway: string, tags: Tags): number {
	const bridge = tags["bridge"];
	const tunnel = tags["tunnel"];
	return (
		(highway === "steps" ? EDGE_FLAG.steps : 0) |
		(bridge !== undefined && bridge !== "no" ? EDGE_FLAG.bridge : 0) |
		(tunnel !== undefined && tunnel !== "no" && tunnel !== "building_passage"
			? EDGE_FLAG.tunnel
			: 0) |
		(FOOT_ONLY.includes(highway) && !ALLOWS.has(tags["bicycle"] ?? "") ? EDGE_FLAG.footOnly : 0)
	);
}

function conveyed(direction: string): string {
	if (direction === "forward") return "yes";
	return direction === "backward" ? "-1" : "no";
}
