// The contract of the map beneath the map: none, Tianditu, a MapLibre style of any host, or a PMTiles file on the server.
import * as z from "zod";

/** PUT /api/background */
export const setBackgroundSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("none") }),
	z.object({ kind: z.literal("tianditu"), key: z.string().regex(/^[0-9A-Za-z]{16,64}$/) }),
	z.object({ kind: z.literal("style"), url: z.string().trim().min(1).max(1_000) }),
	/** Name of a file in the folder `background` of the data folder. */
	z.object({ kind: z.literal("pmtiles"), file: z.string().trim().min(1).max(200) }),
]);
export type SetBackground = z.infer<typeof setBackgroundSchema>;

const rasterLayerSchema = z.object({
	id: z.string(),
	/** The same picture from several hosts. */
	tiles: z.array(z.string()),
	minzoom: z.number(),
	maxzoom: z.number(),
});

/** GET /api/background — what the browser draws; null for none. */
export const backgroundSchema = z
	.discriminatedUnion("kind", [
		z.object({
			kind: z.literal("tianditu"),
			key: z.string(),
			/** From the bottom to the top. */
			layers: z.array(rasterLayerSchema),
			attribution: z.string(),
		}),
		z.object({ kind: z.literal("style"), url: z.string() }),
		z.object({
			kind: z.literal("pmtiles"),
			file: z.string(),
			/** Path on this server, with `{z}`, `{x}` and `{y}`. */
			tilesUrl: z.string(),
			minzoom: z.number(),
			maxzoom: z.number(),
			tileType: z.enum(["vector", "raster"]),
			/** Names of the layers of vector tiles, as the file lists them. */
			layers: z.array(z.string()),
			attribution: z.string(),
		}),
	])
	.nullable();
export type Background = NonNullable<z.infer<typeof backgroundSchema>>;
