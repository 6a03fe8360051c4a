// Properties of a line → tags as an OpenStreetMap file has them: its own where they are, else what its class says.
import { textOf } from "../../../planning/layers/FeatureCells.ts";
import { FIELD_COLUMNS, type NamedColumns } from "../../../planning/layers/fields.ts";
import { READ_TAGS } from "../../../planning/streets/readTags.ts";
import type { Tags } from "../osm/OsmBlock.ts";
import { tagsOfClass } from "./streetClasses.ts";

type Properties = Readonly<Record<string, unknown>>;

/** Columns that hold the class of a road, the surest first; `--kind-field` names another. */
const CLASS_COLUMNS: readonly string[] = [
	"fclass 道路等级 道路类型 道路类别 道路级别 道路性质 技术等级 行政等级 功能等级",
	"road_class roadclass road_type roadtype dldj dllx dlcl class 等级 类型 类别 级别 type kind grade",
].flatMap((names) => names.split(" "));

const NAME_COLUMNS = [...FIELD_COLUMNS.name, "道路名称", "道路名", "路名", "dlmc"];

export interface LineTags {
	readonly tags: Tags;
	/** True when the line says itself, in OpenStreetMap's words, what kind of street it is. */
	readonly isTagged: boolean;
	/** Class that could not be read, "" when none is given; null where the tags say what the line is. */
	readonly unknownClass: string | null;
}

export function lineTags(properties: Properties, columns: NamedColumns): LineTags {
	const cells = cellsOf(properties);
	const own = ownTags(cells);
	const name = firstOf(cells, [columns.name, ...NAME_COLUMNS]);
	const named = name === "" ? own : { ...own, name };
	if (named["highway"] !== undefined) return { tags: named, isTagged: true, unknownClass: null };
	const given = firstOf(cells, [columns.kind, "highway", ...CLASS_COLUMNS]);
	const classTags = given === "" ? null : tagsOfClass(given);
	if (classTags !== null)
		return { tags: { ...classTags, ...named }, isTagged: false, unknownClass: null };
	const isOther = OTHER_KEYS.some((key) => key in named);
	return { tags: named, isTagged: false, unknownClass: isOther ? null : given };
}

/** Keys that say that a line without a class is something else than a street. */
const OTHER_KEYS = ["railway", "waterway", "barrier", "natural", "landuse", "leisure", "building"];
/** Answers to yes or no, which tables write in many ways. */
const SWITCHES = new Set(["bridge", "tunnel", "motorroad"]);
const YES = new Set(["t", "true", "1", "y", "yes", "是", "有"]);
const NO = new Set(["f", "false", "0", "n", "no", "否", "无"]);
/** Keys that other tables use for other things: taken only with a value that OpenStreetMap would have. */
const STRICT: Readonly<Record<string, RegExp>> = {
	highway: /^[a-z][a-z_;: ]*$/,
	area: /^(yes|no)$/,
	layer: /^[+-]?\d$/,
	level: /^[+-]?\d\d?(\.\d)?$/,
	place: /^[a-z_]+$/,
	route: /^[a-z_]+$/,
};
/** dBASE cuts names of columns after ten letters. */
const KEYS: ReadonlyMap<string, string> = new Map(
	[...READ_TAGS]
		.filter((key) => key !== "type")
		.flatMap((key) => [
			[key, key],
			[key.slice(0, 10), key],
		]),
);

function ownTags(cells: ReadonlyMap<string, string>): Tags {
	const tags: Record<string, string> = {};
	for (const [column, text] of cells) {
		const key = KEYS.get(column);
		if (key === undefined || text === "") continue;
		const value = SWITCHES.has(key) ? switchOf(text) : text;
		if (value !== null && (STRICT[key]?.test(value) ?? true)) tags[key] = value;
	}
	// floors are told beside other OpenStreetMap tags only; elsewhere a level is a class
	if (tags["highway"] === undefined) delete tags["level"];
	return tags;
}

function switchOf(text: string): string | null {
	const word = text.toLowerCase();
	if (YES.has(word)) return "yes";
	return NO.has(word) ? null : text;
}

/** Texts by column in lower case; GDAL's `other_tags` and an object `tags` are columns like the others. */
function cellsOf(properties: Properties): Map<string, string> {
	const cells = new Map<string, string>();
	const more = properties["tags"];
	if (typeof more === "object" && more !== null)
		for (const [key, value] of Object.entries(more)) cells.set(key, textOf(value));
	for (const [, key, value] of textOf(properties["other_tags"]).matchAll(HSTORE))
		cells.set(unescaped(key as string), unescaped(value as string));
	for (const [column, value] of Object.entries(properties)) {
		const text = textOf(value);
		if (text !== "") cells.set(column.trim().toLowerCase(), text);
	}
	return cells;
}

/** PostgreSQL's `"key"=>"value"`, quotes and backslashes escaped by a backslash. */
const HSTORE = /"((?:[^"\\]|\\.)*)"\s*=>\s*"((?:[^"\\]|\\.)*)"/g;

function unescaped(text: string): string {
	return text.replaceAll(/\\(.)/g, "$1");
}

/** The first text that is not empty. */
function firstOf(
	cells: ReadonlyMap<string, string>,
	columns: readonly (string | undefined)[],
): string {
	for (const column of columns) {
		const text = column === undefined ? "" : cells.get(column.trim().toLowerCase());
		if (text !== undefined && text !== "") return text;
	}
	return "";
}
