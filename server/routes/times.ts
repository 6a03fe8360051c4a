import { coverageQuerySchema } from "../../planning/wire/api.ts";
import { categorySchema } from "../http/categorySchema.ts";
import { route } from "../http/Route.ts";
import { timesBody } from "../queries/runArrays.ts";

export const getTimes = route({
	method: "get",
	path: "/api/times",
	summary:
		"Walk times of one category and mode as binary columns, a slot per residence, in id order",
	action: "map.read",
	basis: "run",
	query: coverageQuerySchema.omit({ level: true }).extend({ category: categorySchema }),
	answers: { media: "application/octet-stream", isPrepared: true },
	answer: ({ db, snapshot, run, query }) =>
		timesBody(db, { runId: run.id, snapshotId: snapshot.id }, query),
});
