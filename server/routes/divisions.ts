import * as z from "zod";
import {
	divisionPropertiesSchema,
	snapshotQuerySchema,
	unitKindSchema,
} from "../../planning/wire/api.ts";
import {
	featureCollectionSchema,
	lineStringSchema,
	multiPolygonSchema,
} from "../http/geoJsonSchema.ts";
import { route } from "../http/Route.ts";
import { borderFeatures } from "../queries/borderFeatures.ts";
import { divisionFeatures } from "../queries/divisionFeatures.ts";

export const getDivisions = route({
	method: "get",
	path: "/api/divisions/:level",
	summary: "Units of one level as GeoJSON",
	action: "map.read",
	basis: "snapshot",
	params: z.object({ level: unitKindSchema }),
	query: snapshotQuerySchema,
	answers: featureCollectionSchema(multiPolygonSchema, divisionPropertiesSchema),
	answer: ({ db, snapshot, params }) => divisionFeatures(db, snapshot.id, params.level),
});

const borderPropertiesSchema = z.object({
	/** The coarsest level it separates. */
	level: z.enum(["district", "street", "committee"]),
	bmu: z.boolean(),
	circle: z.boolean(),
});

export const getBorders = route({
	method: "get",
	path: "/api/borders",
	summary: "Borders as GeoJSON lines, each once",
	action: "map.read",
	basis: "snapshot",
	query: snapshotQuerySchema,
	answers: featureCollectionSchema(lineStringSchema, borderPropertiesSchema),
	answer: ({ db, snapshot }) => borderFeatures(db, snapshot.id),
});
