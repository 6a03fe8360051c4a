import { citySchema } from "../../planning/wire/api.ts";
import { route } from "../http/Route.ts";
import { cityInfo } from "../queries/cityInfo.ts";

export const getCity = route({
	method: "get",
	path: "/api/city",
	summary: "The city, its current snapshot and layers",
	action: "city.read",
	basis: "nothing",
	answers: citySchema,
	answer: ({ db }) => cityInfo(db),
});
