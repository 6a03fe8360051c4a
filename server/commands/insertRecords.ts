// Records into the rows of one layer version, many at a time.
import type { Knex } from "knex";
import type {
	CellRecord,
	ContiguityException,
	FacilityRecord,
	LandRecord,
	ResidenceRecord,
	UnitRecord,
} from "../../planning/city/records.ts";
import { type BulkColumn, bulkInsert } from "../db/bulkInsert.ts";
import { ewkbOfPoint, ewkbOfPoints, ewkbOfPolygons } from "../db/ewkb.ts";
import { AT, type ImportControl } from "./ImportControl.ts";

const TOLD_EVERY = 4_000;

const text = (name: string): BulkColumn => ({ name, type: "text" });
const integer = (name: string): BulkColumn => ({ name, type: "integer" });
const double = (name: string): BulkColumn => ({ name, type: "double precision" });
const geometry = (name: string): BulkColumn => ({ name, type: "text", expression: "{}::geometry" });

/** Rows made one by one while they are written, telling how far it is. */
function* rowsOf<R>(
	records: readonly R[],
	{ signal, tell }: ImportControl,
	rowOf: (record: R) => readonly unknown[],
): Iterable<readonly unknown[]> {
	for (const [i, record] of records.entries()) {
		if (i % TOLD_EVERY === 0) {
			signal?.throwIfAborted();
			tell?.(AT.writing, i, records.length);
		}
		yield rowOf(record);
	}
}

export async function insertFacilities(
	trx: Knex,
	versionId: number,
	records: readonly FacilityRecord[],
	control: ImportControl = {},
): Promise<void> {
	const columns = [
		integer("layer_version_id"),
		text("feature_id"),
		text("category"),
		text("name"),
		double("floor_area_m2"),
		double("service_area_m2"),
		double("office_area_m2"),
		integer("capacity"),
		text("operator_code"),
		text("premises_id"),
		text("address"),
		geometry("geom"),
		geometry("entrances"),
	];
	const rows = rowsOf(records, control, (record) => [
		versionId,
		record.id,
		record.category,
		record.name,
		record.floorAreaM2,
		record.serviceAreaM2,
		record.officeAreaM2,
		record.capacity,
		record.operatorCode,
		record.premisesId,
		record.address,
		ewkbOfPoint(record.lonLat),
		record.entrances.length === 0 ? null : ewkbOfPoints(record.entrances),
	]);
	await bulkInsert(trx, "facilities", columns, rows);
}

export async function insertResidences(
	trx: Knex,
	versionId: number,
	records: readonly ResidenceRecord[],
	control: ImportControl = {},
): Promise<void> {
	const columns = [
		integer("layer_version_id"),
		text("feature_id"),
		integer("residents"),
		integer("households"),
		integer("elders"),
		integer("children"),
		text("declared_unit_code"),
		geometry("geom"),
	];
	const rows = rowsOf(records, control, (record) => [
		versionId,
		record.id,
		record.residents,
		record.households,
		record.elders,
		record.children,
		record.declaredUnitCode,
		ewkbOfPoint(record.lonLat),
	]);
	await bulkInsert(trx, "residences", columns, rows);
}

/** Units keep their identity: a code seen before is the same unit, with a new version of its shape. */
export async function insertUnits(
	trx: Knex,
	versionId: number,
	records: readonly UnitRecord[],
	control: ImportControl = {},
): Promise<void> {
	const { rows: units } = await trx.raw<{ rows: { id: number; kind: string; code: string }[] }>(
		`
		insert into units (kind, code)
		select given.kind, given.code
		from unnest(?::text[], ?::text[]) as given (kind, code)
		on conflict (kind, code) do update set code = excluded.code
		returning units.id, units.kind, units.code
		`,
		[records.map(({ kind }) => kind), records.map(({ code }) => code)],
	);
	const idOf = new Map(units.map(({ id, kind, code }) => [`${kind} ${code}`, id]));
	const columns = [
		integer("layer_version_id"),
		integer("unit_id"),
		text("name"),
		text("parent_code"),
		text("street_kind"),
		text("zone"),
		integer("declared_residents"),
		integer("declared_households"),
		geometry("seat"),
		geometry("geom"),
	];
	const rows = rowsOf(records, control, (record) => [
		versionId,
		idOf.get(`${record.kind} ${record.code}`),
		record.name,
		record.parentCode,
		record.streetKind,
		record.zone,
		record.declaredResidents,
		record.declaredHouseholds,
		record.seat === null ? null : ewkbOfPoint(record.seat),
		ewkbOfPolygons(record.polygons),
	]);
	await bulkInsert(trx, "unit_versions", columns, rows);
}

export async function insertLand(
	trx: Knex,
	versionId: number,
	records: readonly LandRecord[],
	control: ImportControl = {},
): Promise<void> {
	const columns = [
		integer("layer_version_id"),
		text("feature_id"),
		text("use"),
		text("name"),
		geometry("geom"),
	];
	const rows = rowsOf(records, control, ({ id, use, name, polygons }) => [
		versionId,
		id,
		use,
		name,
		ewkbOfPolygons(polygons),
	]);
	await bulkInsert(trx, "land_parcels", columns, rows);
}

export async function insertExceptions(
	trx: Knex,
	versionId: number,
	records: readonly ContiguityException[],
): Promise<void> {
	const names = ["kind", "from_code", "to_code", "reason"];
	await bulkInsert(
		trx,
		"contiguity_exceptions",
		[integer("layer_version_id"), ...names.map(text)],
		records.map(({ kind, cells: [from, to], reason }) => [versionId, kind, from, to, reason]),
	);
}

export async function insertCells(
	trx: Knex,
	snapshotId: number,
	cells: readonly CellRecord[],
): Promise<void> {
	await bulkInsert(
		trx,
		"cells",
		[integer("snapshot_id"), text("code"), geometry("geom")],
		cells.map(({ code, polygons }) => [snapshotId, code, ewkbOfPolygons(polygons)]),
	);
	await bulkInsert(
		trx,
		"assignments",
		[integer("snapshot_id"), text("cell_code"), text("kind"), text("unit_code")],
		cells.flatMap(({ code, units }) =>
			Object.entries(units).map(([kind, unit]) => [snapshotId, code, kind, unit]),
		),
	);
}
