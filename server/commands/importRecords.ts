// Divisions, facilities, residences: read → check → merge with what stays → commit, all layers in one transaction.
import type { Knex } from "knex";
import { byCodeUnit } from "../../planning/city/codeUnitOrder.ts";
import type { MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import { type CheckedLayer, LayerCheck } from "../../planning/layers/LayerCheck.ts";
import { Refused } from "../errors.ts";
import { acceptedCrs } from "../imports/crs.ts";
import { hashOf } from "../imports/fileBytes.ts";
import { openSource } from "../imports/formats.ts";
import { currentLayers } from "../queries/currentLayers.ts";
import { loadUnits } from "../queries/loadRecords.ts";
import { commitLayerVersion, lockCommits, type Provenance } from "./commitLayerVersion.ts";
import { contentHash } from "./contentHash.ts";
import { type ImportedLayer, type ImportReport, reportedIssues, verdict } from "./ImportReport.ts";
import type { ImportRequest } from "./ImportRequest.ts";
import { makeSnapshot } from "./makeSnapshot.ts";
import { mergeRecords } from "./mergeRecords.ts";
import { provenanceOf } from "./provenanceOf.ts";
import type { RecordLayer } from "./recordLayers.ts";
import { sumsOf } from "./sumsOf.ts";
import { writeAccepted } from "./writeAccepted.ts";

export async function importRecords<R extends object>(
	db: Knex | null,
	request: ImportRequest,
	layer: RecordLayer<R>,
): Promise<ImportReport> {
	const file = await readAndCheck(db, request, layer);
	if (request.dryRun) return finish(db, request, layer, file);
	return openOf(db).transaction((trx) => finish(trx, request, layer, file));
}

interface CheckedFile<R> {
	readonly checked: CheckedLayer<R>;
	readonly provenance: Provenance;
}

async function readAndCheck<R extends object>(
	db: Knex | null,
	request: ImportRequest,
	layer: RecordLayer<R>,
): Promise<CheckedFile<R>> {
	if (request.crs !== undefined) acceptedCrs(request.crs, null); // before reading a large file
	const source = await openSource(request.path, request);
	const known = layer.known === undefined ? {} : await layer.known(openOf(db));
	const check = new LayerCheck(layer.reader, { ...request, ...known }, source.columns);
	if (!check.isHeaderRefused) for await (const feature of source.features) check.add(feature);
	const crs = acceptedCrs(request.crs, source.declaredCrs);
	const { format, encoding } = source;
	const sourceHash = await hashOf(request.path);
	return {
		checked: check.finish(),
		provenance: provenanceOf(request, { format, encoding, crs, sourceHash }),
	};
}

/** Merge, judge and, unless it is a dry run, commit. Nothing is written when the verdict is not "accepted". */
async function finish<R extends object>(
	db: Knex | null,
	request: ImportRequest,
	layer: RecordLayer<R>,
	{ checked, provenance }: CheckedFile<R>,
): Promise<ImportReport> {
	if (!request.dryRun) await lockCommits(openOf(db));
	const { all, taken } = await merged(db, request, layer, checked);
	if (layer.judge !== undefined && !checked.issues.has("blocking"))
		for (const issue of await layer.judge(db, all)) checked.issues.add(issue);
	const issues = reportedIssues(checked.issues.byCode());
	const { status, reason } = verdict(issues, request.acceptWarnings);
	const isCommitted = status === "accepted" && !request.dryRun;
	const layers = isCommitted
		? await commitAll(openOf(db), layer, all, { taken, request, provenance })
		: [];
	if (status === "accepted" && request.outPath !== null)
		await writeAccepted(request.outPath, taken);
	const snapshot = isCommitted ? (await makeSnapshot(openOf(db))).hash : null;
	return {
		status,
		version: layers.length === 0 ? null : Math.max(...layers.map(({ version }) => version)),
		unchanged: layers.length > 0 && layers.every(({ unchanged }) => unchanged),
		layers,
		format: provenance.format,
		crs: provenance.crs,
		encoding: provenance.encoding,
		features: {
			read: checked.readCount,
			accepted: taken.length,
			leftOut: checked.readCount - taken.length,
		},
		issues,
		reason,
		snapshot,
		...(layer.kind === "residences" ? sumsOf(taken) : {}),
	};
}

async function merged<R extends object>(
	connection: Knex | null,
	request: ImportRequest,
	layer: RecordLayer<R>,
	{ records, issues }: CheckedLayer<R>,
): Promise<{ all: readonly R[]; taken: readonly R[] }> {
	if (!request.add && request.within === null) return { all: records, taken: records };
	const { positionOf } = layer;
	if (request.within !== null && positionOf === null) throw placeless();
	const db = openOf(connection);
	const layers = await currentLayers(db);
	const scopes = new Set(scopesOf(request, layer, records));
	const versionIds = layers
		.filter(({ kind, scope }) => kind === layer.kind && scopes.has(scope))
		.map(({ id }) => id);
	const within =
		request.within === null
			? null
			: await territoryOf(
					db,
					request.within,
					layers.filter(({ kind }) => kind === "divisions").map(({ id }) => id),
				);
	return mergeRecords({
		incoming: records,
		current: await layer.load(db, versionIds),
		within,
		positionOf,
		identityOf: layer.reader.identityOf,
		issues,
	});
}

async function territoryOf(
	db: Knex,
	code: string,
	divisionVersions: readonly number[],
): Promise<MultiPolygonRings> {
	const unit = (await loadUnits(db, divisionVersions)).find((found) => found.code === code);
	if (unit !== undefined) return unit.polygons;
	throw new Refused("unit.unknown", {
		zh: `--within：没有编码为 ${code} 的单元。请先导入区划，或核对编码（12 位）。`,
		en: `--within: there is no unit with the code ${code}. Import divisions first, or check the code (12 digits).`,
	});
}

function placeless(): Refused {
	return new Refused("within.no-place", {
		zh: "连通例外没有自己的位置，不能用 --within；请用 --add，或导入完整的文件。",
		en: "Exceptions have no place of their own: use --add instead of --within, or import the whole file.",
	});
}

/** The layers that the import touches: the one named by its options, or each category present. */
function scopesOf<R>(
	request: ImportRequest,
	layer: RecordLayer<R & object>,
	records: readonly (R & object)[],
): string[] {
	const named =
		layer.kind === "divisions"
			? request.level
			: layer.kind === "facilities"
				? request.category
				: "";
	return named !== null ? [named] : [...new Set(records.map(layer.scopeOf))].sort(byCodeUnit);
}

async function commitAll<R extends object>(
	trx: Knex,
	layer: RecordLayer<R>,
	all: readonly R[],
	{
		taken,
		request,
		provenance,
	}: { taken: readonly R[]; request: ImportRequest; provenance: Provenance },
): Promise<ImportedLayer[]> {
	const committed: ImportedLayer[] = [];
	for (const scope of scopesOf(request, layer, taken)) {
		const records = all.filter((record) => layer.scopeOf(record) === scope);
		committed.push(
			await commitLayerVersion(trx, {
				kind: layer.kind,
				scope,
				contentHash: contentHash(records),
				featureCount: records.length,
				provenance,
				insertContent: (versionId) => layer.insert(trx, versionId, records),
			}),
		);
	}
	return committed;
}

function openOf(db: Knex | null): Knex {
	if (db === null) throw new Error("This import needs a database.");
	return db;
}
