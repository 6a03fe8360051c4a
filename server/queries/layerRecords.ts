// Records of the version in force of a layer, for the form of small corrections.
import type { Knex } from "knex";
import type * as z from "zod";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import { pointInside } from "../../planning/layers/pointInside.ts";
import type { Correction, recordsSchema } from "../../planning/wire/layers.ts";
import { currentLayers } from "./currentLayers.ts";
import { loadFacilities, loadResidences, loadUnits } from "./loadRecords.ts";

type Records = z.infer<typeof recordsSchema>;
type Row = Records["records"][number];

const SHOWN = 500;

/** Those whose id or name contains `q`, sorted by id; the first 500, all counted. */
export async function layerRecords(
	db: Knex,
	{ kind, scope, q }: { kind: Correction["kind"]; scope: string; q: string },
): Promise<Records> {
	const versionIds = (await currentLayers(db))
		.filter((version) => version.kind === kind && version.scope === scope)
		.map(({ id }) => id);
	const wanted = q.trim().toLowerCase();
	const found = (await ROWS[kind](db, versionIds))
		.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(wanted))
		.sort((a, b) => byCodeUnit(a.id, b.id));
	return { records: found.slice(0, SHOWN), total: found.length };
}

const ROWS: Readonly<
	Record<Correction["kind"], (db: Knex, versionIds: readonly number[]) => Promise<Row[]>>
> = {
	divisions: async (db, versionIds) =>
		(await loadUnits(db, versionIds)).map(({ code, name, polygons, ...unit }) => {
			const [lon, lat] = pointInside(polygons);
			const { parentCode, streetKind, zone, declaredResidents, declaredHouseholds } = unit;
			const values = { parentCode, streetKind, zone, declaredResidents, declaredHouseholds };
			return { id: code, name, lon, lat, values: { name, ...values } };
		}),
	facilities: async (db, versionIds) =>
		(await loadFacilities(db, versionIds)).map(
			({ id, category: _category, lonLat: [lon, lat], entrances: _doors, ...values }) => {
				return { id, name: values.name, lon, lat, values };
			},
		),
	residences: async (db, versionIds) =>
		(await loadResidences(db, versionIds)).map(({ id, lonLat: [lon, lat], ...values }) => {
			return { id, name: id, lon, lat, values };
		}),
};
