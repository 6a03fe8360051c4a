// Units of one level as GeoJSON: the merge of their cells, so that shapes and borders are the same lines.
import type { Knex } from "knex";
import { UNIT_KINDS, type UnitKind } from "../../planning/city/records.ts";
import { unitsOnTiling } from "../../planning/coverage/territories.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { lonLatShape } from "../../planning/partition/lonLatShape.ts";
import { unitShape } from "../../planning/partition/shape.ts";
import type { DivisionProperties } from "../../planning/wire/api.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";
import { tilingOfSnapshot } from "./tilingOfSnapshot.ts";

export interface DivisionCollection {
	type: "FeatureCollection";
	features: {
		type: "Feature";
		properties: DivisionProperties;
		geometry: { type: "MultiPolygon"; coordinates: [number, number][][][] };
	}[];
}

/** By code; no features where the snapshot has no such level. A unit without cells keeps its outline. */
export function divisionFeatures(
	db: Knex,
	snapshotId: number,
	level: UnitKind,
): Promise<DivisionCollection> {
	return featuresOfLevel(db, `${snapshotId} ${level}`);
}

/** By snapshot number and level. */
const featuresOfLevel = remembered<string, DivisionCollection>(
	2 * UNIT_KINDS.length,
	async (db, key) => {
		const [snapshotId, level] = key.split(" ");
		const located = await locatedCity(db, Number(snapshotId));
		const tiling = await tilingOfSnapshot(db, Number(snapshotId));
		const { units, assignment } = unitsOnTiling(located, tiling, level as UnitKind);
		return {
			type: "FeatureCollection",
			features: units.map((unit, number) => {
				const { kind, code, name, parentCode, streetKind, zone } = unit;
				const merged = lonLatShape(tiling, unitShape(tiling, assignment, number));
				const polygons = merged.length === 0 ? unit.polygons : merged;
				return {
					type: "Feature",
					properties: { kind, code, name, parentCode, streetKind, zone },
					geometry: {
						type: "MultiPolygon",
						coordinates: polygons.map((rings) => rings.map((ring) => ring.map(pair))),
					},
				};
			}),
		};
	},
);

function pair([lon, lat]: LonLat): [number, number] {
	return [lon, lat];
}
