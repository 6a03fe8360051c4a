// A snapshot by its hash: what a page that was opened earlier still stands on.
import type { Knex } from "knex";
import { Refused } from "../errors.ts";
import { requireSnapshot, type Snapshot } from "./findSnapshot.ts";

/** Refused 404 when there is none. */
export async function snapshotOfHash(db: Knex, hash: string): Promise<Snapshot> {
	const row: { id: number } | undefined = await db("snapshots")
		.where({ hash })
		.first("snapshots.id");
	if (row !== undefined) return requireSnapshot(db, row.id);
	throw new Refused(
		"snapshot.missing",
		{ zh: `没有基准 ${hash}。`, en: `There is no snapshot ${hash}.` },
		{ status: 404 },
	);
}
