// Before anything is received: what a killed process left of uploads that are over, and parts of files, is removed.
import type { Knex } from "knex";
import type { FileStore } from "../../imports/FileStore.ts";

/** Files of open uploads stay, and what this database knows nothing of. One process at a time may receive into a store. */
export async function sweepUploads(db: Knex, store: FileStore): Promise<void> {
	const { rows } = await db.raw<{ rows: { id: number; isOver: boolean }[] }>(
		`
		select
		  uploads.id,
		  uploads.state in ('committed', 'discarded')
		    or not uploads.files @> '[{"isReceived": true}]' as "isOver"
		from uploads
		where uploads.id = any(?::integer[])
		`,
		[await store.uploadIds()],
	);
	for (const { id, isOver } of rows)
		await (isOver ? store.removeUpload(id) : store.removeParts(id));
}
