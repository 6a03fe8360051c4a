// How many nodes the street graph of a snapshot has; 0 without streets.
import type { Knex } from "knex";

export async function nodeCountOf(db: Knex, snapshotId: number): Promise<number> {
	const row: { node_count: number } | undefined = await db("snapshot_layers")
		.join("street_graphs", "street_graphs.layer_version_id", "snapshot_layers.layer_version_id")
		.where("snapshot_layers.snapshot_id", snapshotId)
		.first("street_graphs.node_count");
	return row?.node_count ?? 0;
}
