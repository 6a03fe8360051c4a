import * as z from "zod";
import { flagSchema, runQuerySchema } from "../../planning/wire/api.ts";
import { flagPageSchema, flagQuerySchema } from "../../planning/wire/flagPages.ts";
import { categorySchema } from "../http/categorySchema.ts";
import { route } from "../http/Route.ts";
import { flagBody } from "../queries/flagBodies.ts";
import { flagPage } from "../queries/flagPage.ts";

export const getFlags = route({
	method: "get",
	path: "/api/flags",
	summary: "Findings, those of most people first, a page at a time",
	action: "figures.read",
	basis: "run",
	query: flagQuerySchema.extend({ category: categorySchema.or(z.literal("none")).optional() }),
	answers: flagPageSchema,
	answer: ({ db, snapshot, run, query }) =>
		flagPage(db, { snapshotId: snapshot.id, runId: run.id }, query),
});

export const getFlag = route({
	method: "get",
	path: "/api/flags/:id",
	summary: "A finding with its evidence: residences and place",
	action: "figures.read",
	basis: "run",
	params: z.object({ id: z.string().min(1).max(400) }),
	query: runQuerySchema,
	answers: flagSchema,
	missing: "flag.unknown",
	answer: ({ db, run, params }) => flagBody(db, run.id, params.id),
});
