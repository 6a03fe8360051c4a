// Everything laid out on the ground, before units and facilities become records.
import type { AdminTree } from "./AdminTree.ts";
import type { CityScale } from "./CityScale.ts";
import type { CityCodes } from "./cityCodes.ts";
import type { Territory } from "./divideTerritory.ts";
import type { Ground } from "./Ground.ts";
import type { Home } from "./settleCity.ts";

/** A group of committees that make one piece of land: first, and one past the last. */
export interface CommitteeRange {
	readonly code: string;
	readonly name: string;
	readonly parentCode: string;
	readonly first: number;
	readonly end: number;
}

export interface CityLand {
	readonly scale: CityScale;
	readonly tree: AdminTree;
	readonly territory: Territory;
	readonly ground: Ground;
	readonly homes: readonly Home[];
	/** First home of each committee, one more than there are committees. */
	readonly firstHome: Int32Array;
	readonly codes: CityCodes;
	readonly circles: readonly CommitteeRange[];
	readonly bmus: readonly CommitteeRange[];
}
