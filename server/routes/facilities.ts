import { facilitiesSchema, snapshotQuerySchema } from "../../planning/wire/api.ts";
import { route } from "../http/Route.ts";
import { facilityRows } from "../queries/facilityRows.ts";

export const getFacilities = route({
	method: "get",
	path: "/api/facilities",
	summary: "The table of facilities",
	action: "tables.read",
	basis: "snapshot",
	query: snapshotQuerySchema,
	answers: facilitiesSchema,
	answer: async ({ db, snapshot }) => ({ facilities: [...(await facilityRows(db, snapshot.id))] }),
});
