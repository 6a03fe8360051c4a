// Divisions, facilities, residences, land: file → records → mended → merged with what stays → judged. Nothing is written;
// the same request on the same file and city gives the same again, so a stage that was interrupted is simply taken again.
import type { Knex } from "knex";
import type { CheckedLayer } from "../../planning/layers/LayerCheck.ts";
import type { Reference } from "../../planning/layers/Reference.ts";
import type { MendReport } from "../../planning/wire/mends.ts";
import { hashOfFiles } from "../imports/FileStore.ts";
import { membersOf } from "../imports/membersOf.ts";
import { currentLayers } from "../queries/currentLayers.ts";
import { loadReference } from "../queries/loadReference.ts";
import type { Provenance } from "./commitLayerVersion.ts";
import { AT } from "./ImportControl.ts";
import type { ImportRequest } from "./ImportRequest.ts";
import { judgedKey } from "./JudgedMemo.ts";
import { mendedRecords, NO_MENDS, runHere } from "./kernels.ts";
import { mergeWithCurrent } from "./mergeWithCurrent.ts";
import { prepareFile } from "./prepareFile.ts";
import { provenanceOf } from "./provenanceOf.ts";
import { readRecords } from "./readRecords.ts";
import type { RecordLayer } from "./recordLayers.ts";

export interface JudgedRecords<R extends object> {
	/** What the layer would hold. */
	readonly all: readonly R[];
	/** The file's records of these, after the mends. */
	readonly taken: readonly R[];
	/** The file's records before the mends of records. */
	readonly read: readonly R[];
	readonly checked: CheckedLayer<R>;
	readonly mends: readonly MendReport[];
	readonly reference: Reference;
	readonly provenance: Provenance;
}

/** Refused when the file cannot be read at all; everything else is in the issues. */
export async function checkRecords<R extends object>(
	db: Knex | null,
	request: ImportRequest,
	layer: RecordLayer<R>,
): Promise<JudgedRecords<R>> {
	const { memo } = request.control;
	if (memo === undefined || db === null) return checkAnew(db, request, layer);
	const key = judgedKey(request, await basisOf(db));
	const known = memo.get(key) as JudgedRecords<R> | undefined;
	if (known !== undefined) return known;
	const judged = await checkAnew(db, request, layer);
	memo.keep(key, judged);
	return judged;
}

/** The versions in force that a check stands on. */
export async function basisOf(db: Knex): Promise<string> {
	return (await currentLayers(db)).map(({ id }) => id).join();
}

async function checkAnew<R extends object>(
	db: Knex | null,
	request: ImportRequest,
	layer: RecordLayer<R>,
): Promise<JudgedRecords<R>> {
	const { control, steps, path } = request;
	const prepared = await prepareFile(db, request);
	const file = await readRecords(db, prepared, layer);
	const { checked, format, encoding } = file;
	for (const issue of prepared.issues) checked.issues.add(issue);
	const reference = await loadReference(db, layer.kind);
	if (steps.length > 0) control.tell?.(AT.mending, 0, null);
	const { runKernel = runHere } = control;
	const mends =
		steps.length === 0 ? NO_MENDS : await runKernel("mend", layer.kind, checked.records, steps);
	const mended = mendedRecords(checked.records, mends);
	const merged = await mergeWithCurrent(db, request, layer, {
		records: mended.records,
		issues: checked.issues,
	});
	if (!checked.issues.has("blocking")) {
		control.tell?.(AT.fitting, 0, null);
		const judged = { records: merged.all, placeOf: checked.placeOf, left: mended.left, control };
		for (const issue of await layer.judge(db, judged, reference)) checked.issues.add(issue);
	}
	const provenance = provenanceOf(prepared.request, {
		format,
		encoding,
		crs: prepared.crs,
		sourceHash: await hashOfFiles(await membersOf(path)),
		steps: [...file.mends, ...mended.reports],
		issues: checked.issues.byCode(),
	});
	return {
		...merged,
		read: checked.records,
		checked,
		mends: [...file.mends, ...mended.reports],
		reference,
		provenance,
	};
}
