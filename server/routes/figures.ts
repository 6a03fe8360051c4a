// What the coverage screens stand on beside indicators: dates to choose from, cells, the composite, history, matrices.
import { runQuerySchema, snapshotQuerySchema } from "../../planning/wire/api.ts";
import {
	cellsSchema,
	historyQuerySchema,
	historySchema,
	matrixQuerySchema,
	matrixSchema,
	snapshotsSchema,
} from "../../planning/wire/figuresApi.ts";
import { categorySchema } from "../http/categorySchema.ts";
import { route } from "../http/Route.ts";
import { requestOfProfile } from "../queries/analysisRuns.ts";
import { cellUnitsOf } from "../queries/cellUnitsOf.ts";
import { coverageHistory } from "../queries/coverageHistory.ts";
import { coverageMatrix } from "../queries/coverageMatrix.ts";
import { compositeBody } from "../queries/runArrays.ts";
import { snapshotEntries } from "../queries/snapshotEntries.ts";

export const getSnapshots = route({
	method: "get",
	path: "/api/snapshots",
	summary: "Snapshots, newest first, with how the analysis of a profile stands",
	action: "figures.read",
	basis: "nothing",
	query: runQuerySchema.omit({ snapshot: true }),
	answers: snapshotsSchema,
	answer: async ({ db, query: { profile }, work }) => ({
		snapshots: await snapshotEntries(db, profile, (snapshotId) =>
			work.analyses.underway(snapshotId, requestOfProfile(profile)),
		),
	}),
});

export const getCells = route({
	method: "get",
	path: "/api/cells",
	summary: "Which unit of each level every cell belongs to",
	action: "map.read",
	basis: "snapshot",
	query: snapshotQuerySchema,
	answers: cellsSchema,
	answer: async ({ db, snapshot }) => cellUnitsOf(db, snapshot.id),
});

export const getComposite = route({
	method: "get",
	path: "/api/composite",
	summary: "Walks to each part of the composite in per cent of its limit, as binary columns",
	action: "map.read",
	basis: "run",
	query: runQuerySchema,
	answers: { media: "application/octet-stream", isPrepared: true },
	answer: ({ db, run }) => compositeBody(db, run.id),
});

export const getHistory = route({
	method: "get",
	path: "/api/history",
	summary: "Shares of a category over the last snapshots whose analysis is done, oldest first",
	action: "figures.read",
	basis: "snapshot",
	isLive: true,
	query: historyQuerySchema.extend({ category: categorySchema }),
	answers: historySchema,
	answer: ({ db, snapshot, query }) => coverageHistory(db, snapshot.id, query),
});

export const getMatrix = route({
	method: "get",
	path: "/api/matrix",
	summary: "Shares of every category for every unit of a level",
	action: "figures.read",
	basis: "run",
	query: matrixQuerySchema,
	answers: matrixSchema,
	answer: ({ db, snapshot, run, query }) =>
		coverageMatrix(db, { runId: run.id, snapshotId: snapshot.id }, query),
});
