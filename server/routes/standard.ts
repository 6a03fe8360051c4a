import * as z from "zod";
import { route } from "../http/Route.ts";
import { readStandard } from "../queries/readStandard.ts";

export const getStandard = route({
	method: "get",
	path: "/api/standard",
	summary: "The facility catalogue and the thresholds, each with source and confidence",
	action: "city.read",
	basis: "nothing",
	answers: z.object({
		version: z.string(),
		catalogue: z.array(z.looseObject({})),
		thresholds: z.looseObject({}),
	}),
	answer: ({ db }) => readStandard(db),
});
