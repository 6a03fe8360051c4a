// What a basic management unit has that no layer holds: read with its page, recorded by planners and data staff.
import * as z from "zod";
import {
	bmuRecordItemSchema,
	bmuRecordsSchema,
	recordBmuItemSchema,
} from "../../planning/wire/unitPage.ts";
import { recordBmuItem } from "../commands/recordBmuItem.ts";
import { route } from "../http/Route.ts";
import { bmuLineage, bmuRecords } from "../queries/bmuRecords.ts";

const unitSchema = z.object({ code: z.string().min(1).max(100) });

export const getBmuRecords = route({
	method: "get",
	path: "/api/units/bmu/:code/records",
	summary: "What people recorded about a basic management unit, newest first",
	action: "unit.read",
	basis: "nothing",
	params: unitSchema,
	answers: bmuRecordsSchema,
	lineage: ({ db, params }) => bmuLineage(db, params.code),
	answer: async ({ db, params }) => ({ records: await bmuRecords(db, params.code) }),
});

export const putBmuRecord = route({
	method: "put",
	path: "/api/units/bmu/:code/records/:item",
	summary: "Record whether a basic management unit has something; earlier records stay",
	action: "bmu.record",
	basis: "nothing",
	params: unitSchema.extend({ item: bmuRecordItemSchema }),
	body: recordBmuItemSchema,
	answers: bmuRecordsSchema,
	lineage: ({ db, params }) => bmuLineage(db, params.code),
	answer: async ({ db, accountId, params: { code, item }, body }) => {
		if (accountId === null) throw new Error("A record was made without an account.");
		await recordBmuItem(db, { ...body, unitCode: code, item, accountId });
		return { records: await bmuRecords(db, code) };
	},
});
