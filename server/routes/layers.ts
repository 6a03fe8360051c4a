// Layers and their versions: the list, the history, where a version came from, roll back, small corrections.
import * as z from "zod";
import {
	committedSchema,
	correctionSchema,
	exportFormatSchema,
	layersSchema,
	recordsSchema,
	rollBackSchema,
	versionSchema,
	versionsSchema,
} from "../../planning/wire/layers.ts";
import { uploadKindSchema } from "../../planning/wire/understanding.ts";
import { correctRecord } from "../commands/correctRecord.ts";
import { makeCurrentSnapshot } from "../commands/renewSnapshot.ts";
import { rollBack } from "../commands/rollBack.ts";
import { DOWNLOAD, route } from "../http/Route.ts";
import { exportVersion } from "../queries/exportVersion.ts";
import { layerRecords } from "../queries/layerRecords.ts";
import { layerSummaries } from "../queries/layerSummaries.ts";
import { layerVersions, requireVersion, versionDetail } from "../queries/layerVersions.ts";
import { originalOf } from "../queries/originalOf.ts";

const idSchema = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const kindSchema = z.object({ kind: uploadKindSchema });
const scopeSchema = z.object({ scope: z.string().max(100).default("") });
/** A change of the whole city: a grant for one unit does not cover it. */
const wholeCity = async () => [];

export const getLayers = route({
	method: "get",
	path: "/api/layers",
	summary: "Layers in force: freshness, version, completeness",
	action: "data.read",
	basis: "nothing",
	answers: layersSchema,
	answer: async ({ db }) => ({ layers: await layerSummaries(db) }),
});

export const getLayerVersions = route({
	method: "get",
	path: "/api/layers/:kind/versions",
	summary: "Every commit of a layer, newest first",
	action: "data.read",
	basis: "nothing",
	params: kindSchema,
	query: scopeSchema,
	answers: versionsSchema,
	answer: async ({ db, params, query }) => ({
		versions: await layerVersions(db, params.kind, query.scope),
	}),
});

export const getLayerRecords = route({
	method: "get",
	path: "/api/layers/:kind/records",
	summary: "Records of the version in force, for small corrections",
	action: "data.hand-in",
	basis: "nothing",
	params: z.object({ kind: correctionSchema.shape.kind }),
	query: scopeSchema.extend({ q: z.string().max(100).default("") }),
	answers: recordsSchema,
	answer: ({ db, params, query }) => layerRecords(db, { ...params, ...query }),
});

export const getVersion = route({
	method: "get",
	path: "/api/versions/:id",
	summary: "Where a version came from: file, hash, mapping, mends, issues, commits",
	action: "data.read",
	basis: "nothing",
	params: idSchema,
	answers: versionSchema,
	missing: "version.unknown",
	answer: async ({ db, work, params }) => {
		const version = await requireVersion(db, params.id);
		const isKept = (await work.files.kept(version.sourceHash)).length > 0;
		return versionDetail(db, version, isKept);
	},
});

export const getVersionSource = route({
	method: "get",
	path: "/api/versions/:id/source",
	summary: "The file that a version was made from, as it was handed in",
	action: "data.export",
	basis: "nothing",
	params: idSchema,
	answers: DOWNLOAD,
	missing: "version.unknown",
	answer: async ({ db, work, params }) =>
		originalOf(work.files, await requireVersion(db, params.id)),
});

export const getVersionExport = route({
	method: "get",
	path: "/api/versions/:id/export",
	summary: "A version's records as GeoJSON, Shapefile, GeoPackage, CSV or XLSX",
	action: "data.export",
	basis: "nothing",
	params: idSchema,
	query: z.object({ format: exportFormatSchema }),
	answers: DOWNLOAD,
	missing: "version.unknown",
	answer: async ({ db, params, query }) =>
		exportVersion(db, await requireVersion(db, params.id), query.format),
});

export const commitVersion = route({
	method: "post",
	path: "/api/versions/:id/commit",
	summary: "Roll back: an earlier version is in force again",
	action: "data.commit",
	basis: "nothing",
	params: idSchema,
	body: rollBackSchema,
	answers: committedSchema,
	missing: "version.unknown",
	lineage: wholeCity,
	answer: async ({ db, work, params, body, accountId }) => {
		const committed = await rollBack(db, { ...body, versionId: params.id, accountId });
		work.analyses.begin();
		return committed;
	},
});

export const postCorrection = route({
	method: "post",
	path: "/api/corrections",
	summary: "Add, change, move or remove one record, with a reason",
	action: "data.commit",
	basis: "nothing",
	body: correctionSchema,
	answers: committedSchema,
	missing: "record.unknown",
	lineage: wholeCity,
	answer: async ({ db, work, body, accountId }) => {
		const committed = await correctRecord(db, body, accountId);
		work.analyses.begin();
		return committed;
	},
});

export const postSnapshot = route({
	method: "post",
	path: "/api/snapshots",
	summary: "Make the snapshot of what is in force; its analysis is queued",
	action: "data.commit",
	basis: "nothing",
	answers: z.object({ snapshot: z.string() }),
	lineage: wholeCity,
	answer: async ({ db, work }) => {
		const snapshot = await makeCurrentSnapshot(db);
		work.analyses.begin();
		return { snapshot };
	},
});
