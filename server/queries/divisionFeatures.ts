// Units of one level as GeoJSON.
import type { Knex } from "knex";
import type { UnitKind } from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { DivisionProperties } from "../../planning/wire/api.ts";
import { locatedCity } from "./locatedCity.ts";

export interface DivisionCollection {
	type: "FeatureCollection";
	features: {
		type: "Feature";
		properties: DivisionProperties;
		geometry: { type: "MultiPolygon"; coordinates: [number, number][][][] };
	}[];
}

/** By code; no features where the snapshot has no such level. */
export async function divisionFeatures(
	db: Knex,
	snapshotId: number,
	level: UnitKind,
): Promise<DivisionCollection> {
	const { tree } = await locatedCity(db, snapshotId);
	const units = tree.units.filter(({ kind }) => kind === level);
	return {
		type: "FeatureCollection",
		features: units.map(({ kind, code, name, parentCode, streetKind, zone, polygons }) => ({
			type: "Feature",
			properties: { kind, code, name, parentCode, streetKind, zone },
			geometry: {
				type: "MultiPolygon",
				coordinates: polygons.map((rings) => rings.map((ring) => ring.map(pair))),
			},
		})),
	};
}

function pair([lon, lat]: LonLat): [number, number] {
	return [lon, lat];
}
