// The files of the demonstration city, in the formats in which any city hands in its data.
import type {
	FacilityRecord,
	ResidenceRecord,
	UnitKind,
	UnitRecord,
} from "../../planning/city/records.ts";
import type { DemonstrationCity } from "./generateCity.ts";
import { writeOsmPbf } from "./writeOsmPbf.ts";

/** What `geodata/demo/city.json` says. */
export interface CityFile {
	readonly seed: number;
	readonly cityName: string;
	readonly districtName: string;
	readonly districtCode: string;
	readonly residents: number;
	readonly residences: number;
	readonly committees: number;
	readonly facilities: number;
	readonly healthyUnits: DemonstrationCity["healthyUnits"];
	readonly truths: DemonstrationCity["truths"];
	/** A committee that its street does not hold all of, and the street that holds the rest. */
	readonly borderMisfit: DemonstrationCity["borderMisfit"];
}

export const DIVISION_LEVELS: readonly UnitKind[] = [
	"district",
	"street",
	"committee",
	"bmu",
	"circle",
];

/** Bytes by file name; the same city gives the same bytes. */
export function cityFiles(city: DemonstrationCity): ReadonlyMap<string, Uint8Array> {
	const files = new Map<string, Uint8Array>();
	const text = (name: string, content: string) => files.set(name, Buffer.from(content, "utf8"));
	files.set("streets.osm.pbf", writeOsmPbf(city.streets.nodes, city.streets.ways));
	for (const level of DIVISION_LEVELS)
		text(
			`divisions-${level}.geojson`,
			divisionsText(city.units.filter(({ kind }) => kind === level)),
		);
	text("facilities.csv", facilitiesText(city.facilities));
	text("residences.csv", residencesText(city.residences));
	text("city.json", `${JSON.stringify(cityFile(city), null, "\t")}\n`);
	return files;
}

function cityFile({
	plan,
	residences,
	units,
	facilities,
	healthyUnits,
	truths,
	borderMisfit,
}: DemonstrationCity): CityFile {
	return {
		seed: plan.seed,
		cityName: plan.cityName,
		districtName: plan.districtName,
		districtCode: plan.districtCode,
		residents: residences.reduce((sum, { residents }) => sum + residents, 0),
		residences: residences.length,
		committees: units.filter(({ kind }) => kind === "committee").length,
		facilities: facilities.length,
		healthyUnits,
		truths,
		borderMisfit,
	};
}

/** A feature per line, so that a change shows as a line. */
export function divisionsText(units: readonly UnitRecord[]): string {
	const features = units.map((unit) =>
		JSON.stringify({ type: "Feature", properties: propertiesOf(unit), geometry: geometryOf(unit) }),
	);
	return `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;
}

function propertiesOf(unit: UnitRecord): Record<string, string | number> {
	const { code, name, parentCode, streetKind, zone, declaredResidents, declaredHouseholds, seat } =
		unit;
	return {
		code,
		name,
		...(parentCode === null ? {} : { parent_code: parentCode }),
		...(streetKind === null ? {} : { street_kind: streetKind }),
		...(zone === null ? {} : { zone }),
		...(declaredResidents === null ? {} : { declared_residents: declaredResidents }),
		...(declaredHouseholds === null ? {} : { declared_households: declaredHouseholds }),
		...(seat === null ? {} : { seat_lon: seat[0], seat_lat: seat[1] }),
	};
}

function geometryOf({ polygons }: UnitRecord) {
	return polygons.length === 1
		? { type: "Polygon", coordinates: polygons[0] }
		: { type: "MultiPolygon", coordinates: polygons };
}

export function facilitiesText(facilities: readonly FacilityRecord[]): string {
	const head =
		"id,category,name,lon,lat,floor_area_m2,service_area_m2,office_area_m2,capacity,operator_code,premises_id,entrances";
	const rows = facilities.map((facility) =>
		[
			facility.id,
			facility.category,
			facility.name,
			...facility.lonLat,
			facility.floorAreaM2,
			facility.serviceAreaM2,
			facility.officeAreaM2,
			facility.capacity,
			facility.operatorCode,
			facility.premisesId,
			facility.entrances.map(([lon, lat]) => `${lon} ${lat}`).join("; "),
		]
			.map((value) => value ?? "")
			.join(","),
	);
	return `${[head, ...rows].join("\n")}\n`;
}

export function residencesText(residences: readonly ResidenceRecord[]): string {
	const head = "id,lon,lat,residents,households,elders,children,committee_code";
	const rows = residences.map(
		({ id, lonLat, residents, households, elders, children, declaredUnitCode }) =>
			[id, ...lonLat, residents, households, elders, children, declaredUnitCode ?? ""].join(","),
	);
	return `${[head, ...rows].join("\n")}\n`;
}
