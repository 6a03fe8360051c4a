// The tiling of a snapshot's cells, built once and kept as a blob.
import type { Knex } from "knex";
import type { CellRecord } from "../../planning/city/records.ts";
import { buildTiling } from "../../planning/partition/buildTiling.ts";
import { encodeTiling } from "../../planning/partition/encodeTiling.ts";
import { putBlob } from "../db/blobs.ts";

/** Build and keep the tiling; a snapshot without cells has one without cells. */
export async function storeTiling(
	trx: Knex,
	snapshotId: number,
	cells: readonly CellRecord[],
): Promise<void> {
	const { tiling, troubles } = buildTiling(cells);
	const counts: Record<string, number> = {};
	for (const { kind } of troubles) counts[kind] = (counts[kind] ?? 0) + 1;
	await trx("tilings").insert({
		snapshot_id: snapshotId,
		tiling_hash: await putBlob(trx, encodeTiling(tiling)),
		troubles: JSON.stringify(counts),
	});
}

/** Where divisions did not change, their tiling did not either. */
export async function copyTiling(trx: Knex, fromId: number, toId: number): Promise<void> {
	await trx.raw(
		`
		insert into tilings (snapshot_id, tiling_hash, troubles)
		select ?, tilings.tiling_hash, tilings.troubles
		from tilings
		where tilings.snapshot_id = ?
		`,
		[toId, fromId],
	);
}
