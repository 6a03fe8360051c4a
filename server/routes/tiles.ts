import * as z from "zod";
import { route } from "../http/Route.ts";
import { groundTile, MAX_TILE_ZOOM } from "../queries/groundTile.ts";

const wholeSchema = z.coerce.number().int().min(0);
const tileSchema = z
	.object({ z: wholeSchema.max(MAX_TILE_ZOOM), x: wholeSchema, y: wholeSchema })
	.refine((tile) => Math.max(tile.x, tile.y) < 2 ** tile.z, "no such tile at this zoom");

export const getTile = route({
	method: "get",
	path: "/api/tiles/:z/:x/:y",
	summary:
		"The ground as a Mapbox vector tile: water, green, industrial, streets, railway, expressway, wall",
	action: "map.read",
	basis: "snapshot",
	params: tileSchema,
	answers: { media: "application/vnd.mapbox-vector-tile" },
	answer: ({ db, snapshot, params }) => groundTile(db, snapshot.id, params),
});
