// Streets: an OpenStreetMap file → ways → compiled graph, barriers and ground → one layer version of three blobs.
import type { Knex } from "knex";
import type { IssueGroup } from "../../planning/layers/IssueList.ts";
import { type CompiledStreets, compileStreets } from "../../planning/streets/compileStreets.ts";
import type { WaySet } from "../../planning/streets/Way.ts";
import { encodeBarriers, encodeGraph, encodeScenery } from "../../planning/wire/streetFiles.ts";
import { putBlob } from "../db/blobs.ts";
import { Refused } from "../errors.ts";
import { acceptedCrs } from "../imports/crs.ts";
import { hashOf } from "../imports/fileBytes.ts";
import { type CollectedStreets, collectStreets } from "../imports/osm/collectStreets.ts";
import { osmFormatOf, readOsm } from "../imports/osm/readOsm.ts";
import { commitLayerVersion, lockCommits } from "./commitLayerVersion.ts";
import { contentHash } from "./contentHash.ts";
import { type ImportedLayer, type ImportReport, reportedIssues, verdict } from "./ImportReport.ts";
import type { ImportRequest } from "./ImportRequest.ts";
import { makeSnapshot } from "./makeSnapshot.ts";
import { provenanceOf } from "./provenanceOf.ts";
import { streetIssues } from "./streetIssues.ts";
import { writeAccepted } from "./writeAccepted.ts";

export async function importStreets(
	db: Knex | null,
	request: ImportRequest,
): Promise<ImportReport> {
	refuseParts(request);
	const crs = acceptedCrs(request.crs, null);
	const { format } = await osmFormatOf(request.path);
	const { onProgress } = request;
	const collected = await collectStreets(
		readOsm(request.path, onProgress === undefined ? {} : { onProgress }),
	);
	const outOfRange = streetIssues.outOfRange(collected.waySet);
	const compiled = outOfRange.length > 0 ? null : compileStreets(collected.waySet);
	const groups: IssueGroup[] =
		compiled === null ? outOfRange : streetIssues.dropped(collected, compiled.report);
	const issues = reportedIssues(groups);
	const { status, reason } = verdict(issues, request.acceptWarnings);
	const report: ImportReport = {
		status,
		version: null,
		unchanged: false,
		layers: [],
		format,
		crs,
		encoding: null,
		features: countsOf(collected),
		issues,
		reason,
		snapshot: null,
		...(compiled === null ? {} : { graph: graphOf(compiled) }),
	};
	if (status !== "accepted" || compiled === null) return report;
	if (request.outPath !== null) await writeAccepted(request.outPath, linesOf(collected.waySet));
	if (request.dryRun || db === null) return report;
	const sourceHash = await hashOf(request.path);
	const provenance = provenanceOf(request, { format, encoding: null, crs, sourceHash });
	return db.transaction(async (trx) => {
		await lockCommits(trx);
		const layer = await commitStreets(trx, compiled, { report, provenance });
		const snapshot = (await makeSnapshot(trx)).hash;
		return {
			...report,
			version: layer.version,
			unchanged: layer.unchanged,
			layers: [layer],
			snapshot,
		};
	});
}

async function commitStreets(
	trx: Knex,
	compiled: CompiledStreets,
	{ report, provenance }: { report: ImportReport; provenance: ReturnType<typeof provenanceOf> },
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
		zh: "路网暂不支持 --add 和 --within：请导入完整的路网文件。",
		en: "Streets cannot be imported with --add or --within yet: import the whole file.",
	});
}

function graphOf({ report }: CompiledStreets) {
	const { nodes, edges, components, largestSharePct } = report;
	return { nodes, edges, components, largestSharePct };
}

function countsOf({ read, dropped }: CollectedStreets) {
	const leftOut = dropped.waysNotNeeded + dropped.waysWithoutNodes;
	return { read: read.ways, accepted: read.ways - leftOut, leftOut };
}

function* linesOf({ ways, lonOf, latOf }: WaySet): Iterable<object> {
	for (const { id, tags, nodeIds } of ways)
		yield { id, ...tags, line: nodeIds.map((node) => [lonOf.get(node), latOf.get(node)]) };
}
