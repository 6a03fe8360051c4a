import { runQuerySchema, summarySchema } from "../../planning/wire/api.ts";
import { route } from "../http/Route.ts";
import { loadSummary } from "../queries/loadAnalysis.ts";

export const getSummary = route({
	method: "get",
	path: "/api/summary",
	summary: "Totals of an analysis: the body of summary.json",
	action: "figures.read",
	basis: "run",
	query: runQuerySchema,
	answers: summarySchema,
	answer: ({ db, run }) => loadSummary(db, run.id),
});
