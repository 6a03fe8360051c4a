import { flagsSchema, runQuerySchema } from "../../planning/wire/api.ts";
import { route } from "../http/Route.ts";
import { flagBodies } from "../queries/flagBodies.ts";

export const getFlags = route({
	method: "get",
	path: "/api/flags",
	summary: "Findings with their evidence",
	action: "figures.read",
	basis: "run",
	query: runQuerySchema,
	answers: flagsSchema,
	answer: async ({ db, run }) => ({ flags: await flagBodies(db, run.id) }),
});
