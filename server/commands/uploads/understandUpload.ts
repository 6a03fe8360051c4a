// First stage: what is in the file.
import type { Knex } from "knex";
import type * as z from "zod";
import type { understandSchema } from "../../../planning/wire/uploads.ts";
import type { FileStore } from "../../imports/FileStore.ts";
import { understandFile } from "../../imports/understand.ts";
import { knownCity } from "../../queries/knownCity.ts";
import type { UploadRow } from "../../queries/uploadRows.ts";
import { updateUpload } from "./updateUpload.ts";
import { mainPathOf } from "./uploadRequest.ts";

export type UnderstandRequest = z.output<typeof understandSchema>;

/** Refused when the file cannot be read. What was checked before no longer stands. */
export async function understandUpload(
	db: Knex,
	store: FileStore,
	row: UploadRow,
	request: UnderstandRequest,
): Promise<void> {
	const understanding = await understandFile(mainPathOf(row, store), request, await knownCity(db));
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
