// The map beneath the map: none is needed; an administrator may set one.
import { backgroundSchema, setBackgroundSchema } from "../../planning/wire/background.ts";
import { setBackground } from "../commands/setBackground.ts";
import { OF_ITS_OWN_TYPE, route } from "../http/Route.ts";
import { tileSchema } from "../http/tileSchema.ts";
import { backgroundMap, backgroundTile } from "../queries/background.ts";

export const getBackground = route({
	method: "get",
	path: "/api/background",
	summary: "The map beneath the map, null for none",
	action: "map.read",
	basis: "nothing",
	answers: backgroundSchema,
	answer: ({ db, work }) => backgroundMap(db, work.backgrounds),
});

export const putBackground = route({
	method: "put",
	path: "/api/background",
	summary: "Set the map beneath the map",
	action: "background.set",
	basis: "nothing",
	body: setBackgroundSchema,
	answers: backgroundSchema,
	answer: async ({ db, work, body }) => {
		await setBackground(db, work.backgrounds, body);
		return backgroundMap(db, work.backgrounds);
	},
});

/** Deepest zoom of web Mercator tiles that PMTiles can name. */
const MAX_ZOOM = 26;

export const getBackgroundTile = route({
	method: "get",
	path: "/api/background/tiles/:z/:x/:y",
	summary: "A tile of the PMTiles file that is set",
	action: "map.read",
	basis: "nothing",
	params: tileSchema(MAX_ZOOM),
	answers: OF_ITS_OWN_TYPE,
	missing: "background.no-tile",
	answer: ({ db, work, params }) => backgroundTile(db, work.backgrounds, params),
});
