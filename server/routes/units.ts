import {
	runQuerySchema,
	snapshotQuerySchema,
	unitCardSchema,
	unitsSchema,
} from "../../planning/wire/api.ts";
import { territorySchema } from "../../planning/wire/territoryApi.ts";
import { route } from "../http/Route.ts";
import { unitParamsSchema } from "../http/unitParamsSchema.ts";
import { unitLineage } from "../queries/findUnit.ts";
import { territoryOfUnit } from "../queries/territoryOfUnit.ts";
import { unitCard } from "../queries/unitCard.ts";
import { unitRows } from "../queries/unitRows.ts";

export const getUnits = route({
	method: "get",
	path: "/api/units",
	summary: "The table of units",
	action: "tables.read",
	basis: "snapshot",
	query: snapshotQuerySchema,
	answers: unitsSchema,
	answer: async ({ db, snapshot }) => ({ units: [...(await unitRows(db, snapshot.id))] }),
});

export const getUnit = route({
	method: "get",
	path: "/api/units/:kind/:code",
	summary: "A unit's card",
	action: "unit.read",
	basis: "run",
	params: unitParamsSchema,
	query: runQuerySchema,
	answers: unitCardSchema,
	lineage: ({ db, snapshot, params }) => unitLineage(db, snapshot.id, params),
	answer: ({ db, snapshot, run, params }) =>
		unitCard(db, { snapshotId: snapshot.id, runId: run.id }, params),
});

export const getTerritory = route({
	method: "get",
	path: "/api/units/:kind/:code/territory",
	summary: "A unit's territory: area, perimeter, compactness, parts, neighbours",
	action: "unit.read",
	basis: "snapshot",
	params: unitParamsSchema,
	query: snapshotQuerySchema,
	answers: territorySchema,
	lineage: ({ db, snapshot, params }) => unitLineage(db, snapshot.id, params),
	answer: ({ db, snapshot, params }) => territoryOfUnit(db, snapshot.id, params),
});
