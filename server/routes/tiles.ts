import { route } from "../http/Route.ts";
import { tileSchema } from "../http/tileSchema.ts";
import { groundTile, MAX_TILE_ZOOM } from "../queries/groundTile.ts";

export const getTile = route({
	method: "get",
	path: "/api/tiles/:z/:x/:y",
	summary:
		"The ground as a Mapbox vector tile: water, green, industrial, streets, railway, expressway, wall",
	action: "map.read",
	basis: "snapshot",
	params: tileSchema(MAX_TILE_ZOOM),
	answers: { media: "application/vnd.mapbox-vector-tile" },
	answer: ({ db, snapshot, params }) => groundTile(db, snapshot.id, params),
});
