// The tags the compiler reads; a collector need keep no other.
import { WALK_TABLE } from "./walkability.ts";

/** Keys of ways, relations and nodes that decide anything: walkability, areas, barriers, the map's ground, names, levels. */
export const READ_TAGS: ReadonlySet<string> = new Set([
	...WALK_TABLE.map(({ tag }) => tag),
	"area",
	"barrier",
	"building",
	"landuse",
	"layer",
	"leisure",
	"level",
	"name",
	"natural",
	"noexit",
	"place",
	"railway",
	"type",
	"waterway",
]);
