// A snapshot (基准) of the layer versions in force, with the cells and assignments that follow from its divisions.
import type { Knex } from "knex";
import { assignCells } from "../../planning/partition/assignCells.ts";
import type { GroundLines } from "../../planning/partition/followedLines.ts";
import { CATEGORIES, STANDARD_VERSION } from "../../planning/standards/catalogue.ts";
import { THRESHOLDS } from "../../planning/standards/thresholds.ts";
import { Refused } from "../errors.ts";
import {
	currentLayers,
	type LayerVersion,
	snapshotHash,
	snapshotLayers,
} from "../queries/currentLayers.ts";
import { loadStreets } from "../queries/loadCity.ts";
import { loadUnits } from "../queries/loadRecords.ts";
import { insertCells } from "./insertRecords.ts";
import { copyTiling, remarkTiling, storeTiling } from "./storeTiling.ts";

/**
 * Call inside the transaction that committed layers. The same contents give the snapshot made before. `asOf`: the date
 * it stands for, YYYY-MM-DD; today when null.
 */
export async function makeSnapshot(
	trx: Knex,
	asOf: string | null = null,
): Promise<{ id: number; hash: string }> {
	const snapshot = await snapshotOfLayers(trx, asOf);
	await trx.raw(
		`
		insert into settings (key, value)
		values ('current_snapshot', ?)
		on conflict (key) do update set value = excluded.value
		`,
		[JSON.stringify(snapshot.id)],
	);
	return snapshot;
}

async function snapshotOfLayers(
	trx: Knex,
	asOf: string | null,
): Promise<{ id: number; hash: string }> {
	const layers = await currentLayers(trx);
	const hash = snapshotHash(layers);
	const known = await trx("snapshots").where({ hash }).first("snapshots.id");
	if (known !== undefined) return { id: known.id, hash };

	await trx.raw(
		"insert into standards (version, catalogue, thresholds) values (?, ?, ?) on conflict do nothing",
		[STANDARD_VERSION, JSON.stringify(CATEGORIES), JSON.stringify(THRESHOLDS)],
	);
	const previous = await trx("snapshots").max({ id: "snapshots.id" }).first();
	const { rows } = await trx.raw<{ rows: { id: number }[] }>(
		`
		insert into snapshots (hash, standard_version, as_of)
		values (?, ?, coalesce(?::date, current_date))
		returning snapshots.id
		`,
		[hash, STANDARD_VERSION, asOf],
	);
	const id = rows[0]?.id;
	if (id === undefined) throw new Error("The new snapshot has no number.");
	await trx.raw(
		"insert into snapshot_layers (snapshot_id, layer_version_id) select ?, given.id from unnest(?::integer[]) as given (id)",
		[id, layers.map((layer) => layer.id)],
	);
	await makeCells(trx, { id, layers, previousId: previous?.["id"] ?? null });
	return { id, hash };
}

async function makeCells(
	trx: Knex,
	{
		id,
		layers,
		previousId,
	}: { id: number; layers: readonly LayerVersion[]; previousId: number | null },
): Promise<void> {
	const divisions = versionsOf(layers, "divisions");
	const streets = versionsOf(layers, "streets");
	const before = previousId === null ? [] : await snapshotLayers(trx, previousId);
	const isSame =
		divisions.length > 0 && divisions.join() === versionsOf(before, "divisions").join();
	const ground = () => groundOf(trx, layers);
	if (isSame && previousId !== null) {
		await copyCells(trx, previousId, id);
		if (streets.join() === versionsOf(before, "streets").join())
			await copyTiling(trx, previousId, id);
		else await remarkTiling(trx, previousId, id, await ground());
	} else {
		const cells = assignCells(await loadUnits(trx, divisions));
		await insertCells(trx, id, cells);
		await storeTiling(trx, id, cells, await ground());
	}
}

/** Null without streets, and where those stored are of an older program: borders then follow nothing yet. */
async function groundOf(trx: Knex, layers: readonly LayerVersion[]): Promise<GroundLines | null> {
	try {
		return await loadStreets(trx, layers);
	} catch (error) {
		if (error instanceof Refused) return null;
		throw error;
	}
}

/** Where divisions did not change, the cells did not either. */
async function copyCells(trx: Knex, fromId: number, toId: number): Promise<void> {
	await trx.raw(
		`
		insert into cells (snapshot_id, code, geom)
		select ?, cells.code, cells.geom
		from cells
		where cells.snapshot_id = ?
		`,
		[toId, fromId],
	);
	await trx.raw(
		`
		insert into assignments (snapshot_id, cell_code, kind, unit_code)
		select ?, assignments.cell_code, assignments.kind, assignments.unit_code
		from assignments
		where assignments.snapshot_id = ?
		`,
		[toId, fromId],
	);
}

function versionsOf(layers: readonly LayerVersion[], wanted: LayerVersion["kind"]): number[] {
	return layers.filter(({ kind }) => kind === wanted).map(({ id }) => id);
}
