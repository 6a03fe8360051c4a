// One stage of an upload, from its stored request; the same again after a process was killed in the middle.
import type { Knex } from "knex";
import type { FileStore } from "../../imports/FileStore.ts";
import { requireUpload, type UploadStage } from "../../queries/uploadRows.ts";
import type { ImportControl } from "../ImportControl.ts";
import { checkUpload } from "./checkUpload.ts";
import { type CommitRequest, commitUpload } from "./commitUpload.ts";
import { type UnderstandRequest, understandUpload } from "./understandUpload.ts";

/** Throws Refused when the stage cannot be done; nothing is then changed but what the stage had done before. */
export async function runStage(
	db: Knex,
	store: FileStore,
	{ id, stage, control }: { id: number; stage: UploadStage; control: ImportControl },
): Promise<void> {
	const row = await requireUpload(db, id);
	switch (stage) {
		case "understand":
			return understandUpload(db, store, row, {
				request: row.request as UnderstandRequest,
				control,
			});
		case "check":
			return checkUpload(db, store, row, control);
		case "commit":
			return commitUpload(db, store, row, { request: row.request as CommitRequest, control });
	}
}
