// First stage: what is in the file.
import type { Knex } from "knex";
import type * as z from "zod";
import type { understandSchema } from "../../../planning/wire/uploads.ts";
import type { FileStore } from "../../imports/FileStore.ts";
import { understandFile } from "../../imports/understand.ts";
import { knownCity } from "../../queries/knownCity.ts";
import type { UploadRow } from "../../queries/uploadRows.ts";
import { AT, type ImportControl } from "../ImportControl.ts";
import { updateUpload } from "./updateUpload.ts";
import { mainPathOf } from "./uploadRequest.ts";

export type UnderstandRequest = z.output<typeof understandSchema>;

/** Refused when the file cannot be read. What was checked before no longer stands. */
export async function understandUpload(
	db: Knex,
	store: FileStore,
	row: UploadRow,
	{ request, control }: { request: UnderstandRequest; control: ImportControl },
): Promise<void> {
	const known = await knownCity(db);
	const onProgress = (done: number, total: number) => control.tell?.(AT.reading, done, total);
	const ask = { ...request, onProgress };
	const understanding = await understandFile(mainPathOf(row, store), ask, known);
	control.signal?.throwIfAborted();
	await updateUpload(db, row.id, {
		state: "understood",
		understanding,
		problem: null,
		settings: null,
		steps: [],
		ignored: [],
		checked: null,
		issues: [],
		baseIssues: [],
	});
}
