// Last stage: the staged copy becomes the version in force, in one transaction.
import type { Knex } from "knex";
import type * as z from "zod";
import type { commitUploadSchema } from "../../../planning/wire/uploads.ts";
import { Refused } from "../../errors.ts";
import type { FileStore } from "../../imports/FileStore.ts";
import { shapeHash } from "../../queries/knownCity.ts";
import type { UploadRow } from "../../queries/uploadRows.ts";
import type { ImportControl } from "../ImportControl.ts";
import { importLayer } from "../importLayer.ts";
import { updateUpload } from "./updateUpload.ts";
import { uploadRequest } from "./uploadRequest.ts";

export type CommitRequest = z.output<typeof commitUploadSchema>;

/**
 * Read, check and mend again, and commit. Refused with the code of what stands against it: a blocking issue, or
 * warnings that nobody has accepted. The same content twice is the same version.
 */
export async function commitUpload(
	db: Knex,
	store: FileStore,
	row: UploadRow,
	{ request, control }: { request: CommitRequest; control: ImportControl },
): Promise<void> {
	const { acceptWarnings, reason, renewSnapshot } = request;
	const report = await importLayer(db, {
		...uploadRequest(row, store, control),
		acceptWarnings,
		reason: reason === "" ? null : reason,
		renewSnapshot,
	});
	if (report.reason !== null) {
		const { code, zh, en } = report.reason;
		throw new Refused(code, { zh, en });
	}
	await rememberMapping(db, row);
	await updateUpload(db, row.id, {
		state: "committed",
		problem: null,
		committed: {
			at: new Date().toISOString(),
			reason: reason === "" ? null : reason,
			unchanged: report.unchanged,
			layers: report.layers.map(({ version, ...layer }) => ({ ...layer, versionId: version })),
			snapshot: report.snapshot,
		},
	});
	await store.removeUpload(row.id);
}

/** For the next file of that shape. */
async function rememberMapping(db: Knex, { understanding, settings }: UploadRow): Promise<void> {
	if (understanding === null || settings === null || understanding.columns.length === 0) return;
	const columns = understanding.columns.map(({ name }) => name);
	await db.raw(
		`
		insert into field_mappings (shape_hash, kind, columns)
		values (?, ?, ?)
		on conflict (shape_hash, kind) do update
		set columns = excluded.columns, updated_at = now()
		`,
		[shapeHash(columns), settings.kind, JSON.stringify(settings.columns)],
	);
}
