// The options of `import …`, by kind: one table for parsing, for --help and for what they mean.
import { UNIT_KINDS, type UnitKind } from "../../planning/city/records.ts";
import type { Field, NamedColumns } from "../../planning/layers/fields.ts";
import { twelveDigits } from "../../planning/layers/unitCodes.ts";
import { type ImportKind, type ImportRequest, importRequest } from "../commands/ImportRequest.ts";
import { type Command, type OptionValues, WrongUsage } from "./Command.ts";
import { optionOf } from "./optionHints.ts";

/** Columns that can be named, by kind; the option is the field in kebab case with `-field` behind. */
const FIELDS_OF: Readonly<Record<ImportKind, readonly Field[]>> = {
	streets: ["id", "name", "kind"],
	divisions: [
		"name",
		"code",
		"parent",
		"kind",
		"zone",
		"seatLon",
		"seatLat",
		"declaredResidents",
		"declaredHouseholds",
		"lon",
		"lat",
	],
	facilities: [
		"id",
		"category",
		"name",
		"floorArea",
		"serviceArea",
		"officeArea",
		"capacity",
		"operator",
		"premises",
		"address",
		"entrances",
		"lon",
		"lat",
	],
	exceptions: ["kind", "from", "to", "reason"],
	land: ["id", "use", "name"],
	residences: ["id", "residents", "households", "elders", "children", "unit", "lon", "lat"],
};

const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean" } as const;

/** For `parseArgs`. */
export function importOptions(kind: ImportKind): Command["options"] {
	return {
		...Object.fromEntries(FIELDS_OF[kind].map((field) => [optionOf(field), TEXT])),
		...(kind === "facilities" ? { category: TEXT } : {}),
		...(kind === "divisions" ? { level: TEXT, "id-field": TEXT } : {}),
		...(kind === "streets" ? {} : { where: { type: "string", multiple: true } }),
		encoding: TEXT,
		layer: TEXT,
		...(kind === "exceptions" ? {} : { crs: TEXT, within: TEXT }),
		"dry-run": FLAG,
		out: TEXT,
		"accept-warnings": FLAG,
		add: FLAG,
	};
}

/** For --help. */
export function importUsage(kind: ImportKind): string {
	const must: Partial<Readonly<Record<ImportKind, string>>> = {
		divisions: ` --level ${UNIT_KINDS.join("|")}`,
		facilities: " --category CODE | --category-field F",
	};
	const fields = FIELDS_OF[kind]
		.filter((field) => field !== "category")
		.map((field) => ` [--${optionOf(field)} F]`)
		.join("");
	const rows = kind === "streets" ? "" : " [--where FIELD=VALUE]…";
	const [crs, parts] =
		kind === "exceptions"
			? ["", " [--add]"]
			: [" [--crs EPSG:n|gcj02|bd09]", " [--within UNITCODE | --add]"];
	return `FILE${must[kind] ?? ""}${fields}${rows} [--layer NAME] [--encoding NAME]${crs} [--dry-run [--out FILE]] [--accept-warnings]${parts}`;
}

/** The request that parsed options make; WrongUsage where they contradict each other or lack what is needed. */
export function requestOf(kind: ImportKind, path: string, options: OptionValues): ImportRequest {
	const text = (name: string) => options[name] as string | undefined;
	const within = text("within");
	if (within !== undefined && options["add"] === true)
		throw new WrongUsage("--within or --add, not both");
	if (text("out") !== undefined && options["dry-run"] !== true)
		throw new WrongUsage("--out goes with --dry-run");
	return importRequest({
		kind,
		path,
		columns: columnsOf(kind, text),
		where: ((options["where"] ?? []) as string[]).map(conditionOf),
		category: kind === "facilities" ? categoryOption(text) : null,
		level: kind === "divisions" ? levelOf(text("level")) : null,
		crs: text("crs"),
		encoding: text("encoding"),
		sourceLayer: text("layer"),
		within: within === undefined ? null : (twelveDigits(within) ?? within),
		add: options["add"] === true,
		acceptWarnings: options["accept-warnings"] === true,
		dryRun: options["dry-run"] === true,
		outPath: text("out") ?? null,
	});
}

type TextOption = (name: string) => string | undefined;

function columnsOf(kind: ImportKind, text: TextOption): NamedColumns {
	const named = FIELDS_OF[kind].flatMap((field) => {
		const column = text(optionOf(field));
		return column === undefined ? [] : [[field, column] as const];
	});
	const columns: Partial<Record<Field, string>> = Object.fromEntries(named);
	// A unit's id is its code.
	const id = text("id-field");
	if (kind === "divisions" && id !== undefined) columns.code ??= id;
	return columns;
}

function categoryOption(text: TextOption): string | null {
	const category = text("category");
	if ((category === undefined) === (text("category-field") === undefined))
		throw new WrongUsage("name the category: --category CODE or --category-field F");
	return category ?? null;
}

function levelOf(level: string | undefined): UnitKind {
	const found = UNIT_KINDS.find((kind) => kind === level);
	if (found === undefined) throw new WrongUsage(`--level is one of ${UNIT_KINDS.join(", ")}`);
	return found;
}

function conditionOf(condition: string): { column: string; value: string } {
	const at = condition.indexOf("=");
	if (at < 1) throw new WrongUsage(`--where ${condition}: write FIELD=VALUE`);
	return { column: condition.slice(0, at), value: condition.slice(at + 1) };
}
