import { runQuerySchema } from "../../planning/wire/api.ts";
import { route } from "../http/Route.ts";
import { residencesBody } from "../queries/runArrays.ts";

export const getResidences = route({
	method: "get",
	path: "/api/residences",
	summary:
		"Residences as binary columns (planning/wire/residenceColumns.ts), a slot each, in id order",
	action: "map.read",
	basis: "run",
	query: runQuerySchema,
	answers: { media: "application/octet-stream", isPrepared: true },
	answer: ({ db, run }) => residencesBody(db, run.id),
});
