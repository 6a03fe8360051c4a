// Real layers of two sources: the streets of OpenStreetMap in the districts of another map.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { UnitKind, UnitRecord } from "../../../planning/city/records.ts";
import type { MultiPolygonRings, PolygonRings } from "../../../planning/geo/LonLat.ts";
import { assignCells } from "../../../planning/partition/assignCells.ts";
import type { Misfit } from "../../../planning/partition/nest.ts";
import { geodata, geodataTest } from "../../server/imports/geodata.ts";

interface Feature {
	readonly properties: Readonly<Record<string, string>>;
	readonly geometry:
		| { readonly type: "Polygon"; readonly coordinates: PolygonRings }
		| { readonly type: "MultiPolygon"; readonly coordinates: MultiPolygonRings };
}
const featuresOf = (name: string): Feature[] =>
	JSON.parse(readFileSync(geodata(`shanghai-boundaries/${name}`), "utf8")).features;

function unit(kind: UnitKind, code: string, { geometry, properties }: Feature): UnitRecord {
	return {
		kind,
		code,
		name: properties["name"] ?? "",
		parentCode: null,
		streetKind: null,
		zone: null,
		declaredResidents: null,
		declaredHouseholds: null,
		seat: null,
		polygons: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
	};
}

geodataTest("every street of Shanghai nests by area in the district that it says it is of", () => {
	const streets = featuresOf("shanghai_streets_osm.geojson");
	const districts = featuresOf("shanghai_districts_16_wgs84.geojson");
	const districtOf = new Map(
		streets.map(({ properties }) => [properties["code12"] ?? "", properties["district"]]),
	);
	const misfits: Misfit[] = [];
	const cells = assignCells(
		[
			...streets.map((street) => unit("street", street.properties["code12"] ?? "", street)),
			...districts.map((district) => unit("district", district.properties["name"] ?? "", district)),
		],
		(misfit) => misfits.push(misfit),
	);
	expect(cells).toHaveLength(113);
	for (const { code, units } of cells) expect(units.district).toBe(districtOf.get(code));
	// two maps drawn apart: misfits are told for streets at the edges of districts, not for those inside
	expect(misfits.length).toBeGreaterThan(10);
	expect(misfits.length).toBeLessThan(60);
	expect(misfits.every(({ kind, areaM2 }) => kind === "border-differs" && areaM2 > 100)).toBe(true);
});
