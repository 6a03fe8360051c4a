// What a plan stands on: the territory, units and facilities of the snapshot that it names.
import type { Knex } from "knex";
import { type PlanBase, planBaseOf } from "../../planning/plan/PlanBase.ts";
import { refusalOf } from "../../planning/plan/PlanRefusal.ts";
import { refusalWords } from "../../planning/plan/refusalWords.ts";
import { Refused } from "../errors.ts";
import { snapshotLayers } from "./currentLayers.ts";
import { requireSnapshot } from "./findSnapshot.ts";
import { loadExceptions } from "./loadExceptions.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";
import { snapshotOfHash } from "./snapshotOfHash.ts";
import { tilingOfSnapshot } from "./tilingOfSnapshot.ts";

/** The base of plans on a snapshot, by its hash or `current`. Refused 404 `plan.snapshot-gone` when it is not there. */
export async function planBase(db: Knex, which: string): Promise<PlanBase> {
	if (which === "current") return planBaseOfSnapshot(db, (await requireSnapshot(db, which)).id);
	const snapshot = await snapshotOfHash(db, which).catch((error: unknown) => {
		if (!(error instanceof Refused)) throw error;
		const refusal = refusalOf("plan.snapshot-gone", { subject: which });
		throw new Refused(refusal.code, refusalWords(refusal, null), { status: 404 });
	});
	return planBaseOfSnapshot(db, snapshot.id);
}

/** By snapshot number. */
export const planBaseOfSnapshot = remembered<number, PlanBase>(2, async (db, snapshotId) => {
	const { hash } = await requireSnapshot(db, snapshotId);
	const { city } = await locatedCity(db, snapshotId);
	const layers = await snapshotLayers(db, snapshotId);
	const exceptions = layers.filter(({ kind }) => kind === "exceptions").map(({ id }) => id);
	return planBaseOf({
		snapshot: hash,
		tiling: await tilingOfSnapshot(db, snapshotId),
		units: city.units,
		cells: city.cells,
		facilities: city.facilities,
		exceptions: await loadExceptions(db, exceptions),
	});
});
