// The sample of a file laid over what is committed: does it carry the offset of a map service?
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { textOf } from "../../planning/layers/FeatureCells.ts";
import { type RegistrationItem, register } from "../../planning/layers/registration.ts";
import type { SourceFeature } from "../../planning/layers/SourceFeature.ts";
import type {
	ColumnFinding,
	CrsFinding,
	Understanding,
} from "../../planning/wire/understanding.ts";
import type { CrsSample, Numbers } from "./crs/crsReadings.ts";
import { sentences } from "./crs/crsWords.ts";
import { type City, judgeReading } from "./crs/judgeReading.ts";
import { fromBd09, fromGcj02 } from "./crs/mapOffsets.ts";
import type { ToLonLat } from "./crs/toLonLatOf.ts";
import { conversionOf } from "./understandBox.ts";
import { type FileSample, numbersOf, positionsOf } from "./understandSample.ts";

/** Offsets are of degrees; a file in metres was converted by software that knows nothing of them. */
const DEGREES = new Set(["EPSG:4326", "EPSG:4490"]);

export interface Placed {
	readonly sample: FileSample;
	readonly crsSample: CrsSample;
	readonly columns: readonly ColumnFinding[];
	readonly crs: CrsFinding;
}

/** The CRS with what laying over adds to it, and the offset if one is found. A person says yes to it. */
export function laidOver(
	{ sample, crsSample, columns, crs }: Placed,
	references: readonly RegistrationItem[],
	{ cityBox, localGrids }: { cityBox: City["box"]; localGrids: City["localGrids"] },
): Pick<Understanding, "crs" | "offset"> {
	const toLonLat = conversionOf(crs, localGrids);
	if (toLonLat === null || !DEGREES.has(crs.used ?? "")) return { crs, offset: null };
	const items = registrationItems(sample.features, columns, toLonLat);
	const undo = { gcj02: fromGcj02, bd09: fromBd09 };
	const { finding, mixed } = register(items, references, undo);
	if (mixed !== null) {
		const told = sentences(mixed);
		const words = { zh: `${crs.words.zh}${told.zh}`, en: `${crs.words.en} ${told.en}` };
		return { crs: { ...crs, isSure: false, words }, offset: null };
	}
	if (finding === null) return { crs, offset: null };
	const reading = { crs: finding.system, isSwapped: crs.isSwapped };
	const judged = judgeReading(reading, crsSample, { box: cityBox, localGrids });
	return {
		crs: {
			...crs,
			used: finding.system,
			basis: "registration",
			isSure: false,
			inCity: judged === null || cityBox === null ? null : { inside: judged.inside, of: judged.of },
			alternatives: crs.used === null ? [] : [crs.used],
			words: finding.words,
		},
		offset: finding,
	};
}

/** Items of the features that have a position. */
function registrationItems(
	features: readonly SourceFeature[],
	columns: readonly ColumnFinding[],
	toLonLat: ToLonLat,
): RegistrationItem[] {
	const columnOf = (field: string) => columns.find((column) => column.field === field)?.name;
	// residences have no codes: their ids say which they are
	const [code, name] = [columnOf("code") ?? columnOf("id"), columnOf("name")];
	const [lon, lat] = [columnOf("lon"), columnOf("lat")];
	const cell = ({ properties }: SourceFeature, column: string | undefined) =>
		column === undefined ? null : textOf(properties[column]) || null;
	return features.flatMap((feature) => {
		const { geometry, properties } = feature;
		const ring = geometry === null ? [] : outerRing(geometry.type, geometry.coordinates);
		const isColumns = geometry === null && lon !== undefined && lat !== undefined;
		const positions = isColumns
			? numbersOf(properties[lon], properties[lat])
			: positionsOf(geometry);
		const [first] = ring.length > 0 ? ring : positions;
		if (first === undefined) return [];
		const line = ring.map(([x, y]) => toLonLat(x, y)).filter(isPlace);
		const at = toLonLat(first[0], first[1]);
		if (!isPlace(at)) return [];
		return [
			{
				code: cell(feature, code),
				name: cell(feature, name),
				at,
				...(line.length >= 3 ? { line } : {}),
			},
		];
	});
}

/** The outline of an area, of its largest part by number of positions; empty for other shapes. */
function outerRing(type: string, coordinates: unknown): Numbers[] {
	const parts = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : [];
	if (!Array.isArray(parts)) return [];
	const rings = parts.map((part) =>
		positionsOf({ type: "LineString", coordinates: Array.isArray(part) ? part[0] : null }),
	);
	return rings.reduce((best, ring) => (ring.length > best.length ? ring : best), []);
}

function isPlace([lon, lat]: LonLat): boolean {
	return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
