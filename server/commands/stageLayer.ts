// What a check of the staged copy comes to: report, issues, suggestions, shapes for the map, comparison. Nothing is
// committed. One door for every kind of layer.
import type { Knex } from "knex";
import { areaM2 } from "../../planning/city/geodesicArea.ts";
import type { MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import { compareSteps } from "../../planning/layers/compare/compareRecords.ts";
import type { RecordKind } from "../../planning/layers/identities.ts";
import type { NumberedIssue } from "../../planning/layers/mend/suggestSteps.ts";
import type { Comparison } from "../../planning/wire/checking.ts";
import type { MendReport, Suggestion } from "../../planning/wire/mends.ts";
import type { UploadShapes } from "../queries/uploadViews.ts";
import { checkRecords, type JudgedRecords } from "./checkRecords.ts";
import { AT, type ImportControl, stepByStep } from "./ImportControl.ts";
import type { ImportReport } from "./ImportReport.ts";
import type { ImportRequest } from "./ImportRequest.ts";
import { importLayer } from "./importLayer.ts";
import { reportOf } from "./importRecords.ts";
import { runHere } from "./kernels.ts";
import { currentRecords, scopesOf } from "./mergeWithCurrent.ts";
import {
	DIVISION_LAYER,
	EXCEPTION_LAYER,
	FACILITY_LAYER,
	LAND_LAYER,
	RESIDENCE_LAYER,
	type RecordLayer,
} from "./recordLayers.ts";
import { shapesOf } from "./shapesOf.ts";

export interface StagedLayer {
	readonly report: ImportReport;
	readonly mends: readonly MendReport[];
	readonly suggest: (issues: readonly NumberedIssue[]) => Promise<readonly Suggestion[]>;
	readonly shapes: UploadShapes;
	readonly comparison: Comparison;
	/** Of divisions, before and after the mends; null for other layers. */
	readonly areaM2: { readonly before: number; readonly after: number } | null;
}

/** Refused when the file cannot be read. */
export async function stageLayer(db: Knex, request: ImportRequest): Promise<StagedLayer> {
	switch (request.kind) {
		case "streets":
			return stageStreets(db, request);
		case "divisions":
			return stageRecords(db, request, DIVISION_LAYER);
		case "facilities":
			return stageRecords(db, request, FACILITY_LAYER);
		case "residences":
			return stageRecords(db, request, RESIDENCE_LAYER);
		case "exceptions":
			return stageRecords(db, request, EXCEPTION_LAYER);
		case "land":
			return stageRecords(db, request, LAND_LAYER);
	}
}

async function stageRecords<R extends object>(
	db: Knex,
	request: ImportRequest,
	layer: RecordLayer<R>,
): Promise<StagedLayer> {
	const judged = await checkRecords(db, request, layer);
	const { tell, runKernel = runHere } = request.control;
	tell?.(AT.comparing, 0, null);
	const current = await currentRecords(db, layer, scopesOf(request, layer, judged.taken));
	// only borders have mends that need the records
	const units = layer.kind === "divisions" ? judged.taken : [];
	return {
		report: reportOf(judged, request, layer),
		mends: judged.mends,
		suggest: (issues) => runKernel("suggest", layer.kind, units, issues, judged.reference),
		shapes: shapesOf(layer, judged, current),
		comparison: await compare(layer.kind, current, judged.all, request.control),
		areaM2: layer.kind === "divisions" ? areasOf(judged) : null,
	};
}

/** Shapes are compared elsewhere, where that takes long; points here, a step at a time. */
async function compare(
	kind: RecordKind,
	current: readonly object[],
	all: readonly object[],
	control: ImportControl,
): Promise<Comparison> {
	const before = current.length === 0 ? null : current;
	const { runKernel = runHere } = control;
	if (before !== null && (kind === "divisions" || kind === "land"))
		return runKernel("compare", kind, before, all);
	return stepByStep(compareSteps(kind, before, all), control, AT.comparing);
}

function areasOf<R extends object>({ read, taken }: JudgedRecords<R>) {
	const total = (records: readonly object[]) =>
		records.reduce<number>(
			(sum, record) =>
				sum + ("polygons" in record ? areaM2(record.polygons as MultiPolygonRings) : 0),
			0,
		);
	return { before: total(read), after: total(taken) };
}

/** A compiled network has no records to compare or to mend; what was found is in the report. */
async function stageStreets(db: Knex, request: ImportRequest): Promise<StagedLayer> {
	const report = await importLayer(db, { ...request, dryRun: true });
	const unchanged = { added: 0, removed: 0, moved: 0, reshaped: 0, attributes: 0, unchanged: 0 };
	const current = await db("layers")
		.join("layer_commits", "layer_commits.layer_id", "layers.id")
		.where({ kind: "streets" })
		.first("layers.id");
	return {
		report,
		mends: [],
		suggest: async () => [],
		shapes: { type: "FeatureCollection", total: 0, features: [] },
		comparison: {
			hasCurrent: current !== undefined,
			counts: { ...unchanged, added: report.features.accepted },
			changes: [],
		},
		areaM2: null,
	};
}
