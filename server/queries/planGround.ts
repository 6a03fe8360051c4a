// The ground of plans on a snapshot, packed once and kept ready in every encoding.
import type { Knex } from "knex";
import { encodePlanGround } from "../../planning/wire/planGround.ts";
import { planGroundOf } from "../../planning/wire/planGroundOf.ts";
import { type PreparedBody, packedBody } from "../packedBody.ts";
import type { Snapshot } from "./findSnapshot.ts";
import { locatedCity } from "./locatedCity.ts";
import { planBaseOfSnapshot } from "./planBase.ts";
import { remembered } from "./remembered.ts";
import { snapshotOfHash } from "./snapshotOfHash.ts";

/** Of a snapshot by its hash, else of the current one. Refused 404 for an unknown one. */
export async function planGround(
	db: Knex,
	current: Snapshot,
	hash: string | undefined,
): Promise<PreparedBody> {
	const { id } = hash === undefined ? current : await snapshotOfHash(db, hash);
	return grounds(db, id);
}

/** By snapshot number: some megabytes each. */
const grounds = remembered<number, PreparedBody>(2, async (db, snapshotId) => {
	const { snapshot, tiling, exceptions } = await planBaseOfSnapshot(db, snapshotId);
	const located = await locatedCity(db, snapshotId);
	return packedBody(encodePlanGround(planGroundOf(located, { snapshot, tiling, exceptions })));
});
