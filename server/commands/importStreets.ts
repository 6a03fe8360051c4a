// Streets: an OpenStreetMap file or a line layer → ways → compiled graph, barriers and ground → one layer version of
// three blobs.
import type { Knex } from "knex";
import type { IssueGroup } from "../../planning/layers/IssueList.ts";
import { checkStreets } from "../../planning/streets/checks/checkStreets.ts";
import { findingIssues } from "../../planning/streets/checks/findingIssues.ts";
import { type CompiledStreets, compileStreets } from "../../planning/streets/compileStreets.ts";
import type { WaySet } from "../../planning/streets/Way.ts";
import { walkableWays } from "../../planning/streets/walkableWays.ts";
import { encodeBarriers, encodeGraph, encodeScenery } from "../../planning/wire/streetFiles.ts";
import { putBlob } from "../db/blobs.ts";
import { Refused } from "../errors.ts";
import { hashOfFiles } from "../imports/FileStore.ts";
import { membersOf } from "../imports/membersOf.ts";
import { commitLayerVersion, lockCommits, type Provenance } from "./commitLayerVersion.ts";
import { contentHash } from "./contentHash.ts";
import { AT } from "./ImportControl.ts";
import { type ImportedLayer, type ImportReport, reportedIssues, verdict } from "./ImportReport.ts";
import type { ImportRequest } from "./ImportRequest.ts";
import { makeSnapshot } from "./makeSnapshot.ts";
import { provenanceOf } from "./provenanceOf.ts";
import { readStreets, type StreetsFile } from "./readStreets.ts";
import { streetIssues } from "./streetIssues.ts";
import { writeAccepted } from "./writeAccepted.ts";

export async function importStreets(db: Knex | null, asked: ImportRequest): Promise<ImportReport> {
	refuseParts(asked);
	const file = await readStreets(db, asked);
	const { request } = file;
	const { compiled, groups } = judged(file);
	const report = reportOf(file, compiled, groups);
	if (report.status !== "accepted" || compiled === null) return report;
	if (request.outPath !== null)
		await writeAccepted(request.outPath, linesOf(file.collected.waySet));
	if (request.dryRun || db === null) return report;
	const { format, encoding, crs } = file;
	const sourceHash = await hashOfFiles(await membersOf(request.path));
	const read = { format, encoding, crs, sourceHash, steps: [], issues: groups };
	return commit(db, compiled, { report, request, provenance: provenanceOf(request, read) });
}

/** Everything there is to say about the file, and what is made of it unless its places cannot be. */
function judged(file: StreetsFile): { compiled: CompiledStreets | null; groups: IssueGroup[] } {
	const { collected, isLineLayer, request } = file;
	const { waySet } = collected;
	const groups = [...file.issues, ...streetIssues.outOfRange(waySet)];
	if (groups.some(({ severity }) => severity === "blocking")) return { compiled: null, groups };
	request.control.tell?.(AT.checking, 0, null);
	const ways = walkableWays(waySet);
	const compiled = compileStreets(waySet, ways);
	const { barriers } = compiled;
	groups.push(
		...streetIssues.dropped(collected, compiled.report),
		...findingIssues(checkStreets({ ways, barriers, nodeTags: waySet.nodeTags }), isLineLayer),
	);
	return { compiled, groups };
}

function reportOf(
	{ request, format, crs, encoding, features }: StreetsFile,
	compiled: CompiledStreets | null,
	groups: readonly IssueGroup[],
): ImportReport {
	const order = ["blocking", "warning", "info"];
	const issues = reportedIssues(groups).sort(
		(a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
	);
	return {
		...verdict(issues, request.acceptWarnings),
		version: null,
		unchanged: false,
		layers: [],
		format,
		crs,
		encoding,
		features,
		issues,
		snapshot: null,
		...(compiled === null ? {} : { graph: graphOf(compiled) }),
	};
}

interface Accepted {
	readonly report: ImportReport;
	readonly request: ImportRequest;
	readonly provenance: Provenance;
}

async function commit(
	db: Knex,
	compiled: CompiledStreets,
	accepted: Accepted,
): Promise<ImportReport> {
	const { report, request, provenance } = accepted;
	const { control, store, path, renewSnapshot, asOf } = request;
	return db.transaction(async (trx) => {
		await lockCommits(trx);
		control.signal?.throwIfAborted();
		control.tell?.(AT.writing, 0, null);
		const layer = await commitStreets(trx, compiled, accepted);
		if (store !== null) await store.keep(provenance.sourceHash, await membersOf(path));
		if (renewSnapshot) control.tell?.(AT.snapshot, 0, null);
		return {
			...report,
			version: layer.version,
			unchanged: layer.unchanged,
			layers: [layer],
			snapshot: renewSnapshot ? (await makeSnapshot(trx, asOf)).hash : null,
		};
	});
}

async function commitStreets(
	trx: Knex,
	compiled: CompiledStreets,
	{ report, request, provenance }: Accepted,
): Promise<ImportedLayer> {
	const graphHash = await putBlob(trx, encodeGraph(compiled.graph));
	const barriersHash = await putBlob(trx, encodeBarriers(compiled.barriers));
	const sceneryHash = await putBlob(trx, encodeScenery(compiled.scenery));
	const { nodes, edges, components, largestSharePct } = compiled.report;
	const dropped = Object.fromEntries(report.issues.map(({ code, count }) => [code, count]));
	return commitLayerVersion(trx, {
		kind: "streets",
		scope: "",
		contentHash: contentHash([{ graphHash, barriersHash, sceneryHash }]),
		featureCount: report.features.accepted,
		provenance,
		reason: request.reason,
		insertContent: async (versionId) => {
			await trx("street_graphs").insert({
				layer_version_id: versionId,
				node_count: nodes,
				edge_count: edges,
				component_count: components,
				largest_share_pct: largestSharePct,
				dropped: JSON.stringify(dropped),
				graph_hash: graphHash,
				barriers_hash: barriersHash,
				scenery_hash: sceneryHash,
			});
		},
	});
}

/** A compiled graph keeps no ways to add to or to cut out of. */
function refuseParts({ add, within }: ImportRequest): void {
	if (!add && within === null) return;
	throw new Refused("streets.partial-unsupported", {
		zh: "路网不能追加，也不能只替换一个单元。导入完整的路网文件。",
		en: "Streets can neither be added to nor replaced within one unit: import the whole file.",
	});
}

function graphOf({ report }: CompiledStreets) {
	const { nodes, edges, components, largestSharePct } = report;
	return { nodes, edges, components, largestSharePct };
}

function* linesOf({ ways, lonOf, latOf }: WaySet): Iterable<object> {
	for (const { id, tags, nodeIds } of ways)
		yield { id, ...tags, line: nodeIds.map((node) => [lonOf.get(node), latOf.get(node)]) };
}
