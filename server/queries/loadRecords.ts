// The records of committed layer versions, as they were imported.
import type { Knex } from "knex";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type { FacilityRecord, ResidenceRecord, UnitRecord } from "../../planning/city/records.ts";
import { pointOfEwkb, pointsOfEwkb, polygonsOfEwkb } from "../db/ewkb.ts";

/** A row as the database gives it: geometry as EWKB text. */
type Stored<R, G extends keyof R> = Omit<R, G> & { [K in G]: string | null };

/** Facilities of some layer versions, sorted by category, then id. */
export async function loadFacilities(
	db: Knex,
	versionIds: readonly number[],
): Promise<FacilityRecord[]> {
	const { rows } = await db.raw<{ rows: Stored<FacilityRecord, "lonLat" | "entrances">[] }>(
		`
		select
		  facilities.feature_id as id,
		  facilities.category,
		  facilities.name,
		  facilities.floor_area_m2 as "floorAreaM2",
		  facilities.service_area_m2 as "serviceAreaM2",
		  facilities.office_area_m2 as "officeAreaM2",
		  facilities.capacity,
		  facilities.operator_code as "operatorCode",
		  facilities.premises_id as "premisesId",
		  facilities.address,
		  facilities.geom as "lonLat",
		  facilities.entrances
		from facilities
		where facilities.layer_version_id = any(?::integer[])
		`,
		[[...versionIds]],
	);
	return rows
		.map(({ lonLat, entrances, ...row }) => ({
			...row,
			lonLat: pointOfEwkb(lonLat ?? ""),
			entrances: entrances === null ? [] : pointsOfEwkb(entrances),
		}))
		.sort((a, b) => byCodeUnit(a.category, b.category) || byCodeUnit(a.id, b.id));
}

/** Residences of some layer versions, sorted by id. */
export async function loadResidences(
	db: Knex,
	versionIds: readonly number[],
): Promise<ResidenceRecord[]> {
	const { rows } = await db.raw<{ rows: Stored<ResidenceRecord, "lonLat">[] }>(
		`
		select
		  residences.feature_id as id,
		  residences.residents,
		  residences.households,
		  residences.elders,
		  residences.children,
		  residences.declared_unit_code as "declaredUnitCode",
		  residences.geom as "lonLat"
		from residences
		where residences.layer_version_id = any(?::integer[])
		`,
		[[...versionIds]],
	);
	return rows
		.map(({ lonLat, ...row }) => ({ ...row, lonLat: pointOfEwkb(lonLat ?? "") }))
		.sort((a, b) => byCodeUnit(a.id, b.id));
}

/** Units of some layer versions, sorted by kind, then code. */
export async function loadUnits(db: Knex, versionIds: readonly number[]): Promise<UnitRecord[]> {
	const { rows } = await db.raw<{ rows: Stored<UnitRecord, "seat" | "polygons">[] }>(
		`
		select
		  units.kind,
		  units.code,
		  unit_versions.name,
		  unit_versions.parent_code as "parentCode",
		  unit_versions.street_kind as "streetKind",
		  unit_versions.zone,
		  unit_versions.declared_residents as "declaredResidents",
		  unit_versions.declared_households as "declaredHouseholds",
		  unit_versions.seat,
		  unit_versions.geom as polygons
		from unit_versions
		join units on units.id = unit_versions.unit_id
		where unit_versions.layer_version_id = any(?::integer[])
		`,
		[[...versionIds]],
	);
	return rows
		.map(({ seat, polygons, ...row }) => ({
			...row,
			seat: seat === null ? null : pointOfEwkb(seat),
			polygons: polygonsOfEwkb(polygons ?? ""),
		}))
		.sort((a, b) => byCodeUnit(a.kind, b.kind) || byCodeUnit(a.code, b.code));
}
