import { searchQuerySchema, searchSchema, snapshotQuerySchema } from "../../planning/wire/api.ts";
import { route } from "../http/Route.ts";
import { searchCity } from "../queries/searchCity.ts";

export const getSearch = route({
	method: "get",
	path: "/api/search",
	summary: "Units by name or the beginning of a code, facilities by name or id",
	action: "map.read",
	basis: "snapshot",
	query: searchQuerySchema.extend(snapshotQuerySchema.shape),
	answers: searchSchema,
	answer: async ({ db, snapshot, query }) => ({
		results: await searchCity(db, snapshot.id, query.q),
	}),
});
