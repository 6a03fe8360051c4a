// The demonstration as a base of plans, from its files.
import { buildTiling } from "../../../planning/partition/buildTiling.ts";
import { type PlanBase, planBaseOf } from "../../../planning/plan/PlanBase.ts";
import { readDemonstration } from "../../server/demonstration/readDemonstration.ts";
import { SNAPSHOT } from "./planScene.ts";

export async function demonstrationBase(): Promise<PlanBase> {
	const { units, cells, facilities } = await readDemonstration();
	const { tiling } = buildTiling(cells);
	return planBaseOf({ snapshot: SNAPSHOT, tiling, units, cells, facilities });
}
