// Mend steps on single features, between the file and its reader: corners, spikes, crossings, cells, rows left out.
import { areaM2 } from "../../city/geodesicArea.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import { makeValid, type PlanarPolygons } from "../../partition/mend/makeValid.ts";
import type { MendReport, MendStep } from "../../wire/mends.ts";
import { numberOf, type SourceFeature, type SourceGeometry } from "../SourceFeature.ts";
import { selfCrossing } from "../selfCrossing.ts";
import { featureReport, type Tally } from "./featureWords.ts";
import { type SourceRing, withoutDuplicates, withoutSpikes } from "./ringSteps.ts";

type ToLonLat = (x: number, y: number) => LonLat;
type FeatureStep = Extract<
	MendStep,
	{ op: "drop-duplicate-vertices" | "remove-spikes" | "make-valid" | "set-cell" | "leave-out" }
>;

/** Applies the feature-level ones of some steps, in their order, to features as they stream by. */
export class FeatureMending {
	private readonly steps: readonly {
		step: FeatureStep;
		rows: ReadonlySet<number> | null;
		tally: Tally;
	}[];
	private readonly toLonLat: ToLonLat;

	/** `toLonLat`: from the file's coordinates to degrees, for measuring only; results stay in the file's. */
	constructor(steps: readonly MendStep[], toLonLat: ToLonLat = (x, y) => [x, y]) {
		this.toLonLat = toLonLat;
		this.steps = steps.flatMap((step) =>
			isFeatureStep(step)
				? [
						{
							step,
							rows: rowsOf(step),
							tally: { features: 0, corners: 0, beforeM2: 0, afterM2: 0 },
						},
					]
				: [],
		);
	}

	/** The feature after the steps; the same object where none concerns it; null when it is left out on purpose. */
	mend(feature: SourceFeature): SourceFeature | null {
		let mended = feature;
		const n = numberOf(feature.place);
		for (const { step, rows, tally } of this.steps) {
			if (rows !== null && !rows.has(n)) continue;
			if (step.op === "leave-out") {
				tally.features++;
				return null;
			}
			mended =
				step.op === "set-cell" ? withCell(mended, step, tally) : this.reshaped(mended, step, tally);
		}
		return mended;
	}

	/** What the steps did so far, in their order. */
	reports(): MendReport[] {
		return this.steps.map(({ step, tally }) => featureReport(step, tally));
	}

	private reshaped(
		feature: SourceFeature,
		step: Exclude<FeatureStep, { op: "leave-out" | "set-cell" }>,
		tally: Tally,
	): SourceFeature {
		const polygons = polygonsIn(feature.geometry);
		if (polygons === null) return feature;
		if (step.op === "make-valid") return this.valid(feature, polygons, tally);
		const change = (ring: SourceRing) =>
			step.op === "remove-spikes" ? withoutSpikes(ring, this.toLonLat) : withoutDuplicates(ring);
		let corners = 0;
		const mended = polygons.map((rings) =>
			rings.map((ring) => {
				const changed = change(ring);
				corners += ring.length - changed.length;
				return changed;
			}),
		);
		if (corners === 0) return feature;
		tally.features++;
		tally.corners += corners;
		return { ...feature, geometry: geometryOf(mended, feature.geometry) };
	}

	private valid(feature: SourceFeature, polygons: PlanarPolygons, tally: Tally): SourceFeature {
		const before = this.inDegrees(polygons);
		const isSound = polygons.every((rings) => rings.every((ring) => ring.length >= 4));
		if (isSound && selfCrossing(before) === null && !this.isNamed(feature)) return feature;
		const valid = makeValid(polygons);
		if (valid === null) return feature;
		tally.features++;
		tally.beforeM2 += areaM2(before);
		tally.afterM2 += areaM2(this.inDegrees(valid));
		return { ...feature, geometry: geometryOf(valid, null) };
	}

	/** True when make-valid names the row: then also for what is not seen as a crossing, such as a ring walked twice. */
	private isNamed({ place }: SourceFeature): boolean {
		return this.steps.some(
			({ step, rows }) => step.op === "make-valid" && rows?.has(numberOf(place)),
		);
	}

	private inDegrees(polygons: PlanarPolygons): LonLat[][][] {
		return polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => this.toLonLat(x, y))));
	}
}

function isFeatureStep(step: MendStep): step is FeatureStep {
	return [
		"drop-duplicate-vertices",
		"remove-spikes",
		"make-valid",
		"set-cell",
		"leave-out",
	].includes(step.op);
}

function rowsOf(step: FeatureStep): ReadonlySet<number> | null {
	if (step.op === "set-cell") return new Set([step.row]);
	const rows = "rows" in step ? step.rows : null;
	return rows === null ? null : new Set(rows);
}

function withCell(
	feature: SourceFeature,
	{ column, value }: Extract<FeatureStep, { op: "set-cell" }>,
	tally: Tally,
): SourceFeature {
	tally.features++;
	return { ...feature, properties: { ...feature.properties, [column]: value } };
}

/** The polygons of a geometry when all its positions are numbers, else null. */
function polygonsIn(geometry: SourceGeometry | null): PlanarPolygons | null {
	const parts =
		geometry?.type === "Polygon"
			? [geometry.coordinates]
			: geometry?.type === "MultiPolygon"
				? geometry.coordinates
				: null;
	return isPolygons(parts) ? parts : null;
}

function isPolygons(parts: unknown): parts is PlanarPolygons {
	const isPosition = (position: unknown) =>
		Array.isArray(position) && typeof position[0] === "number" && typeof position[1] === "number";
	const isRing = (ring: unknown) =>
		Array.isArray(ring) && ring.length > 0 && ring.every(isPosition);
	const isPart = (part: unknown) => Array.isArray(part) && part.every(isRing);
	return Array.isArray(parts) && parts.every(isPart);
}

function geometryOf(polygons: PlanarPolygons, like: SourceGeometry | null): SourceGeometry {
	const isSingle = like === null ? polygons.length === 1 : like.type === "Polygon";
	return isSingle
		? { type: "Polygon", coordinates: polygons[0] }
		: { type: "MultiPolygon", coordinates: polygons };
}
