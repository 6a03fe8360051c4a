// Handing in data: announce, send, understand, check, mend, commit. Each answers the upload as it then is. Uploads are
// shared among data staff: everyone who may hand in sees them all, and may go on with or give up what another began. What
// counts is what is replaced: an account with a grant for one unit checks, mends and commits within that unit only.
import * as z from "zod";
import {
	beginUploadSchema,
	checkUploadSchema,
	commitUploadSchema,
	stepsSchema,
	type Upload,
	understandSchema,
	uploadListSchema,
	uploadSchema,
} from "../../planning/wire/uploads.ts";
import { beginUpload, discardUpload, receiveFile } from "../commands/uploads/beginUpload.ts";
import { changeSteps, confirmSettings } from "../commands/uploads/changeUpload.ts";
import { route, type ServerWork } from "../http/Route.ts";
import { scopeOf } from "../queries/scopeOf.ts";
import {
	issuesOfUpload,
	openUploads,
	presentUpload,
	requireUpload,
} from "../queries/uploadRows.ts";

type Db = Parameters<typeof requireUpload>[0];
const idSchema = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

/** What all routes of one upload share. */
const ofUpload = {
	action: "data.hand-in",
	basis: "nothing",
	params: idSchema,
	answers: uploadSchema,
	missing: "upload.unknown",
} as const;

async function uploadNow(db: Db, work: ServerWork, id: number): Promise<Upload> {
	const row = await requireUpload(db, id);
	return presentUpload(row, await issuesOfUpload(db, id), work.uploads.workOf(row));
}

/** What the settings of an upload let it replace: a grant must cover that. */
async function scopeOfUpload(db: Db, id: number): Promise<readonly string[]> {
	return scopeOf(db, (await requireUpload(db, id)).settings?.within ?? null);
}

export const getUploads = route({
	method: "get",
	path: "/api/uploads",
	summary: "Uploads that nobody has finished",
	action: "data.hand-in",
	basis: "nothing",
	answers: uploadListSchema,
	answer: async ({ db, work }) => ({
		uploads: (await openUploads(db)).map((row) => presentUpload(row, [], work.uploads.workOf(row))),
	}),
});

export const postUpload = route({
	method: "post",
	path: "/api/uploads",
	summary: "Announce files; send each by PUT, then ask to understand them",
	action: "data.hand-in",
	basis: "nothing",
	body: beginUploadSchema,
	answers: uploadSchema,
	answer: async ({ db, work, body, accountId }) =>
		uploadNow(db, work, await beginUpload(db, body.files, accountId)),
});

export const putUploadFile = route({
	method: "put",
	path: "/api/uploads/:id/files/:name",
	summary: "Send one announced file (application/octet-stream)",
	action: "data.hand-in",
	basis: "nothing",
	params: idSchema.extend({ name: z.string().min(1).max(255) }),
	takesBytes: true,
	answers: uploadSchema,
	missing: "upload.unknown",
	answer: async ({ db, work, params: { id, name }, bytes }) => {
		await receiveFile(db, work.files, { id, name, bytes });
		return uploadNow(db, work, id);
	},
});

export const getUpload = route({
	method: "get",
	path: "/api/uploads/:id",
	summary: "An upload: its stage, what was found, what runs",
	...ofUpload,
	answer: ({ db, work, params }) => uploadNow(db, work, params.id),
});

export const understandUploadFile = route({
	method: "post",
	path: "/api/uploads/:id/understand",
	summary: "Find out what is in the file",
	...ofUpload,
	body: understandSchema,
	answer: async ({ db, work, params: { id }, body }) => {
		await work.uploads.begin(id, "understand", body);
		return uploadNow(db, work, id);
	},
});

export const checkUploadFile = route({
	method: "post",
	path: "/api/uploads/:id/check",
	summary: "Confirm how the file is read; checking begins",
	...ofUpload,
	body: checkUploadSchema,
	lineage: ({ db, body }) => scopeOf(db, body.settings.within),
	answer: async ({ db, work, params: { id }, body }) => {
		await confirmSettings(db, id, body.settings);
		await work.uploads.begin(id, "check", null);
		return uploadNow(db, work, id);
	},
});

export const postUploadSteps = route({
	method: "post",
	path: "/api/uploads/:id/steps",
	summary: "The mend steps to apply, all of them, and issues to leave; checking begins again",
	...ofUpload,
	body: stepsSchema,
	lineage: ({ db, params }) => scopeOfUpload(db, params.id),
	answer: async ({ db, work, params: { id }, body }) => {
		await changeSteps(db, id, body);
		await work.uploads.begin(id, "check", null);
		return uploadNow(db, work, id);
	},
});

export const commitUploadFile = route({
	method: "post",
	path: "/api/uploads/:id/commit",
	summary: "Make the staged copy the version in force",
	action: "data.commit",
	basis: "nothing",
	params: idSchema,
	body: commitUploadSchema,
	answers: uploadSchema,
	missing: "upload.unknown",
	lineage: ({ db, params }) => scopeOfUpload(db, params.id),
	answer: async ({ db, work, params: { id }, body }) => {
		await work.uploads.begin(id, "commit", body);
		return uploadNow(db, work, id);
	},
});

export const cancelUploadWork = route({
	method: "post",
	path: "/api/uploads/:id/cancel",
	summary: "Stop what runs for an upload; what was there before stays",
	...ofUpload,
	answer: async ({ db, work, params: { id } }) => {
		await work.uploads.cancel(id);
		return uploadNow(db, work, id);
	},
});

export const deleteUpload = route({
	method: "delete",
	path: "/api/uploads/:id",
	summary: "Give an upload up; its files are removed",
	action: "data.hand-in",
	basis: "nothing",
	params: idSchema,
	answers: null,
	missing: "upload.unknown",
	answer: async ({ db, work, params: { id } }) => {
		await work.uploads.cancel(id);
		return void (await discardUpload(db, work.files, id));
	},
});
