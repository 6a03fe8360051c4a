// The features of a file that are looked at to understand it: columns with values, shapes, positions for the CRS.
import { textOf } from "../../planning/layers/FeatureCells.ts";
import {
	holdsIdentityNumber,
	isContactColumn,
	isPersonColumn,
} from "../../planning/layers/personalData.ts";
import type { ColumnSample } from "../../planning/layers/proposeFields.ts";
import type { SourceFeature, SourceGeometry } from "../../planning/layers/SourceFeature.ts";
import type { CrsSample, Numbers } from "./crs/crsReadings.ts";
import type { SourceFile } from "./SourceFile.ts";

export interface FileSample {
	readonly features: readonly SourceFeature[];
	/** False when the file goes on. */
	readonly isWhole: boolean;
	readonly columns: readonly ColumnSample[];
	/** Geometry types with their counts; `none` for rows without. */
	readonly geometries: Readonly<Record<string, number>>;
}

const MOST_FEATURES = 5_000;
/** Positions of all shapes together, so that a few enormous ones do not fill the memory. */
const MOST_POSITIONS = 2_000_000;
const MOST_COLUMNS = 2_000;
/** Values per column: enough to tell what it holds. */
const MOST_VALUES = 50;
const LONGEST_VALUE = 80;
const POSITIONS_PER_FEATURE = 20;

/** Read the beginning of a file. */
export async function sampleOf(source: SourceFile): Promise<FileSample> {
	const features: SourceFeature[] = [];
	let positionCount = 0;
	let isWhole = true;
	for await (const feature of source.features) {
		if (features.length === MOST_FEATURES || positionCount > MOST_POSITIONS) {
			isWhole = false;
			break;
		}
		features.push(feature);
		positionCount += positionsOf(feature.geometry).length;
	}
	return {
		features,
		isWhole,
		columns: columnsOf(features, source.columns ?? []),
		geometries: geometriesOf(features),
	};
}

/** Positions of the features for finding the CRS: of their shapes, or of the two columns. */
export function crsSampleOf(
	{ features }: FileSample,
	position: { readonly lon: string; readonly lat: string } | null,
): CrsSample {
	const shaped = features.some(({ geometry }) => geometry !== null);
	return {
		features: features.map(({ geometry, properties }) =>
			geometry === null && position !== null
				? numbersOf(properties[position.lon], properties[position.lat])
				: some(positionsOf(geometry)),
		),
		noun: shaped ? nounOf(features) : "rows",
	};
}

/** All positions of a geometry, as they stand in the file. */
export function positionsOf(geometry: SourceGeometry | null): Numbers[] {
	const found: Numbers[] = [];
	if (geometry === null) return found;
	collect(geometry.coordinates, found);
	for (const part of listOf(geometry.geometries))
		if (typeof part === "object" && part !== null)
			found.push(...positionsOf(part as SourceGeometry));
	return found;
}

/** Two cells as a position; empty when one of them is no number. */
export function numbersOf(x: unknown, y: unknown): Numbers[] {
	const [first, second] = [x, y].map((cell) => {
		const text = textOf(cell).normalize("NFKC");
		return text === "" ? Number.NaN : Number(text);
	});
	const isPosition = Number.isFinite(first) && Number.isFinite(second);
	return isPosition ? [[first ?? Number.NaN, second ?? Number.NaN]] : [];
}

function columnsOf(features: readonly SourceFeature[], header: readonly string[]): ColumnSample[] {
	const values = new Map<string, string[]>(header.map((column) => [column, []]));
	for (const { properties } of features)
		for (const column in properties) {
			const known = values.get(column);
			if (known === undefined && values.size >= MOST_COLUMNS) continue;
			const samples = known ?? [];
			if (known === undefined) values.set(column, samples);
			const text = samples.length < MOST_VALUES ? textOf(properties[column]) : "";
			if (text !== "") samples.push(text.slice(0, LONGEST_VALUE));
		}
	return [...values].map(([name, samples]) => ({ name, samples: withoutPersons(name, samples) }));
}

/** What is shown of a file must not show who somebody is or how to reach them. */
function withoutPersons(column: string, samples: readonly string[]): readonly string[] {
	if (isPersonColumn(column) || isContactColumn(column)) return [];
	return samples.filter((text) => !holdsIdentityNumber(text));
}

function geometriesOf(features: readonly SourceFeature[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { geometry } of features) {
		const type = geometry === null ? "none" : String(geometry.type);
		counts[type] = (counts[type] ?? 0) + 1;
	}
	return counts;
}

function nounOf(features: readonly SourceFeature[]): CrsSample["noun"] {
	const count = (word: string) =>
		features.filter(({ geometry }) => geometry?.type.includes?.(word) === true).length;
	const [areas, lines, points] = [count("Polygon"), count("LineString"), count("Point")];
	if (areas >= lines && areas >= points) return "areas";
	return lines >= points ? "lines" : "points";
}

function collect(coordinates: unknown, found: Numbers[]): void {
	const list = listOf(coordinates);
	const [x, y] = list;
	if (typeof x === "number" && typeof y === "number") found.push([x, y]);
	else for (const part of list) if (Array.isArray(part)) collect(part, found);
}

/** A few of many, evenly. */
function some(positions: readonly Numbers[]): Numbers[] {
	const step = Math.max(1, Math.ceil(positions.length / POSITIONS_PER_FEATURE));
	return positions.filter((_, i) => i % step === 0);
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
