// Before a file is read: how its text, coordinates and columns are to be taken. What a person has confirmed is taken as
// it is; what the command line leaves open is found out, and told as issues.
import type { Knex } from "knex";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import { FIELD_COLUMNS, type Field, type NamedColumns } from "../../planning/layers/fields.ts";
import type { Issue } from "../../planning/layers/Issue.ts";
import type { Understanding } from "../../planning/wire/understanding.ts";
import { Refused, type Words } from "../errors.ts";
import { crsNamed } from "../imports/crs/crsNamed.ts";
import { toLonLatOf } from "../imports/crs/toLonLatOf.ts";
import { type KnownCity, understandFile } from "../imports/understand.ts";
import { knownCity } from "../queries/knownCity.ts";
import { hasPlaces } from "./hasPlaces.ts";
import type { ImportRequest } from "./ImportRequest.ts";

export interface PreparedFile {
	/** The request with columns, layer and encoding filled in. */
	readonly request: ImportRequest;
	readonly crs: string;
	readonly toLonLat: (x: number, y: number) => LonLat;
	/** What was found out and should be known, or confirmed. */
	readonly issues: readonly Issue[];
}

/** `db` null: nothing is known of the city. Refused when the CRS cannot be told or converted, or a layer must be chosen. */
export async function prepareFile(db: Knex | null, request: ImportRequest): Promise<PreparedFile> {
	const known = await knownCity(db);
	const asked = request.crs === undefined ? null : askedCrs(request.crs);
	if (request.isConfirmed || request.kind === "exceptions") {
		const crs = asked ?? "EPSG:4326";
		const toLonLat = toLonLatOf(crs, {
			isSwapped: request.isSwapped,
			localGrids: known.localGrids,
		});
		return { request, crs, toLonLat, issues: [] };
	}
	if (asked !== null) toLonLatOf(asked, { isSwapped: false, localGrids: known.localGrids }); // before reading a large file
	const found = await understandFile(
		request.path,
		{
			layer: request.sourceLayer ?? null,
			encoding: request.encoding ?? null,
			crs: asked,
			isSwapped: null,
			kind: request.kind,
		},
		withNamed(known, request.columns),
	);
	if (found.layer === null && found.layers.length > 1) throw severalLayers(found);
	const { isSwapped } = found.crs;
	// where the system cannot be told, every row that is not in degrees is told with its place
	const used = found.crs.used ?? "EPSG:4326";
	return {
		request: {
			...request,
			sourceLayer: found.layer ?? undefined,
			encoding: found.encoding.used ?? undefined,
			columns: columnsOf(request.columns, found),
		},
		crs: used,
		toLonLat: toLonLatOf(used, { isSwapped, localGrids: known.localGrids }),
		issues: issuesOf(found),
	};
}

function askedCrs(text: string): string {
	const named = crsNamed(text);
	if (named !== null) return named;
	throw new Refused("crs.unsupported", {
		zh: `不认识坐标系 ${text}。写成 EPSG:4490、EPSG:4549、gcj02、bd09 这样。`,
		en: `Unknown coordinate system ${text}. Write EPSG:4490, EPSG:4549, gcj02 or bd09.`,
	});
}

/** Columns named by options are as good as a mapping that was saved: the position may stand in one of them. */
function withNamed(known: KnownCity, named: NamedColumns): KnownCity {
	return {
		...known,
		savedMapping: async (columns, kind) => ({
			...(await known.savedMapping(columns, kind)),
			...(named as Record<string, string>),
		}),
	};
}

/** Fields that may be taken from values alone: without them the file could not be read at all. */
const NEEDED: readonly string[] = ["code", "name", "lon", "lat", "residents"];

/** Named columns, and the proposed ones for fields that neither an option nor an obvious column gives. */
function columnsOf(named: NamedColumns, { columns }: Understanding): NamedColumns {
	const present = new Set(columns.map(({ name }) => name.trim().toLowerCase()));
	const filled: Partial<Record<Field, string>> = { ...named };
	for (const { name, field, basis } of columns) {
		if (field === null || field === "id" || !(field in FIELD_COLUMNS)) continue;
		const wanted = field as Field;
		const isObvious = FIELD_COLUMNS[wanted].some((column) => present.has(column.toLowerCase()));
		const isTaken = Object.values(filled).includes(name);
		if (filled[wanted] !== undefined || isObvious || isTaken) continue;
		if (basis !== "values" || NEEDED.includes(field)) filled[wanted] = name;
	}
	return filled;
}

function issuesOf(found: Understanding): Issue[] {
	const { encoding, crs, offset, sampled } = found;
	const issues: Issue[] = [];
	const add = (code: string, severity: Issue["severity"], message: Issue["message"]) =>
		issues.push({ code, severity, at: {}, message });
	if (!encoding.isSure)
		add("encoding.unsure", "warning", {
			zh: `编码按 ${encoding.used} 读，也可能是 ${encoding.alternatives.join("、")}。样例：${encoding.sample.slice(0, 3).join("、")}。若不对，指定编码。`,
			en: `Read as ${encoding.used}; ${encoding.alternatives.join(", ")} would fit too. Sample: ${encoding.sample.slice(0, 3).join(", ")}. If it is wrong, name the encoding.`,
		});
	if (!hasPlaces(found)) return issues;
	if (crs.used === null) add("crs.unknown", "blocking", unknownCrs(crs.words));
	else if (offset !== null) add(`crs.offset-${offset.system}`, "warning", offset.words);
	else if (sampled > 0 && !crs.isSure && crs.basis !== "assumed")
		add("crs.unsure", "warning", crs.words);
	else if (crs.basis === "numbers" && (crs.used !== "EPSG:4326" || crs.isSwapped))
		add("crs.by-numbers", "info", crs.words);
	return issues;
}

function severalLayers({ layers }: Understanding): Refused {
	const names = layers.map(({ name }) => name).join("、");
	return new Refused("layer.choose", {
		zh: `文件有 ${layers.length} 个图层：${names}。指定一个。`,
		en: `The file has ${layers.length} layers: ${names}. Name one.`,
	});
}

function unknownCrs({ zh, en }: Words): Words {
	return {
		zh: `${zh} 请指定坐标系。`,
		en: `${en} Name the coordinate system.`,
	};
}
