// The catalogue and thresholds that the current snapshot was made with; of this program for an empty database.
import type { Knex } from "knex";
import { CATEGORIES, STANDARD_VERSION } from "../../planning/standards/catalogue.ts";
import { THRESHOLDS } from "../../planning/standards/thresholds.ts";
import { findSnapshot } from "./findSnapshot.ts";

export interface Standard {
	version: string;
	catalogue: Record<string, unknown>[];
	thresholds: Record<string, unknown>;
}

export async function readStandard(db: Knex): Promise<Standard> {
	const snapshot = await findSnapshot(db, "current");
	const stored = await db("standards")
		.where("standards.version", snapshot?.standardVersion ?? STANDARD_VERSION)
		.first("standards.version", "standards.catalogue", "standards.thresholds");
	return (
		stored ?? {
			version: STANDARD_VERSION,
			catalogue: CATEGORIES.map((category) => ({ ...category })),
			thresholds: { ...THRESHOLDS },
		}
	);
}
