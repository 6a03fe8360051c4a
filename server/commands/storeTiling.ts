// The tiling of a snapshot's cells, built once and kept as a blob.
import type { Knex } from "knex";
import type { CellRecord } from "../../planning/city/records.ts";
import { buildTiling } from "../../planning/partition/buildTiling.ts";
import { decodeTiling, encodeTiling } from "../../planning/partition/encodeTiling.ts";
import { type GroundLines, markGround } from "../../planning/partition/followedLines.ts";
import { getBlob, putBlob } from "../db/blobs.ts";

/** Build and keep the tiling, with what its lines follow; a snapshot without cells has one without cells. */
export async function storeTiling(
	trx: Knex,
	snapshotId: number,
	cells: readonly CellRecord[],
	ground: GroundLines | null,
): Promise<void> {
	const { tiling, troubles } = buildTiling(cells);
	const counts: Record<string, number> = {};
	for (const { kind } of troubles) counts[kind] = (counts[kind] ?? 0) + 1;
	await trx("tilings").insert({
		snapshot_id: snapshotId,
		tiling_hash: await putBlob(trx, encodeTiling(markGround(tiling, ground))),
		troubles: JSON.stringify(counts),
	});
}

/** Where only streets changed, the lines stay and what they follow is looked at again. */
export async function remarkTiling(
	trx: Knex,
	fromId: number,
	toId: number,
	ground: GroundLines | null,
): Promise<void> {
	await copyTiling(trx, fromId, toId);
	const row = await trx("tilings").where({ snapshot_id: toId }).first("tilings.tiling_hash");
	if (row === undefined) return; // made before tilings were kept: built when asked for
	const tiling = decodeTiling(await getBlob(trx, row.tiling_hash));
	await trx("tilings")
		.where({ snapshot_id: toId })
		.update({ tiling_hash: await putBlob(trx, encodeTiling(markGround(tiling, ground))) });
}

/** Where neither divisions nor streets changed, their tiling did not either. */
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
