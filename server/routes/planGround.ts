import { packQuerySchema } from "../../planning/wire/reachApi.ts";
import { route } from "../http/Route.ts";
import { planGround } from "../queries/planGround.ts";

export const getPlanGround = route({
	method: "get",
	path: "/api/plan-ground",
	summary:
		"What plans stand on in one binary (planning/wire/planGround.ts): territory, units and facilities of the whole city",
	action: "reach.read",
	basis: "snapshot",
	query: packQuerySchema,
	missing: "snapshot.missing",
	answers: { media: "application/octet-stream", isPrepared: true },
	answer: ({ db, snapshot, query }) => planGround(db, snapshot, query.snapshot),
});
