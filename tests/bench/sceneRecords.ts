// The records of a scene from its files, as the importers would read them, without their checks.
import { readFileSync } from "node:fs";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import {
	type CellRecord,
	type FacilityRecord,
	type ResidenceRecord,
	type StreetKind,
	UNIT_KINDS,
	type UnitKind,
	type UnitRecord,
	type Zone,
} from "../../planning/city/records.ts";
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import { SCENE_FILE } from "./CityScene.ts";

interface DivisionFeature {
	readonly properties: {
		readonly code: string;
		readonly name: string;
		readonly parent_code?: string;
		readonly street_kind?: StreetKind;
		readonly zone?: Zone;
		readonly declared_residents?: number;
		readonly declared_households?: number;
		readonly seat_lon?: number;
		readonly seat_lat?: number;
	};
	readonly geometry:
		| { readonly type: "Polygon"; readonly coordinates: LonLat[][] }
		| { readonly type: "MultiPolygon"; readonly coordinates: LonLat[][][] };
}

/** Units of all levels, by level, then as in the file. */
export function readUnits(folder: string): UnitRecord[] {
	return UNIT_KINDS.flatMap((kind) => {
		const text = readFileSync(`${folder}/divisions-${kind}.geojson`, "utf8");
		return (JSON.parse(text).features as DivisionFeature[]).map((feature) => unitOf(kind, feature));
	});
}

function unitOf(kind: UnitKind, { properties, geometry }: DivisionFeature): UnitRecord {
	const { code, name, seat_lon, seat_lat } = properties;
	const polygons: MultiPolygonRings =
		geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
	return {
		kind,
		code,
		name,
		parentCode: properties.parent_code ?? null,
		streetKind: properties.street_kind ?? null,
		zone: properties.zone ?? null,
		declaredResidents: properties.declared_residents ?? null,
		declaredHouseholds: properties.declared_households ?? null,
		seat: seat_lon === undefined || seat_lat === undefined ? null : [seat_lon, seat_lat],
		polygons,
	};
}

/** Cells with the units that were worked out when the scene was made. */
export function readCells(folder: string, units: readonly UnitRecord[]): CellRecord[] {
	const found: Record<string, CellRecord["units"]> = JSON.parse(
		readFileSync(`${folder}/${SCENE_FILE.cells}`, "utf8"),
	);
	return units
		.filter(({ kind }) => kind === "committee")
		.map(({ code, polygons }) => ({ code, polygons, units: found[code] }))
		.sort((a, b) => byCodeUnit(a.code, b.code));
}

/** Sorted by category, then id. */
export function readFacilities(folder: string): FacilityRecord[] {
	return rowsOf(`${folder}/${SCENE_FILE.facilities}`)
		.map((row): FacilityRecord => {
			const [id, category, name, lon, lat, floor, service, office, capacity, operator, premises] =
				row;
			return {
				id,
				category,
				name,
				lonLat: [Number(lon), Number(lat)],
				floorAreaM2: numberOf(floor),
				serviceAreaM2: numberOf(service),
				officeAreaM2: numberOf(office),
				capacity: numberOf(capacity),
				operatorCode: operator || null,
				premisesId: premises || null,
				address: null,
				entrances: row[11] === "" ? [] : row[11].split("; ").map(placeOf),
			};
		})
		.sort((a, b) => byCodeUnit(a.category, b.category) || byCodeUnit(a.id, b.id));
}

/** Sorted by id. */
export function readResidences(folder: string): ResidenceRecord[] {
	return rowsOf(`${folder}/${SCENE_FILE.residences}`)
		.map(
			([id, lon, lat, residents, households, elders, children, unit]): ResidenceRecord => ({
				id,
				lonLat: [Number(lon), Number(lat)],
				residents: Number(residents),
				households: numberOf(households),
				elders: numberOf(elders),
				children: numberOf(children),
				declaredUnitCode: unit || null,
			}),
		)
		.sort((a, b) => byCodeUnit(a.id, b.id));
}

/** Cells of the rows below the head; no cell of ours holds a comma or a quote. */
function rowsOf(path: string): string[][] {
	const [, ...rows] = readFileSync(path, "utf8").trimEnd().split("\n");
	return rows.map((row) => row.split(","));
}

function numberOf(text: string): number | null {
	return text === "" ? null : Number(text);
}

function placeOf(text: string): LonLat {
	const [lon, lat] = text.split(" ").map(Number);
	return [lon, lat];
}
