// The staged copy, what it was before the mends, and what is in force, as features for the map.
import type { UploadShapes } from "../queries/uploadViews.ts";
import type { JudgedRecords } from "./checkRecords.ts";
import type { RecordLayer } from "./recordLayers.ts";

type Feature = UploadShapes["features"][number];
type Role = Feature["properties"]["role"];

/** More than this no map of the wizard needs; the table has all. */
const SHOWN = 20_000;

export function shapesOf<R extends object>(
	layer: RecordLayer<R>,
	{ read, taken, checked, mends }: JudgedRecords<R>,
	current: readonly R[],
): UploadShapes {
	const changed = mends.length === 0 ? [] : replaced(read, taken, layer.reader.identityOf);
	const feature =
		(role: Role) =>
		(record: R): Feature[] => {
			const geometry = geometryOf(record);
			if (geometry === null) return [];
			const identity = layer.reader.identityOf(record);
			const place = role === "current" ? undefined : checked.placeOf(identity);
			const row = place === undefined ? null : "row" in place ? place.row : place.feature;
			const properties = { role, id: identity, name: nameOf(record, identity), row };
			return [{ type: "Feature", properties, geometry }];
		};
	return {
		type: "FeatureCollection",
		total: taken.length + changed.length + current.length,
		features: [
			...taken.slice(0, SHOWN).flatMap(feature("staged")),
			...changed.slice(0, SHOWN).flatMap(feature("read")),
			...current.slice(0, SHOWN).flatMap(feature("current")),
		],
	};
}

/** Records as they were read, of those that mends replaced. */
function replaced<R>(
	read: readonly R[],
	taken: readonly R[],
	identityOf: (record: R) => string,
): R[] {
	const now = new Set(taken);
	const kept = new Set(taken.map(identityOf));
	return read.filter((record) => !now.has(record) && kept.has(identityOf(record)));
}

function geometryOf(record: object): Feature["geometry"] {
	if ("polygons" in record) return { type: "MultiPolygon", coordinates: record.polygons };
	if ("lonLat" in record) return { type: "Point", coordinates: record.lonLat };
	return null;
}

function nameOf(record: object, identity: string): string {
	return "name" in record && typeof record.name === "string" ? record.name : identity;
}
