// The form of a GeoJSON answer.
import * as z from "zod";

const lonLatSchema = z.tuple([z.number(), z.number()]);
const lineSchema = z.array(lonLatSchema);

export const lineStringSchema = z.object({
	type: z.literal("LineString"),
	coordinates: lineSchema,
});

export const multiPolygonSchema = z.object({
	type: z.literal("MultiPolygon"),
	coordinates: z.array(z.array(lineSchema)),
});

export function featureCollectionSchema<G extends z.ZodType, P extends z.ZodType>(
	geometry: G,
	properties: P,
) {
	return z.object({
		type: z.literal("FeatureCollection"),
		features: z.array(z.object({ type: z.literal("Feature"), properties, geometry })),
	});
}
