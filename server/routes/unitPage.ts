import { runQuerySchema } from "../../planning/wire/api.ts";
import { unitPageSchema } from "../../planning/wire/unitPage.ts";
import { route } from "../http/Route.ts";
import { unitParamsSchema } from "../http/unitParamsSchema.ts";
import { unitLineage } from "../queries/findUnit.ts";
import { unitPage } from "../queries/unitPage.ts";

export const getUnitPage = route({
	method: "get",
	path: "/api/units/:kind/:code/page",
	summary:
		"A unit's page: its peers, worst places, facilities against the standard, what was handed in about it",
	action: "unit.read",
	basis: "run",
	params: unitParamsSchema,
	query: runQuerySchema,
	answers: unitPageSchema,
	lineage: ({ db, snapshot, params }) => unitLineage(db, snapshot.id, params),
	answer: ({ db, snapshot, run, params }) =>
		unitPage(db, { snapshotId: snapshot.id, runId: run.id }, params),
});
