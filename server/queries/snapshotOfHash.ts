// A snapshot by its hash, or the beginning of it: what a page or a link that was made earlier still stands on.
import type { Knex } from "knex";
import { Refused } from "../errors.ts";
import { requireSnapshot, type Snapshot } from "./findSnapshot.ts";

/** Refused 404 when there is none. */
export async function snapshotOfHash(db: Knex, hash: string): Promise<Snapshot> {
	const row: { id: number } | undefined = await db("snapshots")
		.whereLike("snapshots.hash", `${hash}%`)
		.orderBy("snapshots.id", "desc")
		.first("snapshots.id");
	if (row !== undefined) return requireSnapshot(db, row.id);
	throw new Refused(
		"snapshot.missing",
		{
			zh: `没有基准 ${hash}，链接可能来自另一个数据库。打开现行基准再看。`,
			en: `There is no snapshot ${hash}; the link may come from another database. Open the current one.`,
		},
		{ status: 404 },
	);
}
