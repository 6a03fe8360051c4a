// The first stage of an upload: what a file is, looked at before anybody has said anything about it.
import type { Box } from "../../planning/geo/box.ts";
import { guessKind } from "../../planning/layers/guessKind.ts";
import { proposeFields } from "../../planning/layers/proposeFields.ts";
import type { RegistrationItem } from "../../planning/layers/registration.ts";
import type {
	ColumnFinding,
	SourceLayer,
	Understanding,
	UploadKind,
} from "../../planning/wire/understanding.ts";
import type { UploadSettings } from "../../planning/wire/uploads.ts";
import { findCrs } from "./crs/findCrs.ts";
import type { LocalGrid } from "./crs/LocalGrid.ts";
import { headOf } from "./fileBytes.ts";
import { layersOf, openSource } from "./formats.ts";
import { osmFormatOf } from "./osm/readOsm.ts";
import type { OnProgress } from "./Progress.ts";
import { bboxOf } from "./understandBox.ts";
import { notChosen, understoodStreets } from "./understandNothing.ts";
import { laidOver } from "./understandOffset.ts";
import { crsSampleOf, type FileSample, sampleOf } from "./understandSample.ts";

/** What the person said; null: nothing. */
export interface UnderstandAsk {
	readonly layer: string | null;
	readonly encoding: string | null;
	readonly crs: string | null;
	/** Whether latitude comes first; null, or false without a CRS: look. */
	readonly isSwapped: boolean | null;
	readonly kind: UploadKind | null;
	readonly onProgress?: OnProgress | undefined;
}

/** What is known of the city that the file may belong to. */
export interface KnownCity {
	/** Of the committed divisions; null when there are none. */
	readonly cityBox: Box | null;
	/** Committed things to lay a file of a kind over. */
	readonly references: (kind: UploadKind | null) => Promise<readonly RegistrationItem[]>;
	readonly localGrids: readonly LocalGrid[];
	/** Column of each field, as saved for a file with these columns. */
	readonly savedMapping: (
		columns: readonly string[],
		kind: UploadKind | null,
	) => Promise<Readonly<Record<string, string>> | null>;
}

/**
 * Everything that can be found out about a file, or about one layer of it.
 * @throws Refused when it cannot be read, or when what is asked for cannot be.
 */
export async function understandFile(
	path: string,
	ask: UnderstandAsk,
	known: KnownCity,
): Promise<Understanding> {
	const osm = await osmNameOf(path);
	if (osm !== null) return understoodStreets(osm);
	const options = { encoding: ask.encoding ?? undefined, onProgress: ask.onProgress };
	const { format, layers } = await layersOf(path, options);
	const layer = ask.layer ?? likelyLayer(layers);
	if (layer === undefined) return notChosen(format, layers);
	const source = await openSource(path, { ...options, layer: layer ?? undefined });
	const sample = await sampleOf(source);
	const { kind, level, columns } = await fieldsFound(sample, ask, known);
	// a GeoJSON file may declare its CRS behind its features
	const { declaredCrs, encoding } = source;
	const { crs, offset } = await placeFound(sample, { declaredCrs, kind, columns }, { ask, known });
	return {
		format,
		layers: [...layers],
		layer: layer ?? source.layer,
		kind,
		level,
		encoding,
		crs,
		offset,
		columns,
		geometries: { ...sample.geometries },
		sampled: sample.features.length,
		isWhole: sample.isWhole,
		bbox: bboxOf(sample, positionColumns(columns), { crs, localGrids: known.localGrids }),
	};
}

/** What saying "yes" means: the settings that an understanding proposes; null while something only a person can say is open. */
export function settingsOf(understanding: Understanding): UploadSettings | null {
	const { kind, level, layer, layers, crs, encoding, columns } = understanding;
	const isPlaceless = kind === "exceptions";
	if (kind === null || (crs.used === null && !isPlaceless)) return null;
	if (layer === null && layers.length > 1) return null;
	if (kind === "divisions" && level === null) return null;
	return {
		kind,
		layer,
		encoding: encoding.used,
		crs: crs.used,
		isSwapped: crs.isSwapped,
		level,
		category: null,
		columns: Object.fromEntries(
			columns.flatMap(({ field, name }) => (field === null ? [] : [[field, name]])),
		),
		where: [],
		within: null,
		add: false,
	};
}

/** What the columns hold, and what kind of layer that makes. */
async function fieldsFound(sample: FileSample, ask: UnderstandAsk, known: KnownCity) {
	const guess = guessKind(sample);
	const kind = ask.kind ?? guess.kind;
	const names = sample.columns.map(({ name }) => name);
	const columns = proposeFields(sample.columns, kind, await known.savedMapping(names, kind));
	return { kind, level: kind === "divisions" ? guess.level : null, columns };
}

/** The CRS, and the offset that the numbers do not show. */
async function placeFound(
	sample: FileSample,
	{
		declaredCrs,
		kind,
		columns,
	}: { declaredCrs: string | null; kind: UploadKind | null; columns: readonly ColumnFinding[] },
	{ ask, known }: { ask: UnderstandAsk; known: KnownCity },
): Promise<Pick<Understanding, "crs" | "offset">> {
	const { cityBox, localGrids } = known;
	const crsSample = crsSampleOf(sample, positionColumns(columns));
	const crs = findCrs(crsSample, {
		asked: ask.crs,
		isSwapped: ask.crs === null && ask.isSwapped === false ? null : ask.isSwapped,
		declared: declaredCrs,
		cityBox,
		localGrids,
	});
	if (ask.crs !== null) return { crs, offset: null };
	return laidOver({ sample, crsSample, columns, crs }, await known.references(kind), known);
}

function positionColumns(
	columns: readonly ColumnFinding[],
): { readonly lon: string; readonly lat: string } | null {
	const nameOf = (field: string) => columns.find((column) => column.field === field)?.name;
	const [lon, lat] = [nameOf("lon"), nameOf("lat")];
	return lon === undefined || lat === undefined ? null : { lon, lat };
}

/** null: the file has one layer without a name; undefined: a person must choose. */
function likelyLayer(layers: readonly SourceLayer[]): string | null | undefined {
	if (layers.length === 0) return null;
	if (layers.length === 1) return layers[0]?.name ?? null;
	const filled = layers.filter(({ featureCount }) => featureCount !== 0);
	// a layer that does not say its geometry may have any
	const shaped = filled.filter(({ geometry }) => !/^(?:table|none)$/i.test(geometry ?? ""));
	if (filled.length === 1) return filled[0]?.name;
	return shaped.length === 1 ? shaped[0]?.name : undefined;
}

/** Name of the format when it is a file of OpenStreetMap. */
async function osmNameOf(path: string): Promise<string | null> {
	const head = await headOf(path);
	const isZipped = head[0] === 0x1f && head[1] === 0x8b;
	const isOsm = head.includes("OSMHeader") || /<osm[\s>]/.test(head.toString("utf8"));
	return isOsm || isZipped ? (await osmFormatOf(path)).format : null;
}
