// Records as tables to export. Columns have the names that an import finds by itself (the first of `FIELD_COLUMNS`), so that
// what was exported can be imported again.
import type {
	ContiguityException,
	FacilityRecord,
	LandRecord,
	ResidenceRecord,
	UnitKind,
	UnitRecord,
} from "../../planning/city/records.ts";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { categoryOf } from "../../planning/standards/catalogue.ts";
import type { ExportColumn, ExportRow, ExportTable } from "./ExportTable.ts";

/** A walkable line with what is known of it, in OpenStreetMap's words. */
export interface StreetLineRecord {
	readonly id: string;
	readonly name: string | null;
	readonly highway: string | null;
	readonly access: string | null;
	readonly bridge: string | null;
	readonly tunnel: string | null;
	/** `yes` where people may walk in the line's direction only. */
	readonly oneway: string | null;
	readonly line: readonly LonLat[];
}

export interface ExportedRecords {
	readonly divisions: UnitRecord;
	readonly facilities: FacilityRecord;
	readonly residences: ResidenceRecord;
	readonly exceptions: ContiguityException;
	readonly land: LandRecord;
	readonly streets: StreetLineRecord;
}
export type ExportedKind = keyof ExportedRecords;

const ENTRANCE_SEPARATOR = "; ";

const LEVEL_TITLE: Readonly<Record<UnitKind, string>> = {
	district: "区",
	street: "街道、镇、乡",
	committee: "居委会、村委会",
	bmu: "基本管理单元",
	circle: "生活圈片区",
};

const text = (name: string): ExportColumn => ({ name, type: "text" });
const integer = (name: string): ExportColumn => ({ name, type: "integer" });
const number = (name: string): ExportColumn => ({ name, type: "number" });

interface Tabled<R> {
	readonly title: (scope: string) => string;
	readonly shape: ExportTable["shape"];
	readonly columns: readonly ExportColumn[];
	readonly rowOf: (record: R) => ExportRow;
}

const TABLES: { readonly [K in ExportedKind]: Tabled<ExportedRecords[K]> } = {
	divisions: {
		title: (scope) => LEVEL_TITLE[scope as UnitKind] ?? scope,
		shape: "polygons",
		columns: [
			...["code", "name", "parent_code", "street_kind", "zone"].map(text),
			integer("declared_residents"),
			integer("declared_households"),
			number("seat_lon"),
			number("seat_lat"),
		],
		rowOf: (unit) => ({
			values: [
				...[unit.code, unit.name, unit.parentCode, unit.streetKind, unit.zone],
				...[unit.declaredResidents, unit.declaredHouseholds],
				...(unit.seat ?? [null, null]),
			],
			polygons: unit.polygons,
		}),
	},
	facilities: {
		title: (scope) => (scope === "" ? "设施" : (categoryOf(scope)?.nameZh ?? scope)),
		shape: "point",
		columns: [
			...["id", "category", "name"].map(text),
			...["floor_area_m2", "service_area_m2", "office_area_m2"].map(number),
			integer("capacity"),
			...["operator_code", "premises_id", "address"].map(text),
			{ name: "entrances", type: "text", separator: ENTRANCE_SEPARATOR },
		],
		rowOf: (facility) => ({
			values: [
				...[facility.id, facility.category, facility.name],
				...[facility.floorAreaM2, facility.serviceAreaM2, facility.officeAreaM2],
				...[facility.capacity, facility.operatorCode, facility.premisesId, facility.address],
				entrancesText(facility.entrances),
			],
			lonLat: facility.lonLat,
		}),
	},
	residences: {
		title: () => "居住点",
		shape: "point",
		columns: [
			text("id"),
			...["residents", "households", "elders", "children"].map(integer),
			text("unit_code"),
		],
		rowOf: ({ id, residents, households, elders, children, declaredUnitCode, lonLat }) => ({
			values: [id, residents, households, elders, children, declaredUnitCode],
			lonLat,
		}),
	},
	exceptions: {
		title: () => "连通例外",
		shape: "none",
		columns: ["kind", "from_code", "to_code", "reason"].map(text),
		rowOf: ({ kind, cells, reason }) => ({ values: [kind, cells[0], cells[1] ?? null, reason] }),
	},
	land: {
		title: () => "用地",
		shape: "polygons",
		columns: ["id", "use", "name"].map(text),
		rowOf: ({ id, use, name, polygons }) => ({ values: [id, use, name], polygons }),
	},
	streets: {
		title: () => "步行网络",
		shape: "line",
		columns: ["id", "name", "highway", "access", "bridge", "tunnel", "oneway:foot"].map(text),
		rowOf: ({ id, name, highway, access, bridge, tunnel, oneway, line }) => ({
			values: [id, name, highway, access, bridge, tunnel, oneway],
			line,
		}),
	},
};

/**
 * Records of one layer version as a table. `scope`: level of divisions, category of facilities, else "". The records may be
 * any iterable that can be gone through more than once.
 */
export function exportTableOf<K extends ExportedKind>(
	kind: K,
	scope: string,
	records: Iterable<ExportedRecords[K]>,
): ExportTable {
	const { title, shape, columns, rowOf }: Tabled<ExportedRecords[K]> = TABLES[kind];
	return {
		name: scope === "" ? kind : `${kind}-${scope}`,
		title: title(scope),
		shape,
		columns,
		rows: {
			*[Symbol.iterator]() {
				for (const record of records) yield rowOf(record);
			},
		},
	};
}

/** Doors as the importer reads them: `lon lat; lon lat`. */
function entrancesText(entrances: readonly LonLat[]): string | null {
	if (entrances.length === 0) return null;
	return entrances.map(([lon, lat]) => `${lon} ${lat}`).join(ENTRANCE_SEPARATOR);
}
