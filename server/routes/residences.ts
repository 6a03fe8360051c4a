import { runQuerySchema } from "../../planning/wire/api.ts";
import { route } from "../http/Route.ts";
import { residencesArray } from "../queries/runArrays.ts";

export const getResidences = route({
	method: "get",
	path: "/api/residences",
	summary:
		"Residences as binary columns (planning/wire/residenceColumns.ts), a slot each, in id order",
	action: "map.read",
	basis: "run",
	query: runQuerySchema,
	answers: { media: "application/octet-stream" },
	answer: ({ db, run }) => residencesArray(db, run.id),
});
