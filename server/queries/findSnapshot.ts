// A snapshot (基准) by its number, or the current one: that of the layer versions now in force, else the last that was
// made (whoever commits may leave the snapshot as it is).
import type { Knex } from "knex";
import { Refused } from "../errors.ts";
import { currentLayers, snapshotHash } from "./currentLayers.ts";

export interface Snapshot {
	readonly id: number;
	readonly hash: string;
	readonly standardVersion: string;
	/** Date it stands for, YYYY-MM-DD. */
	readonly asOf: string;
}

/** The snapshot, or null: an empty database has no current one. */
export async function findSnapshot(db: Knex, which: number | "current"): Promise<Snapshot | null> {
	if (which !== "current") return snapshotBy(db, "id", which);
	const ofLayers = await snapshotBy(db, "hash", snapshotHash(await currentLayers(db)));
	if (ofLayers !== null) return ofLayers;
	const made = await db("settings").where({ key: "current_snapshot" }).first("settings.value");
	return made === undefined ? null : snapshotBy(db, "id", made.value);
}

async function snapshotBy(
	db: Knex,
	column: "id" | "hash",
	value: string | number,
): Promise<Snapshot | null> {
	const { rows } = await db.raw<{ rows: Snapshot[] }>(
		`
		select
		  snapshots.id,
		  snapshots.hash,
		  snapshots.standard_version as "standardVersion",
		  to_char(snapshots.as_of, 'YYYY-MM-DD') as "asOf"
		from snapshots
		where snapshots.${column} = ?
		`,
		[value],
	);
	return rows[0] ?? null;
}

/** The snapshot; Refused when there is none. */
export async function requireSnapshot(db: Knex, which: number | "current"): Promise<Snapshot> {
	const snapshot = await findSnapshot(db, which);
	if (snapshot !== null) return snapshot;
	throw new Refused(
		"snapshot.missing",
		{
			zh:
				which === "current"
					? "数据库中还没有数据。请先导入路网、设施和居住点。"
					: `没有基准 ${which}。`,
			en:
				which === "current"
					? "The database holds no data yet. Import streets, facilities and residences first."
					: `There is no snapshot ${which}.`,
		},
		{ status: 404 },
	);
}
