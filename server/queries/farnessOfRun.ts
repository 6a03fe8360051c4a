// How far every home of a run is from what is asked, and whom it counts: what figures at any limit are summed from.
import type { Knex } from "knex";
import {
	COMPOSITE_HORIZON_PCT,
	compositeCost,
	reachedParts,
} from "../../planning/coverage/figures/composite.ts";
import { COMPOSITE, type Farness } from "../../planning/coverage/figures/farness.ts";
import type { HomeCounts } from "../../planning/coverage/figures/people.ts";
import { limitsOf } from "../../planning/coverage/figures/subject.ts";
import type { HomePlaces } from "../../planning/coverage/figures/unitFigures.ts";
import { categoryOf } from "../../planning/standards/catalogue.ts";
import { decodeColumns } from "../../planning/wire/columns.ts";
import type { ResidencesMeta } from "../../planning/wire/residenceColumns.ts";
import { locatedCity } from "./locatedCity.ts";
import {
	compositeOfRun,
	type RunOfSnapshot,
	residencesArray,
	straightOfRun,
	timesOfRun,
} from "./runArrays.ts";

export interface FarnessQuestion {
	/** Code of the catalogue, or COMPOSITE, which knows no own unit's facility. */
	readonly category: string;
	readonly mode: "any" | "own";
}

export interface Homes {
	readonly farness: Farness;
	readonly counts: HomeCounts;
	readonly places: HomePlaces;
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	/** Of the composite only: how many of its parts each home reaches, at a per cent of their limits. */
	readonly reachedAt: ((limitPct: number) => Uint8Array) | null;
}

/** Refused 404 `times.none` where a category is judged by presence, or has no own mode. */
export async function farnessOfRun(
	db: Knex,
	basis: RunOfSnapshot,
	{ category, mode }: FarnessQuestion,
): Promise<Homes> {
	const { meta, columns } = decodeColumns<ResidencesMeta>(await residencesArray(db, basis.runId));
	const { residenceCell } = await locatedCity(db, basis.snapshotId);
	const walkers = { walker: columns["speed"] as Uint8Array, speeds: meta.speeds };
	const composite = category === COMPOSITE ? await compositeOfRun(db, basis.runId) : null;
	return {
		farness:
			composite === null
				? { ...walkers, ...(await costsOf(db, basis, { category, mode })) }
				: {
						...walkers,
						unit: "percent",
						cost: compositeCost(composite),
						ownLimit: 100,
						horizon: COMPOSITE_HORIZON_PCT,
					},
		counts: columns as unknown as HomeCounts,
		places: { cell: residenceCell, status: columns["status"] as Uint8Array },
		lon: columns["lon"] as Float64Array,
		lat: columns["lat"] as Float64Array,
		reachedAt: composite === null ? null : (limitPct) => reachedParts(composite, limitPct),
	};
}

type Costs = Omit<Farness, "walker" | "speeds">;

async function costsOf(db: Knex, basis: RunOfSnapshot, question: FarnessQuestion): Promise<Costs> {
	const { meta, columns } = await timesOfRun(db, basis.runId, question);
	const category = categoryOf(question.category);
	const limits = category === undefined ? null : limitsOf(category);
	if (limits === null) throw new Error(`Times of ${question.category}, which has no limit.`);
	const { unit, own, most } = limits;
	const cost = unit === "metres" ? await straightOfRun(db, basis, meta) : columns.costDm;
	return { unit, cost, ownLimit: own, horizon: most };
}
