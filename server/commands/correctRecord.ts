// A small correction by a form: one record of the version in force is added, changed or removed. It goes through the same
// checks as a file of one row, and makes a version like any commit.
import type { Knex } from "knex";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type { UnitKind } from "../../planning/city/records.ts";
import type { Issue } from "../../planning/layers/Issue.ts";
import { IssueList } from "../../planning/layers/IssueList.ts";
import { LayerCheck } from "../../planning/layers/LayerCheck.ts";
import type { Committed, Correction } from "../../planning/wire/layers.ts";
import { Refused } from "../errors.ts";
import { currentLayers } from "../queries/currentLayers.ts";
import { loadReference } from "../queries/loadReference.ts";
import { commitLayerVersion, lockCommits } from "./commitLayerVersion.ts";
import { contentHash } from "./contentHash.ts";
import { type EditableLayer, editableLayer, type Row } from "./editableLayers.ts";
import { reportedIssues, verdict } from "./ImportReport.ts";
import { importRequest } from "./ImportRequest.ts";
import { makeSnapshot } from "./makeSnapshot.ts";

/**
 * Refused with the code of the first blocking issue that it brings, with `import.warnings` when it brings warnings that
 * were not accepted, 404
 * `record.unknown` or 409 `id.duplicate` when the record is not there or is there already.
 */
export async function correctRecord(
	db: Knex,
	correction: Correction,
	accountId: number | null,
): Promise<Committed> {
	const { kind, scope, reason, renewSnapshot } = correction;
	return db.transaction(async (trx) => {
		await lockCommits(trx);
		const made = await correctedRecords(trx, correction);
		await judgeCorrection(trx, correction, made);
		const { layer, current, corrected } = made;
		const committed = await commitLayerVersion(trx, {
			kind,
			scope,
			contentHash: contentHash(corrected),
			featureCount: corrected.length,
			reason,
			provenance: {
				sourceName: `${correction.action} ${correction.id}`,
				sourceHash: contentHash([correction]),
				format: "form",
				crs: "EPSG:4326",
				encoding: null,
				committedBy: accountId,
				options: { correction, before: current.length },
			},
			insertContent: (versionId) => layer.insert(trx, versionId, corrected, {}),
		});
		const snapshot = renewSnapshot ? (await makeSnapshot(trx)).hash : null;
		const { version, ...rest } = committed;
		return { layers: [{ ...rest, versionId: version }], snapshot };
	});
}

interface CorrectedLayer {
	readonly layer: EditableLayer;
	readonly current: readonly object[];
	readonly corrected: readonly object[];
}

async function correctedRecords(trx: Knex, correction: Correction): Promise<CorrectedLayer> {
	const { kind, scope, action, id } = correction;
	const layer = editableLayer(kind);
	const versionIds = (await currentLayers(trx))
		.filter((version) => version.kind === kind && version.scope === scope)
		.map((version) => version.id);
	const current = await layer.load(trx, versionIds);
	const at = current.findIndex((record) => layer.idOf(record) === id);
	if (action === "add" && at >= 0) throw taken(id);
	if (action !== "add" && at < 0) throw unknown(id);
	const kept = current.filter((_, index) => index !== at);
	const record = action === "remove" ? null : checkedRecord(layer, correction, current[at] ?? null);
	const corrected = record === null ? kept : [...kept, record];
	return {
		layer,
		current,
		corrected: corrected.sort((a, b) => byCodeUnit(layer.idOf(a), layer.idOf(b))),
	};
}

/** The record as the layer's own check reads it from a row with the given values. */
function checkedRecord(
	layer: EditableLayer,
	correction: Correction,
	before: object | null,
): object {
	const { records, issues } = readRow(layer, correction, layer.rowOf(before, correction));
	const untouched = { ...correction, values: {}, lonLat: undefined };
	const known =
		before === null ? [] : readRow(layer, correction, layer.rowOf(before, untouched)).issues;
	refuseNew(issues, known, correction);
	const [record] = records;
	if (record !== undefined) return record;
	throw new Refused("features.none", {
		zh: "没有可以写入的内容。",
		en: "Nothing is left to write.",
	});
}

/** A record's row checked as a file of one row would be. */
function readRow(layer: EditableLayer, { kind, scope }: Correction, row: Row) {
	const options = {
		...importRequest({ kind, path: "" }),
		category: kind === "facilities" ? scope : null,
		level: kind === "divisions" ? (scope as UnitKind) : null,
	};
	const check = new LayerCheck<object>(layer.reader, options, null);
	check.add({ place: { row: 1 }, ...row });
	const { records, issues } = check.finish();
	return { records, issues: issues.byCode().flatMap((group) => group.issues) };
}

async function judgeCorrection(
	trx: Knex,
	correction: Correction,
	{ layer, current, corrected }: CorrectedLayer,
): Promise<void> {
	const reference = await loadReference(trx, layer.kind);
	const judge = (records: readonly object[]) =>
		layer.judge(trx, { records, placeOf: () => undefined, left: [], control: {} }, reference);
	const after = (await judge(corrected)).filter(({ severity }) => severity !== "info");
	if (after.length > 0) refuseNew(after, await judge(current), correction);
}

/** Refused for what the correction brings; what stood in the layer before it is not its fault. */
function refuseNew(
	after: readonly Issue[],
	before: readonly Issue[],
	{ acceptWarnings }: Correction,
): void {
	const known = new Set(before.map(keyOf));
	const brought = new IssueList();
	for (const issue of after) if (!known.has(keyOf(issue))) brought.add(issue);
	const { reason } = verdict(reportedIssues(brought.byCode()), acceptWarnings);
	if (reason !== null) throw new Refused(reason.code, { zh: reason.zh, en: reason.en });
}

/** What an issue is about, without its figures. */
function keyOf({ code, about, message }: Issue): string {
	const subject =
		about === undefined ? message.zh.replaceAll(/[\d.,]+/g, "#") : [...about].sort().join();
	return `${code} ${subject}`;
}

function taken(id: string): Refused {
	return new Refused(
		"id.duplicate",
		{ zh: `编号“${id}”已有。换一个编号，或改那一条。`, en: `The id "${id}" is taken.` },
		{ status: 409 },
	);
}

function unknown(id: string): Refused {
	return new Refused(
		"record.unknown",
		{ zh: `现行版本中没有编号“${id}”。`, en: `The version in force has no "${id}".` },
		{ status: 404 },
	);
}
