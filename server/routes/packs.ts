import { packParamsSchema, packQuerySchema } from "../../planning/wire/reachApi.ts";
import { route } from "../http/Route.ts";
import { packOfDistrict } from "../queries/packOfDistrict.ts";

export const getPack = route({
	method: "get",
	path: "/api/packs/:districtCode",
	summary:
		"A district with its 15-minute halo in one binary (planning/wire/packFile.ts); `all` for a whole small city",
	action: "reach.read",
	basis: "snapshot",
	params: packParamsSchema,
	query: packQuerySchema,
	missing: "unit.unknown",
	answers: { media: "application/octet-stream", isPrepared: true },
	answer: ({ db, snapshot, params, query }) =>
		packOfDistrict(db, snapshot, {
			districtCode: params.districtCode,
			snapshot: query.snapshot,
		}),
});
