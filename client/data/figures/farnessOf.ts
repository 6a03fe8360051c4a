// Columns of the server as the farness that figures are made of.
import { compositeCost } from "../../../planning/coverage/figures/composite.ts";
import type { Farness } from "../../../planning/coverage/figures/farness.ts";
import type { SubjectLimits } from "../../../planning/coverage/figures/subject.ts";
import type { CompositeColumns, Residences, ResidenceTimes } from "../residenceColumns.ts";

/** Of one category; by straight line where its limit is a radius. */
export function timesFarness(
	{ walker, speeds }: Residences,
	{ costDm, straightDm }: ResidenceTimes,
	{ unit, own, most }: SubjectLimits,
): Farness {
	const cost = unit === "metres" && straightDm !== null ? straightDm : costDm;
	return { unit, cost, walker, speeds, ownLimit: own, horizon: most };
}

/** Of the composite: the farthest of its parts. */
export function compositeFarness(
	{ walker, speeds }: Residences,
	{ parts }: CompositeColumns,
	{ unit, own, most }: SubjectLimits,
): Farness {
	return { unit, cost: compositeCost(parts), walker, speeds, ownLimit: own, horizon: most };
}
