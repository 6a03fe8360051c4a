// What a replayed plan does, against the analysis of the snapshot it stands on.
import type { Knex } from "knex";
import { choiceOf } from "../../planning/coverage/analyse.ts";
import type { NearestTimes } from "../../planning/coverage/analysis.ts";
import { survey } from "../../planning/coverage/surveyed.ts";
import { createMeasurer } from "../../planning/plan/measure/createMeasurer.ts";
import { openMeasureBase } from "../../planning/plan/measure/MeasureBase.ts";
import type { Measurement } from "../../planning/plan/measure/Measurement.ts";
import type { PlanState } from "../../planning/plan/PlanState.ts";
import { CATEGORIES } from "../../planning/standards/catalogue.ts";
import { type AnalysisRequest, optionsOf } from "./analysisRuns.ts";
import { loadTimes } from "./loadAnalysis.ts";
import { loadCity } from "./loadCity.ts";

/** Measure a state; `runId` is the run of its snapshot (by number) that answers `request`. */
export async function measuredPlan(
	db: Knex,
	state: PlanState,
	{ runId, request }: { readonly runId: number; readonly request: AnalysisRequest },
): Promise<Measurement> {
	const { city: loaded } = await loadCity(db, request.snapshot);
	const city = { ...loaded, tiling: state.base.tiling };
	const choice = optionsOf(request);
	const { times } = await loadTimes(db, runId, city.facilities);
	const surveyed = survey(city, choiceOf(choice));
	const base = openMeasureBase(surveyed, inOrder(times), state.base, { choice });
	return createMeasurer(base).measure(state);
}

/** By the catalogue, any before own. */
function inOrder(times: readonly NearestTimes[]): NearestTimes[] {
	const place = new Map(CATEGORIES.map(({ code }, i) => [code, i]));
	const placeOf = ({ category, mode }: NearestTimes) =>
		2 * (place.get(category) ?? 0) + (mode === "own" ? 1 : 0);
	return [...times].sort((a, b) => placeOf(a) - placeOf(b));
}
