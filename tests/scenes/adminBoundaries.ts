// Administrative boundaries of an OpenStreetMap file, joined by the product's own reader and ring joiner.
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { CellOutline } from "../../planning/partition/build/Outline.ts";
import { joinRings } from "../../planning/streets/joinRings.ts";
import type { OsmRelation } from "../../server/imports/osm/OsmBlock.ts";
import { readOsm } from "../../server/imports/osm/readOsm.ts";

/** Units of one level by name; each outer ring is a polygon. Units whose lines the file does not hold whole are left out. */
export async function adminBoundaries(path: string, adminLevel: string): Promise<CellOutline[]> {
	const places = new Map<number, LonLat>();
	const refsOf = new Map<number, readonly number[]>();
	const units: OsmRelation[] = [];
	for await (const { nodes, ways, relations } of readOsm(path)) {
		for (const { id, lon, lat } of nodes) places.set(id, [lon, lat]);
		for (const { id, refs } of ways) refsOf.set(id, refs);
		units.push(
			...relations.filter(
				({ tags }) => tags["boundary"] === "administrative" && tags["admin_level"] === adminLevel,
			),
		);
	}
	return units.flatMap(({ tags, members }): CellOutline[] => {
		const lines = members
			.filter(({ type, role }) => type === "way" && role === "outer")
			.map(({ ref }) => refsOf.get(ref));
		if (lines.some((line) => line === undefined || line.some((ref) => !places.has(ref)))) return [];
		const polygons = joinRings(lines.filter((line) => line !== undefined)).map((ring) => [
			ring.map((ref) => places.get(ref) ?? [Number.NaN, Number.NaN]) satisfies LonLat[],
		]);
		return [{ code: tags["name"] ?? "", polygons }];
	});
}
