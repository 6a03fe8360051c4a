// The pack of a district, packed once per snapshot and kept ready in every encoding.
import type { Knex } from "knex";
import { WHOLE_CITY } from "../../planning/wire/districtPack.ts";
import { Refused } from "../errors.ts";
import type { PreparedBody } from "../packedBody.ts";
import { cityDesk } from "./cityDesks.ts";
import type { Snapshot } from "./findSnapshot.ts";
import { findUnit } from "./findUnit.ts";
import { locatedCity } from "./locatedCity.ts";
import { nodeCountOf } from "./nodeCountOf.ts";
import { remembered } from "./remembered.ts";
import { snapshotOfHash } from "./snapshotOfHash.ts";

/** A whole city goes into one pack up to as many nodes as a large district has. */
const MAX_WHOLE_CITY_NODES = 60_000;

export interface PackAsked {
	/** 12 digits, or `all`. */
	readonly districtCode: string;
	/** Hash of a snapshot; the current one when undefined. */
	readonly snapshot: string | undefined;
}

/** Refused 404 for an unknown snapshot or district, and for one without cells; 422 for a whole city that is too large. */
export async function packOfDistrict(
	db: Knex,
	current: Snapshot,
	{ districtCode, snapshot }: PackAsked,
): Promise<PreparedBody> {
	const { id } = snapshot === undefined ? current : await snapshotOfHash(db, snapshot);
	if (districtCode === WHOLE_CITY) await mustBeSmall(db, id);
	else await mustHaveCells(db, id, districtCode);
	return packs(db, `${id} ${districtCode}`);
}

/** By snapshot number and code: about 3 MB each. */
const packs = remembered<string, PreparedBody>(20, async (db, key) => {
	const [snapshotId = "", districtCode = ""] = key.split(" ");
	const desk = await cityDesk(db, Number(snapshotId));
	return desk.ask("pack", { districtCode });
});

async function mustHaveCells(db: Knex, snapshotId: number, code: string): Promise<void> {
	const district = await findUnit(db, snapshotId, { kind: "district", code });
	const { tree } = await locatedCity(db, snapshotId);
	if (tree.cellsOf(district).length > 0) return;
	throw new Refused(
		"pack.no-cells",
		{
			zh: `${district.name}没有任何居村范围，打不成包。请核对区划的上级编码。`,
			en: `No committee's range belongs to ${district.name}: nothing to pack. Check the divisions' parent codes.`,
		},
		{ status: 404 },
	);
}

async function mustBeSmall(db: Knex, snapshotId: number): Promise<void> {
	const nodes = await nodeCountOf(db, snapshotId);
	if (nodes <= MAX_WHOLE_CITY_NODES) return;
	throw new Refused("pack.too-large", {
		zh: `全市路网有 ${nodes} 个节点，超过整包上限 ${MAX_WHOLE_CITY_NODES}。请按区索取。`,
		en: `The city has ${nodes} street nodes, more than ${MAX_WHOLE_CITY_NODES}: ask district by district.`,
	});
}
