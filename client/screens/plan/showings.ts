import type { PlanScene } from "../../map/plan/PlanScene.ts";

/** The plan beside the snapshot, the snapshot alone, the plan alone. */
export type Showing = PlanScene["showing"];
export const SHOWINGS: readonly Showing[] = ["difference", "before", "after"];
