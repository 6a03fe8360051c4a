// Layers whose records can be corrected by a form, and how a record becomes the row that the layer's check reads.
import type { FacilityRecord, ResidenceRecord, UnitRecord } from "../../planning/city/records.ts";
import { FIELD_COLUMNS, type Field } from "../../planning/layers/fields.ts";
import type { SourceGeometry } from "../../planning/layers/SourceFeature.ts";
import type { Correction } from "../../planning/wire/layers.ts";
import {
	DIVISION_LAYER,
	FACILITY_LAYER,
	RESIDENCE_LAYER,
	type RecordLayer,
} from "./recordLayers.ts";

export type Row = { properties: Values; geometry: SourceGeometry | null };
type RowOf<R> = (before: R | null, correction: Correction) => Row;

/** A layer with its records' type forgotten. */
export interface EditableLayer extends RecordLayer<object> {
	readonly idOf: (record: object) => string;
	/** Values and shape of a record as a row of a file, with the correction's values in place. */
	readonly rowOf: RowOf<object>;
}

type Kind = Correction["kind"];
type Values = Record<string, unknown>;

/** Field of the check for each member that a form may set. */
export const EDITABLE_FIELDS = {
	divisions: {
		name: "name",
		parentCode: "parent",
		streetKind: "kind",
		zone: "zone",
		declaredResidents: "declaredResidents",
		declaredHouseholds: "declaredHouseholds",
	},
	facilities: {
		name: "name",
		floorAreaM2: "floorArea",
		serviceAreaM2: "serviceArea",
		officeAreaM2: "officeArea",
		capacity: "capacity",
		operatorCode: "operator",
		premisesId: "premises",
		address: "address",
	},
	residences: {
		residents: "residents",
		households: "households",
		elders: "elders",
		children: "children",
		declaredUnitCode: "unit",
	},
} as const satisfies Record<Kind, Record<string, Field>>;

export function editableLayer(kind: Kind): EditableLayer {
	return LAYERS[kind];
}

const LAYERS: Readonly<Record<Kind, EditableLayer>> = {
	divisions: editable(DIVISION_LAYER, ({ code }) => code, unitRow),
	facilities: editable(FACILITY_LAYER, ({ id }) => id, facilityRow),
	residences: editable(RESIDENCE_LAYER, ({ id }) => id, residenceRow),
};

function editable<R extends object>(
	layer: RecordLayer<R>,
	idOf: (record: R) => string,
	rowOf: RowOf<R>,
): EditableLayer {
	return { ...layer, idOf, rowOf } as unknown as EditableLayer;
}

function unitRow(unit: UnitRecord | null, correction: Correction): Row {
	const seat = unit?.seat ?? null;
	return {
		properties: {
			...valuesOf("divisions", unit, correction),
			code: correction.id,
			...(seat === null ? {} : { seat_lon: seat[0], seat_lat: seat[1] }),
		},
		geometry: unit === null ? null : { type: "MultiPolygon", coordinates: unit.polygons },
	};
}

function facilityRow(facility: FacilityRecord | null, correction: Correction): Row {
	const entrances = facility?.entrances ?? [];
	return {
		properties: {
			...valuesOf("facilities", facility, correction),
			id: correction.id,
			...(entrances.length === 0 ? {} : { entrances: JSON.stringify(entrances) }),
		},
		geometry: pointOf(correction, facility?.lonLat),
	};
}

function residenceRow(residence: ResidenceRecord | null, correction: Correction): Row {
	return {
		properties: { ...valuesOf("residences", residence, correction), id: correction.id },
		geometry: pointOf(correction, residence?.lonLat),
	};
}

/** Under the column that the check finds by itself; what is empty is not given. */
function valuesOf(kind: Kind, before: object | null, { values }: Correction): Values {
	const row: Values = {};
	for (const [member, field] of Object.entries(EDITABLE_FIELDS[kind]) as [string, Field][]) {
		const value = member in values ? values[member] : (before as Values | null)?.[member];
		const [column] = FIELD_COLUMNS[field] as readonly string[];
		if (value !== null && value !== undefined && value !== "" && column !== undefined)
			row[column] = value;
	}
	return row;
}

function pointOf(
	{ lonLat }: Correction,
	before: readonly [number, number] | undefined,
): SourceGeometry | null {
	const at = lonLat ?? before;
	return at === undefined ? null : { type: "Point", coordinates: at };
}
