// The binary columns of a run as the screens read them: narrowed, packed, and kept for the next reader.
import type { Knex } from "knex";
import type { NearestTimes } from "../../planning/coverage/analysis.ts";
import { COMPOSITE_PARTS, compositeParts } from "../../planning/coverage/figures/composite.ts";
import { STRAIGHT_HORIZON, straightCosts } from "../../planning/coverage/figures/straightCosts.ts";
import { lonLatColumn } from "../../planning/coverage/surveyed.ts";
import { UNREACHED_DM } from "../../planning/reach/reach.ts";
import { type Column, decodeColumns, encodeColumns } from "../../planning/wire/columns.ts";
import type { CompositeMeta } from "../../planning/wire/figuresApi.ts";
import { narrowed } from "../../planning/wire/narrowColumns.ts";
import type { ResidencesMeta, TimesMeta } from "../../planning/wire/residenceColumns.ts";
import { timesName } from "../commands/storeAnalysis.ts";
import { Refused } from "../errors.ts";
import { type PreparedBody, packedBody } from "../packedBody.ts";
import { loadArray } from "./loadAnalysis.ts";
import { locatedCity } from "./locatedCity.ts";
import { remembered } from "./remembered.ts";

/** What the screens ask of a run: about 1.5 MB each at city scale, residences 6 MB. */
const KEPT = 48;

export interface RunOfSnapshot {
	readonly runId: number;
	readonly snapshotId: number;
}

export const residencesBody = remembered<number, PreparedBody>(4, async (db, runId) =>
	packedBody(await residencesArray(db, runId)),
);

/** Refused 404 where a category has no walk times: judged by presence, or without an own mode. */
export async function timesBody(
	db: Knex,
	{ runId, snapshotId }: RunOfSnapshot,
	{ category, mode }: { category: string; mode: "any" | "own" },
): Promise<PreparedBody> {
	return await timesBodies(db, JSON.stringify([runId, snapshotId, category, mode]));
}

export const compositeBody = remembered<number, PreparedBody>(4, async (db, runId) => {
	const meta: CompositeMeta = { parts: COMPOSITE_PARTS };
	const parts = await compositeOfRun(db, runId);
	return packedBody(
		encodeColumns(meta, Object.fromEntries(parts.map((part, index) => [`part${index}`, part]))),
	);
});

const timesBodies = remembered<string, PreparedBody>(KEPT, async (db, key) => {
	const [runId, snapshotId, category, mode] = JSON.parse(key);
	const { meta, columns } = await timesOfRun(db, runId, { category, mode });
	const sent: Record<string, Column> = {
		costDm: narrowed(columns.costDm, UNREACHED_DM),
		facility: narrowed(columns.facility, -1),
		within: columns.within,
		reason: columns.reason,
	};
	if (meta.limitUnit === "metres")
		sent["straightDm"] = await straightOfRun(db, { runId, snapshotId }, meta);
	return packedBody(encodeColumns(meta, sent));
});

export async function residencesArray(db: Knex, runId: number): Promise<Uint8Array> {
	const bytes = await loadArray(db, runId, "residences");
	if (bytes === null) throw new Error(`Run ${runId} has no residences.`);
	return bytes;
}

/** The stored times of a category and mode. Refused 404 `times.none` when there are none. */
export async function timesOfRun(
	db: Knex,
	runId: number,
	{ category, mode }: { readonly category: string; readonly mode: "any" | "own" },
): Promise<{
	meta: TimesMeta;
	columns: Pick<NearestTimes, "costDm" | "facility" | "within" | "reason">;
}> {
	const bytes = await loadArray(db, runId, timesName(category, mode));
	if (bytes !== null) {
		const { meta, columns } = decodeColumns<TimesMeta>(bytes);
		return { meta, columns: columns as never };
	}
	throw new Refused(
		"times.none",
		{
			zh: `${category} 在${mode === "own" ? "属地" : "开放"}口径下没有步行时间。`,
			en: `${category} has no walk times in mode ${mode}.`,
		},
		{ status: 404 },
	);
}

/** Each home's straight line to the nearest facility of a category, up to twice its radius. */
export async function straightOfRun(
	db: Knex,
	{ runId, snapshotId }: RunOfSnapshot,
	{ category, limit }: Pick<TimesMeta, "category" | "limit">,
): Promise<Uint32Array> {
	const { columns } = decodeColumns<ResidencesMeta>(await residencesArray(db, runId));
	const [lon, lat] = [columns["lon"], columns["lat"]] as readonly [Float64Array, Float64Array];
	const { city } = await locatedCity(db, snapshotId);
	const facilities = city.facilities.filter((facility) => facility.category === category);
	return straightCosts(
		lonLatColumn(Array.from(lon, (east, home) => ({ lonLat: [east, lat[home] ?? 0] as const }))),
		facilities.map(({ lonLat }) => lonLat),
		(limit ?? 0) * STRAIGHT_HORIZON,
	);
}

/** The parts of the composite of a run. */
export async function compositeOfRun(db: Knex, runId: number): Promise<Uint8Array[]> {
	const { meta, columns } = decodeColumns<ResidencesMeta>(await residencesArray(db, runId));
	const known = new Map<string, Pick<NearestTimes, "costDm">>();
	for (const category of COMPOSITE_PARTS.flat()) {
		const bytes = await loadArray(db, runId, timesName(category, "any"));
		if (bytes !== null)
			known.set(category, { costDm: decodeColumns(bytes).columns["costDm"] as Uint32Array });
	}
	return compositeParts((code) => known.get(code) ?? null, {
		speeds: meta.speeds,
		walker: columns["speed"] as Uint8Array,
	});
}
