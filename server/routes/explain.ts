import {
	explainParamsSchema,
	explainQuerySchema,
	explanationSchema,
} from "../../planning/wire/reachApi.ts";
import { categorySchema } from "../http/categorySchema.ts";
import { route } from "../http/Route.ts";
import { explainResidence } from "../queries/explainResidence.ts";

export const getExplanation = route({
	method: "get",
	path: "/api/residences/:id/explain",
	summary: "Why a residence is served with a category, or not, with the walk as a line",
	action: "reach.read",
	basis: "snapshot",
	params: explainParamsSchema,
	query: explainQuerySchema.extend({ category: categorySchema }),
	missing: "residence.unknown",
	answers: explanationSchema,
	answer: ({ db, snapshot, params, query }) =>
		explainResidence(db, snapshot.id, { ...query, residenceId: params.id }),
});
