// Divisions, facilities, residences, land: checked, and committed in one transaction when nothing stands against it.
import type { Knex } from "knex";
import { membersOf } from "../imports/membersOf.ts";
import { basisOf, checkRecords, type JudgedRecords } from "./checkRecords.ts";
import { commitLayerVersion, lockCommits } from "./commitLayerVersion.ts";
import { contentHashSteps } from "./contentHash.ts";
import { AT, stepByStep } from "./ImportControl.ts";
import {
	type ImportedLayer,
	type ImportReport,
	type ReportedIssue,
	reportedIssues,
	verdict,
} from "./ImportReport.ts";
import type { ImportRequest } from "./ImportRequest.ts";
import { makeSnapshot } from "./makeSnapshot.ts";
import { scopesOf } from "./mergeWithCurrent.ts";
import type { RecordLayer } from "./recordLayers.ts";
import { sumsOf } from "./sumsOf.ts";
import { writeAccepted } from "./writeAccepted.ts";

export async function importRecords<R extends object>(
	db: Knex | null,
	request: ImportRequest,
	layer: RecordLayer<R>,
): Promise<ImportReport> {
	if (request.dryRun) {
		const judged = await checkRecords(db, request, layer);
		const report = reportOf(judged, request, layer);
		if (report.status === "accepted" && request.outPath !== null)
			await writeAccepted(request.outPath, judged.taken);
		return report;
	}
	if (db === null) throw new Error("This import needs a database.");
	const basis = await basisOf(db);
	const before = await checkRecords(db, request, layer);
	if (reportOf(before, request, layer).status !== "accepted")
		return reportOf(before, request, layer);
	return db.transaction(async (trx) => {
		await lockCommits(trx);
		// what another commit changed meanwhile may change the verdict: it is given once more, under the lock
		const isSame = (await basisOf(trx)) === basis;
		const judged = isSame ? before : await checkRecords(trx, request, layer);
		const report = reportOf(judged, request, layer);
		return report.status === "accepted" ? commit(trx, report, { judged, request, layer }) : report;
	});
}

/** What there is to say before anything is written. */
export function reportOf<R extends object>(
	{ checked, taken, provenance }: JudgedRecords<R>,
	{ acceptWarnings }: ImportRequest,
	layer: RecordLayer<R>,
): ImportReport {
	const issues = inTellingOrder(reportedIssues(checked.issues.byCode()), taken.length);
	return {
		...verdict(issues, acceptWarnings),
		version: null,
		unchanged: false,
		layers: [],
		format: provenance.format,
		crs: provenance.crs,
		encoding: provenance.encoding,
		features: {
			read: checked.readCount,
			accepted: taken.length,
			leftOut: checked.readCount - taken.length,
		},
		issues,
		snapshot: null,
		...(layer.kind === "residences" ? sumsOf(taken) : {}),
	};
}

/** Where no feature could be placed, the system that cannot be told is the reason, not the features one by one. */
function inTellingOrder(issues: readonly ReportedIssue[], takenCount: number): ReportedIssue[] {
	const isFirst = ({ code }: ReportedIssue) => takenCount === 0 && code === "crs.unknown";
	return [...issues.filter(isFirst), ...issues.filter((issue) => !isFirst(issue))];
}

interface Accepted<R extends object> {
	readonly judged: JudgedRecords<R>;
	readonly request: ImportRequest;
	readonly layer: RecordLayer<R>;
}

async function commit<R extends object>(
	trx: Knex,
	report: ImportReport,
	accepted: Accepted<R>,
): Promise<ImportReport> {
	const { request } = accepted;
	const { control, store, path, renewSnapshot, asOf } = request;
	control.signal?.throwIfAborted();
	const layers = await commitAll(trx, accepted);
	if (store !== null)
		await store.keep(accepted.judged.provenance.sourceHash, await membersOf(path));
	if (renewSnapshot) control.tell?.(AT.snapshot, 0, null);
	return {
		...report,
		version: Math.max(...layers.map(({ version }) => version)),
		unchanged: layers.every(({ unchanged }) => unchanged),
		layers,
		snapshot: renewSnapshot ? (await makeSnapshot(trx, asOf)).hash : null,
	};
}

async function commitAll<R extends object>(
	trx: Knex,
	{ judged: { all, taken, provenance }, request, layer }: Accepted<R>,
): Promise<ImportedLayer[]> {
	const { control, reason } = request;
	const committed: ImportedLayer[] = [];
	for (const scope of scopesOf(request, layer, taken)) {
		const records = all.filter((record) => layer.scopeOf(record) === scope);
		const hash = await stepByStep(contentHashSteps(records), control, AT.hashing);
		committed.push(
			await commitLayerVersion(trx, {
				kind: layer.kind,
				scope,
				contentHash: hash,
				featureCount: records.length,
				provenance,
				reason,
				insertContent: async (versionId) => {
					control.tell?.(AT.writing, 0, records.length);
					await layer.insert(trx, versionId, records, control);
				},
			}),
		);
	}
	return committed;
}
