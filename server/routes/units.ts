import * as z from "zod";
import {
	runQuerySchema,
	unitCardSchema,
	unitKindSchema,
	unitsSchema,
} from "../../planning/wire/api.ts";
import { route } from "../http/Route.ts";
import { unitLineage } from "../queries/findUnit.ts";
import { unitCard } from "../queries/unitCard.ts";
import { unitRows } from "../queries/unitRows.ts";

export const getUnits = route({
	method: "get",
	path: "/api/units",
	summary: "The table of units",
	action: "tables.read",
	basis: "snapshot",
	answers: unitsSchema,
	answer: async ({ db, snapshot }) => ({ units: [...(await unitRows(db, snapshot.id))] }),
});

export const getUnit = route({
	method: "get",
	path: "/api/units/:kind/:code",
	summary: "A unit's card",
	action: "unit.read",
	basis: "run",
	params: z.object({ kind: unitKindSchema, code: z.string().min(1).max(100) }),
	query: runQuerySchema,
	answers: unitCardSchema,
	lineage: ({ db, snapshot, params }) => unitLineage(db, snapshot.id, params),
	answer: ({ db, snapshot, run, params }) =>
		unitCard(db, { snapshotId: snapshot.id, runId: run.id }, params),
});
