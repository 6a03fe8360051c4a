import { coverageQuerySchema, coverageSchema } from "../../planning/wire/api.ts";
import { categorySchema } from "../http/categorySchema.ts";
import { route } from "../http/Route.ts";
import { coverageOfLevel } from "../queries/coverageOfLevel.ts";

export const getCoverage = route({
	method: "get",
	path: "/api/coverage",
	summary: "Rows of coverage.csv of one category and mode at one level",
	action: "figures.read",
	basis: "run",
	query: coverageQuerySchema.extend({ category: categorySchema }),
	answers: coverageSchema,
	answer: async ({ db, run, query }) => ({ rows: await coverageOfLevel(db, run.id, query) }),
});
