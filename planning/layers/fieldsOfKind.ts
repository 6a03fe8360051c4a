import type { UploadKind } from "../wire/understanding.ts";
import type { Field } from "./fields.ts";

const POSITION: readonly Field[] = ["lon", "lat"];
const DIVISIONS: readonly Field[] = [
	...(["code", "name", "parent", "kind", "zone", "seatLon", "seatLat"] as const),
	...(["declaredResidents", "declaredHouseholds"] as const),
];
const FACILITIES: readonly Field[] = [
	...(["id", "name", "category", ...POSITION, "floorArea", "serviceArea", "officeArea"] as const),
	...(["capacity", "operator", "premises", "address", "entrances"] as const),
];
const RESIDENCES: readonly Field[] = [
	...(["id", ...POSITION, "residents", "households", "elders", "children", "unit"] as const),
];

/** Fields that a layer of a kind can have; while the kind is not known, those by which it can be told. */
export function fieldsOfKind(kind: UploadKind | null): readonly Field[] {
	if (kind === "divisions") return DIVISIONS;
	if (kind === "facilities") return FACILITIES;
	if (kind === "residences") return RESIDENCES;
	if (kind === "land") return ["id", "use", "name"];
	if (kind === "exceptions") return ["kind", "from", "to", "reason"];
	if (kind === null) return [...POSITION, "code", "name", "address", "residents", "from", "to"];
	return [];
}
