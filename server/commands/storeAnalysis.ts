// Keep a finished analysis: its run, arrays, indicators and flags in one transaction, so that a run is whole or absent.
import type { Knex } from "knex";
import type {
	Analysis,
	City,
	CoverageRow,
	NearestTimes,
} from "../../planning/coverage/analysis.ts";
import { summaryOf } from "../../planning/coverage/files/summaryJson.ts";
import { categoryOf, limitOf } from "../../planning/standards/catalogue.ts";
import { encodeColumns } from "../../planning/wire/columns.ts";
import type { ResidencesMeta, TimesMeta } from "../../planning/wire/residenceColumns.ts";
import { type BulkColumn, bulkInsert } from "../db/bulkInsert.ts";
import { findAnalysisRun, type RunKey } from "../queries/analysisRuns.ts";
import type { Snapshot } from "../queries/findSnapshot.ts";
import { storeFlags } from "./storeFlags.ts";

const STATUSES = ["attached", "noted", "not-attached"];
const MISSING = -1;

/** Id of the run; another process may have stored the same one meanwhile, then that one's. */
export async function storeAnalysis(
	db: Knex,
	snapshot: Snapshot,
	key: RunKey,
	{ city, analysis }: { city: City; analysis: Analysis },
): Promise<number> {
	return await db.transaction(async (trx) => {
		const summary = summaryOf(city, analysis, snapshot.hash);
		const { rows } = await trx.raw<{ rows: { id: number }[] }>(
			`
			insert into analysis_runs
			  (snapshot_id, profile, speed_m_per_min, horizon_s, status, progress_pct, summary, finished_at)
			values (?, ?, ?, ?, 'done', 100, ?::jsonb, now())
			on conflict do nothing
			returning analysis_runs.id
			`,
			[snapshot.id, key.profile, key.speedMPerMin, key.horizonS, JSON.stringify(summary)],
		);
		const runId = rows[0]?.id;
		if (runId === undefined) {
			const other = await findAnalysisRun(trx, snapshot.id, key);
			if (other === null)
				throw new Error(`Run of snapshot ${snapshot.id} is neither stored nor storable.`);
			return other;
		}
		for (const [name, bytes] of arraysOf(city, analysis))
			await trx.raw("insert into analysis_arrays (run_id, name, bytes) values (?, ?, ?)", [
				runId,
				name,
				Buffer.from(bytes),
			]);
		await bulkInsert(
			trx,
			"coverage_rows",
			COVERAGE_COLUMNS,
			analysis.coverage.map((row) => coverageValues(runId, row)),
		);
		await storeFlags(trx, runId, analysis.flags);
		return runId;
	});
}

/** Name of the array of a category's times. */
export function timesName(category: string, mode: string): string {
	return `times:${category}:${mode}`;
}

function* arraysOf(city: City, analysis: Analysis): Generator<[name: string, bytes: Uint8Array]> {
	yield ["residences", residencesArray(city, analysis)];
	const firstOf = new Map<string, number>();
	city.facilities.forEach(({ category }, facility) => {
		if (!firstOf.has(category)) firstOf.set(category, facility);
	});
	for (const walks of analysis.times)
		yield [
			timesName(walks.category, walks.mode),
			timesArray(city, walks, firstOf.get(walks.category) ?? 0),
		];
}

function residencesArray({ residences }: City, analysis: Analysis): Uint8Array {
	const meta: ResidencesMeta = { ids: residences.map(({ id }) => id), speeds: analysis.speeds };
	return encodeColumns(meta, {
		lon: Float64Array.from(residences, ({ lonLat }) => lonLat[0]),
		lat: Float64Array.from(residences, ({ lonLat }) => lonLat[1]),
		residents: Uint32Array.from(residences, (residence) => residence.residents),
		households: Int32Array.from(residences, (residence) => residence.households ?? MISSING),
		elders: Int32Array.from(residences, (residence) => residence.elders ?? MISSING),
		children: Int32Array.from(residences, (residence) => residence.children ?? MISSING),
		status: Uint8Array.from(analysis.residenceAttachments, ({ status }) =>
			STATUSES.indexOf(status),
		),
		speed: analysis.residenceSpeed.slice(),
		cell: analysis.residenceCell.slice(),
	});
}

/** As GET /api/times answers: facilities count from the category's first. */
function timesArray({ facilities }: City, walks: NearestTimes, first: number): Uint8Array {
	const category = categoryOf(walks.category);
	if (category === undefined)
		throw new Error(`Times of category ${walks.category}, which the standard lacks.`);
	const meta: TimesMeta = {
		category: walks.category,
		mode: walks.mode,
		facilityIds: facilities
			.filter((facility) => facility.category === walks.category)
			.map(({ id }) => id),
		limit: limitOf(category),
		limitUnit: category.basis === "metres" ? "metres" : "minutes",
	};
	return encodeColumns(meta, {
		costDm: walks.costDm.slice(),
		facility: walks.facility.map((facility) => (facility < 0 ? -1 : facility - first)),
		within: walks.within.slice(),
		reason: walks.reason.slice(),
	});
}

const COVERAGE_COLUMNS: readonly BulkColumn[] = [
	{ name: "run_id", type: "integer" },
	{ name: "unit_kind", type: "text" },
	{ name: "unit_code", type: "text" },
	{ name: "unit_name", type: "text" },
	{ name: "category", type: "text" },
	{ name: "mode", type: "text" },
	{ name: "limit_value", type: "integer" },
	{ name: "limit_unit", type: "text" },
	{ name: "denominator", type: "text" },
	{ name: "total", type: "integer" },
	{ name: "covered", type: "integer" },
	{ name: "pct", type: "double precision" },
	{ name: "not_attached", type: "integer" },
];

function coverageValues(runId: number, row: CoverageRow): readonly unknown[] {
	return [
		runId,
		row.unitKind,
		row.unitCode,
		row.unitName,
		row.category,
		row.mode,
		row.limit,
		row.limitUnit,
		row.denominator,
		row.total,
		row.covered,
		row.pct,
		row.notAttached,
	];
}
